package treasurehunt.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON text as a tree that can be bent into what no parser would hand out: names that are there
 * twice, values that are no JSON.
 */
final class Tree {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Shape {
        OBJECT,
        ARRAY,
        SCALAR
    }

    /** With its quotes; only members of objects show it. */
    String name = "\"x\"";

    Shape shape = Shape.SCALAR;

    /** As it is written; only a scalar shows it. */
    String text = "0";

    List<Tree> parts = new ArrayList<>();

    static Tree scalar(String text) {
        Tree tree = new Tree();
        tree.text = text;
        return tree;
    }

    static Tree of(byte[] json) throws IOException {
        return of(JSON.readTree(json));
    }

    private static Tree of(JsonNode node) {
        if (!node.isContainerNode()) {
            return scalar(node.toString());
        }
        Tree tree = new Tree();
        tree.shape = node.isObject() ? Shape.OBJECT : Shape.ARRAY;
        node.properties()
                .forEach(
                        member -> {
                            Tree part = of(member.getValue());
                            part.name = JSON.getNodeFactory().textNode(member.getKey()).toString();
                            tree.parts.add(part);
                        });
        if (node.isArray()) {
            node.forEach(element -> tree.parts.add(of(element)));
        }
        return tree;
    }

    Tree copy() {
        Tree copy = new Tree();
        copy.become(this);
        copy.name = name;
        return copy;
    }

    /** Takes the other's value, and keeps its own name. */
    void become(Tree other) {
        Shape itsShape = other.shape;
        String itsText = other.text;
        List<Tree> itsParts = new ArrayList<>();
        other.parts.forEach(part -> itsParts.add(part.copy()));
        shape = itsShape;
        text = itsText;
        parts = itsParts;
    }

    /** All trees in it, itself first. */
    List<Tree> all() {
        List<Tree> all = new ArrayList<>();
        addTo(all);
        return all;
    }

    private void addTo(List<Tree> all) {
        all.add(this);
        parts.forEach(part -> part.addTo(all));
    }

    String json() {
        StringBuilder json = new StringBuilder();
        write(json);
        return json.toString();
    }

    private void write(StringBuilder json) {
        if (shape == Shape.SCALAR) {
            json.append(text);
            return;
        }
        json.append(shape == Shape.OBJECT ? '{' : '[');
        for (int i = 0; i < parts.size(); i++) {
            json.append(i > 0 ? "," : "");
            if (shape == Shape.OBJECT) {
                json.append(parts.get(i).name).append(':');
            }
            parts.get(i).write(json);
        }
        json.append(shape == Shape.OBJECT ? '}' : ']');
    }

    /** The same in YAML's own style, a part on a line. */
    String yaml() {
        StringBuilder yaml = new StringBuilder();
        writeBlock(yaml, 0);
        return yaml.toString();
    }

    private void writeBlock(StringBuilder yaml, int indent) {
        if (shape == Shape.SCALAR || parts.isEmpty()) {
            write(yaml.append(' '));
            yaml.append('\n');
            return;
        }
        yaml.append(indent > 0 ? "\n" : "");
        for (Tree part : parts) {
            yaml.append(" ".repeat(indent)).append(shape == Shape.OBJECT ? part.name + ":" : "-");
            part.writeBlock(yaml, indent + 1);
        }
    }
}
