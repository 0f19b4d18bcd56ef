package treasurehunt.schemas.hunt;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hunts as authors write them. Every refusal names file, line and reason. */
public final class HuntYaml {
    private static final int LARGEST_FILE = 256 * 1024;

    private HuntYaml() {}

    /** A hunt, and where in its file its fields stand. */
    public record Authored(Hunt hunt, Lines lines) {}

    /**
     * The hunt in a file; throws {@link RefusedHuntException} with one {@code file:line: reason} a
     * line.
     */
    public static Hunt read(Path file) throws IOException, RefusedHuntException {
        return readWithLines(file).hunt();
    }

    /** As {@link #read}, for who has more to say about the file. */
    public static Authored readWithLines(Path file) throws IOException, RefusedHuntException {
        try {
            return read(start(file));
        } catch (RefusedHuntException e) {
            throw new RefusedHuntException(file, e.problems());
        } catch (YamlVersionException e) {
            throw new RefusedHuntException(file, List.of(new Problem("", "needs YAML 1.2")));
        } catch (MarkedYamlEngineException e) {
            throw new RefusedHuntException(file, List.of(noYaml(e)));
        } catch (YamlEngineException e) {
            throw new RefusedHuntException(file, List.of(new Problem("", e.getMessage())));
        }
    }

    /** As much of the file as is read at all. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(LARGEST_FILE + 1);
        }
    }

    private static Authored read(byte[] bytes) throws RefusedHuntException {
        if (bytes.length > LARGEST_FILE) {
            throw refused(1, "is larger than 256 KiB");
        }
        YamlTree.Document document = YamlTree.read(printable(utf8(bytes)));
        try {
            return new Authored(HuntReader.read(document.fields()), document.lines());
        } catch (RefusedHuntException e) {
            throw new RefusedHuntException(document.lines().place(e.problems()));
        }
    }

    private static RefusedHuntException refused(int line, String reason) {
        return new RefusedHuntException(List.of(new Problem(line, "", reason)));
    }

    private static Problem noYaml(MarkedYamlEngineException e) {
        String began =
                e.getContextMark()
                        .filter(
                                mark ->
                                        line(mark)
                                                != e.getProblemMark().map(HuntYaml::line).orElse(0))
                        .map(mark -> " that began on line " + line(mark))
                        .orElse("");
        String reason =
                Stream.of(e.getContext() == null ? "" : e.getContext() + began, e.getProblem())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(": "));
        return new Problem(e.getProblemMark().map(HuntYaml::line).orElse(1), "", reason);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static String utf8(byte[] bytes) throws RefusedHuntException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw refused(line, "is not valid UTF-8");
        }
        return out.flip().toString();
    }

    private static String printable(String text) throws RefusedHuntException {
        int line = 1;
        for (int c : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(c)) {
                throw refused(line, String.format("holds U+%04X, which is no text", c));
            }
            line += c == '\n' ? 1 : 0;
        }
        return text;
    }
}
