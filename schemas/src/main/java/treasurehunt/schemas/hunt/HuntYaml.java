package treasurehunt.schemas.hunt;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.scanner.StreamReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hunts as authors write them. Every refusal names file, line and reason. */
public final class HuntYaml {
    private static final int LARGEST_FILE = 256 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private HuntYaml() {}

    /**
     * The hunt in a file; throws {@link RefusedHuntException} with one {@code file:line: reason} a
     * line.
     */
    public static Hunt read(Path file) throws IOException, RefusedHuntException {
        HuntYaml yaml = new HuntYaml();
        try {
            return yaml.read(start(file));
        } catch (RefusedHuntException e) {
            throw new RefusedHuntException(
                    e.problems().stream().map(p -> yaml.located(file, p)).toList());
        } catch (MarkedYamlEngineException e) {
            int line = line(e.getProblemMark());
            String reason =
                    Stream.of(e.getContext(), e.getProblem())
                            .filter(part -> part != null && !part.isBlank())
                            .collect(Collectors.joining(": "));
            throw refused(located(file, line, reason));
        } catch (YamlEngineException e) {
            throw refused(located(file, 1, e.getMessage()));
        }
    }

    /** As much of the file as is read at all. */
    private static byte[] start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(LARGEST_FILE + 1);
        }
    }

    private static RefusedHuntException refused(Problem problem) {
        return new RefusedHuntException(List.of(problem));
    }

    /** Refuses the whole because of a line. */
    private RefusedHuntException refused(int line, String reason) {
        lines.put("", line);
        return refused(new Problem("", reason));
    }

    private Hunt read(byte[] bytes) throws RefusedHuntException {
        if (bytes.length > LARGEST_FILE) {
            throw refused(1, "is larger than 256 KiB");
        }
        String text = printable(utf8(bytes));
        refuseDeep(text);
        Optional<Node> root = new Compose(SETTINGS).composeString(text);
        if (!(root.orElse(null) instanceof MappingNode mapping)) {
            throw refused(1, "needs fields, such as `hunt: harbour-lights`");
        }
        Object tree = tree("", mapping);
        if (!problems.isEmpty()) {
            throw new RefusedHuntException(problems);
        }
        @SuppressWarnings("unchecked") // a mapping's tree
        Map<String, Object> fields = (Map<String, Object>) tree;
        return HuntReader.read(fields);
    }

    private String utf8(byte[] bytes) throws RefusedHuntException {
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

    private String printable(String text) throws RefusedHuntException {
        int line = 1;
        for (int c : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(c)) {
                throw refused(line, String.format("holds U+%04X, which is no text", c));
            }
            line += c == '\n' ? 1 : 0;
        }
        return text;
    }

    /** Composing recurses: without this bound a few bytes could exhaust the stack. */
    private void refuseDeep(String text) throws RefusedHuntException {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > HuntReader.DEEPEST_TREE) {
                throw refused(
                        line(event.getStartMark()),
                        "is nested deeper than " + HuntReader.DEEPEST_TREE);
            }
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }

    private Object tree(String path, Node node) {
        lines.put(path, line(node.getStartMark()));
        if (node.getAnchor().isPresent()) {
            problems.add(new Problem(path, "anchors and aliases are not for hunts; write it out"));
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> elements = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                elements.add(tree(path + "[" + elements.size() + "]", element));
            }
            return elements;
        }
        return members(path, (MappingNode) node);
    }

    private Map<String, Object> members(String path, MappingNode mapping) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getAnchor().isPresent()) {
                problems.add(new Problem(path, "a field's name must be a text, written out"));
                continue;
            }
            String at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (members.containsKey(key.getValue())) {
                lines.put(at, line(key.getStartMark()));
                problems.add(new Problem(at, "is there twice"));
                continue;
            }
            members.put(key.getValue(), tree(at, tuple.getValueNode()));
        }
        return members;
    }

    /** The problem with the line of its field, or of the nearest one around it. */
    private Problem located(Path file, Problem problem) {
        String path = problem.path();
        while (!path.isEmpty() && !lines.containsKey(path)) {
            path =
                    path.substring(
                            0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
        }
        return located(file, lines.getOrDefault(path, 1), problem.toString());
    }

    /** A reason may quote names and texts, line breaks and all: it stays one line. */
    private static Problem located(Path file, int line, String reason) {
        return new Problem("", file + ":" + line + ": " + reason.replaceAll("\\p{Cntrl}+", " "));
    }
}
