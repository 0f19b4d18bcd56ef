package treasurehunt.schemas.contract;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs} as a test reads it: tables under headings, links, blocks of code. */
record RuleBook(Path file, List<String> lines) {
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    /** The cells of a row, in its order. */
    record Row(List<String> cells) {
        /** What it is about: the word in its first cell. */
        String name() {
            return words(0).get(0);
        }

        /** The words in backticks in one of its cells. */
        List<String> words(int cell) {
            return WORD.matcher(cells.get(cell)).results().map(word -> word.group(1)).toList();
        }
    }

    /** Where a link leads. */
    record Link(Path file, String heading) {}

    static RuleBook read(Path file) {
        try {
            return new RuleBook(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the first table under a heading, without its head. */
    List<Row> table(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(RuleBook::row)
                .toList();
    }

    private static Row row(String line) {
        return new Row(Stream.of(line.split("\\|")).skip(1).map(String::strip).toList());
    }

    /** The blocks of code in a language. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (inside && line.equals(FENCE)) {
                blocks.add(block.stream().collect(joining("\n", "", "\n")));
                block.clear();
                inside = false;
            } else if (inside) {
                block.add(line);
            } else {
                inside = line.equals(FENCE + language);
            }
        }
        return blocks;
    }

    /** The links to files of this project and to headings in them. */
    List<Link> links() {
        return prose().flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .map(this::link)
                .toList();
    }

    private Link link(String target) {
        String[] parts = target.split("#", 2);
        Path named = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]);
        return new Link(named.normalize(), parts.length > 1 ? parts[1] : "");
    }

    /** The headings as links name them. */
    List<String> anchors() {
        return prose().filter(line -> line.startsWith("#")).map(RuleBook::anchor).toList();
    }

    private static String anchor(String heading) {
        Matcher text = Pattern.compile("#+ (.*)").matcher(heading);
        return text.replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The lines outside of code. */
    private Stream<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                inside = !inside;
            } else if (!inside) {
                prose.add(line);
            }
        }
        return prose.stream();
    }
}
