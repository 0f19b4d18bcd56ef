package treasurehunt.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project. */
public record Document(Path file, String text) {
    /** The project's folder. */
    public static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Pattern FENCE =
            Pattern.compile("^ *```([^\\n]*)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)\\s]+)\\)|^\\[[^\\]]+\\]: (\\S+)$", Pattern.MULTILINE);

    /**
     * What stands between lines of backquotes.
     *
     * @param info behind the first of them, such as {@code sh}
     * @param follows whether nothing stands between it and the one before
     */
    public record Fence(String info, String content, boolean follows) {}

    /** All of them, the README first. */
    static List<Document> all() {
        List<Document> all = new ArrayList<>(List.of(of("README.md")));
        for (String folder : List.of("", "docs", "docs/measured", "docker")) {
            Path path = PROJECT.resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .map(Document::read)
                            .filter(document -> !all.contains(document))
                            .forEach(all::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return all;
    }

    /** The one with this path from the project's folder. */
    public static Document of(String name) {
        return read(PROJECT.resolve(name));
    }

    private static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its path from the project's folder: tests are called by it. */
    @Override
    public String toString() {
        return PROJECT.relativize(file).toString();
    }

    /** In their order. */
    public List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        int end = 0;
        for (MatchResult match : FENCE.matcher(text).results().toList()) {
            boolean follows = end > 0 && text.substring(end, match.start()).isBlank();
            fences.add(new Fence(match.group(1), match.group(2), follows));
            end = match.end();
        }
        return fences;
    }

    /** Where it links to, outside of fences. */
    List<String> links() {
        return LINK.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map((MatchResult match) -> match.group(match.group(1) == null ? 2 : 1))
                .toList();
    }

    /** Lines that people read as sentences: not in fences, no tables, no pictures. */
    List<String> prose() {
        return FENCE.matcher(text)
                .replaceAll("")
                .lines()
                .filter(line -> !line.startsWith("|") && !line.startsWith("!["))
                .toList();
    }
}
