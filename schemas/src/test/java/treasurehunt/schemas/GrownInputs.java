package treasurehunt.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs of any size, each one small thing over and over. */
final class GrownInputs {
    private static final String ACTION =
            "{\"action_id\":\"a\",\"player\":\"ada\",\"hunt\":\"h\",\"join\":{},";

    private GrownInputs() {}

    /** By name: how to write one with so many of the thing. */
    static Map<String, IntFunction<String>> json() {
        Map<String, IntFunction<String>> shapes = new TreeMap<>();
        shapes.put("arrays within each other", n -> "{\"x\":" + "[".repeat(n));
        shapes.put("objects within each other", n -> "{\"x\":".repeat(n) + "1" + "}".repeat(n));
        shapes.put("open braces", "{"::repeat);
        shapes.put("spaces", n -> "{" + " ".repeat(n) + "}");
        shapes.put("a long text", n -> ACTION + "\"x\":\"" + "x".repeat(n) + "\"}");
        shapes.put("a text that never ends", n -> ACTION + "\"x\":\"" + "\\u0041".repeat(n));
        shapes.put("a long name", n -> ACTION + "\"" + "x".repeat(n) + "\":1}");
        shapes.put("a long name twice", n -> ACTION + twice("\"" + "x".repeat(n) + "\":1") + "}");
        shapes.put("a long number", n -> ACTION + "\"x\":1" + "0".repeat(n) + "}");
        shapes.put("a long fraction", n -> position("0." + "1".repeat(n)));
        shapes.put("a long exponent", n -> position("1e-" + "9".repeat(n)));
        shapes.put("a long word", n -> ACTION + "\"x\":" + "n".repeat(n) + "}");
        shapes.put("empty arrays", n -> ACTION + "\"x\":[" + "[],".repeat(n) + "0]}");
        shapes.put("empty objects", n -> ACTION + "\"x\":[" + "{},".repeat(n) + "0]}");
        shapes.put("small objects", n -> ACTION + "\"x\":[" + "{\"a\":\"b\"},".repeat(n) + "0]}");
        shapes.put(
                "triples",
                n -> ACTION + "\"x\":[" + "{\"a\":1,\"b\":1,\"c\":1},".repeat(n) + "0]}");
        shapes.put("ones", n -> ACTION + "\"x\":[" + "1,".repeat(n) + "1]}");
        shapes.put("short texts", n -> ACTION + "\"x\":[" + "\"\",".repeat(n) + "1]}");
        shapes.put("many names", n -> ACTION + each(n, i -> "\"" + i + "\":1") + "}");
        shapes.put("names of one hash", n -> ACTION + each(n, GrownInputs::collision) + "}");
        shapes.put("effects", n -> result(each(n, i -> "{\"type\":\"COMPLETED\"}")));
        shapes.put("clues", n -> hunt(each(n, GrownInputs::clue)));
        shapes.put("clues of nothing", n -> hunt(each(n, i -> "{}")));
        shapes.put("clues that are none", n -> hunt(each(n, i -> "0")));
        shapes.put("unknown fields of a hunt", n -> "{" + each(n, i -> "\"" + i + "\":1") + "}");
        shapes.put(
                "unknown fields of a clue", n -> hunt("{" + each(n, i -> "\"" + i + "\":1") + "}"));
        shapes.put(
                "parts of a condition",
                n -> "{\"complete-when\":{\"all\":[" + each(n, i -> "\"c\"") + "]}}");
        shapes.put(
                "near misses",
                n -> proof("\"answer\":{\"near\":{" + each(n, i -> "\"" + i + "\":1") + "}}"));
        shapes.put(
                "a pattern that opens groups", n -> proof("\"pattern\":\"" + "(".repeat(n) + "\""));
        shapes.put("patterns that grow", n -> hunt(each(n, GrownInputs::growing)));
        shapes.put(
                "a pattern that names classes",
                n -> proof("\"pattern\":\"" + "\\\\p{".repeat(n) + "\""));
        return shapes;
    }

    /** What only YAML can say. */
    static Map<String, IntFunction<String>> yaml() {
        Map<String, IntFunction<String>> shapes = new TreeMap<>();
        shapes.put(
                "a name of many lines and anchors under it",
                n -> "? " + "\"" + "x".repeat(4 * n) + "\"\n: [" + each(n, i -> "&a a") + "]");
        shapes.put(
                "names within each other",
                n ->
                        each(Math.min(20, n), i -> " ".repeat(i) + "x".repeat(n / 20) + ":\n")
                                .replace(",", ""));
        shapes.put("anchors", n -> "x: [" + each(n, i -> "&a a") + "]");
        shapes.put("aliases", n -> "x: &a y\nz: [" + each(n, i -> "*a") + "]");
        shapes.put("tags", n -> "x: [" + each(n, i -> "!!a a") + "]");
        shapes.put("question marks", n -> "? ".repeat(n));
        shapes.put("dashes", n -> "x: " + "- ".repeat(n));
        shapes.put("dashes on lines", n -> "x:\n" + "-\n".repeat(n));
        shapes.put("names as lists", n -> "x: {" + each(n, i -> "[]: 1") + "}");
        shapes.put("the same name", n -> "x: 1\n".repeat(n));
        shapes.put("documents", n -> "---\n".repeat(n));
        shapes.put("directives", n -> "%X a\n".repeat(n));
        shapes.put("comments", n -> "# \n".repeat(n));
        shapes.put("empty lines", "\n"::repeat);
        shapes.put("colons", n -> ": ".repeat(n));
        shapes.put(
                "indents",
                n ->
                        IntStream.range(0, (int) Math.sqrt(2.0 * n))
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining()));
        shapes.put("flows", n -> "x: " + "{a: ".repeat(n));
        shapes.put("block texts", n -> each(n, i -> "k" + i + ": |\n  t\n").replace(",", ""));
        return shapes;
    }

    static byte[] bytes(IntFunction<String> shape, int times) {
        return shape.apply(times).getBytes(UTF_8);
    }

    private static String each(int n, IntFunction<String> one) {
        return IntStream.range(0, n).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String twice(String member) {
        return member + "," + member;
    }

    /** Names of 32 letters that all have one hash. */
    private static String collision(int i) {
        StringBuilder name = new StringBuilder("\"");
        for (int bit = 0; bit < 16; bit++) {
            name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name + (i < 1 << 16 ? "" : "x" + i) + "\":1";
    }

    private static String position(String latitude) {
        return "{\"action_id\":\"a\",\"player\":\"ada\",\"hunt\":\"h\",\"position\":{\"latitude\":"
                + latitude
                + ",\"longitude\":0,\"accuracy\":0}}";
    }

    private static String result(String effects) {
        return "{\"id\":\"1:1\",\"player\":\"ada\",\"code\":\"DUE\",\"effects\":["
                + effects
                + "],\"at\":1,\"rules\":1}";
    }

    private static String hunt(String clues) {
        return "{\"hunt\":\"h\",\"clues\":[" + clues + "]}";
    }

    private static String clue(int i) {
        return "{\"id\":\"c" + i + "\",\"title\":\"t\",\"proof\":{\"review\":{}}}";
    }

    /** Its few letters are written out to nearly as many steps as one pattern may have. */
    private static String growing(int i) {
        return "{\"id\":\"c%d\",\"title\":\"t\",\"proof\":{\"pattern\":\"(a{99}){96}\"}}"
                .formatted(i);
    }

    private static String proof(String proof) {
        return hunt("{\"id\":\"c\",\"title\":\"t\",\"proof\":{" + proof + "}}");
    }
}
