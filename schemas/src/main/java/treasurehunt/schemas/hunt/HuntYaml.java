package treasurehunt.schemas.hunt;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hunts as authors write them. Every refusal names file, line and reason. */
public final class HuntYaml {
    private static final int LARGEST_FILE = 256 * 1024;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private HuntYaml() {}

    /**
     * The hunt in a file; throws {@link RefusedHuntException} with one {@code file:line: reason} a
     * line.
     */
    public static Hunt read(Path file) throws IOException, RefusedHuntException {
        byte[] bytes = Files.readAllBytes(file);
        HuntYaml yaml = new HuntYaml();
        try {
            return yaml.read(bytes);
        } catch (RefusedHuntException e) {
            throw new RefusedHuntException(
                    e.problems().stream().map(p -> yaml.located(file, p)).toList());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw refused(file + ":" + line + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(file + ":1: " + e.getMessage());
        }
    }

    private static RefusedHuntException refused(String reason) {
        return new RefusedHuntException(List.of(new Problem("", reason)));
    }

    private Hunt read(byte[] bytes) throws RefusedHuntException {
        if (bytes.length > LARGEST_FILE) {
            throw refused("is larger than 256 KiB");
        }
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
        Optional<Node> root =
                new Compose(settings).composeString(new String(bytes, StandardCharsets.UTF_8));
        if (!(root.orElse(null) instanceof MappingNode mapping)) {
            throw refused("needs fields, such as `hunt: harbour-lights`");
        }
        Map<String, Object> tree = members("", mapping);
        if (!problems.isEmpty()) {
            throw new RefusedHuntException(problems);
        }
        return HuntReader.read(tree);
    }

    private Object tree(String path, Node node) {
        lines.put(path, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
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
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Problem(path, "a field's name must be a text"));
                continue;
            }
            String at = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (members.containsKey(key.getValue())) {
                lines.put(at, key.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
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
        return new Problem("", file + ":" + lines.getOrDefault(path, 1) + ": " + problem);
    }
}
