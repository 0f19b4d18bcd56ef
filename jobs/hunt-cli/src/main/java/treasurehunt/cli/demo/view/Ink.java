package treasurehunt.cli.demo.view;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a terminal can draw with.
 *
 * @param coloured whether it is told of colours
 * @param fine whether it knows more signs than ASCII's
 */
public record Ink(boolean coloured, boolean fine) {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String LEVELS = "_.-:=+*#";

    /** Of the terminal that this program writes to. */
    public static Ink ofTerminal() {
        boolean fine = Charset.defaultCharset().newEncoder().canEncode(BLOCKS);
        return new Ink(System.getenv("NO_COLOR") == null, fine);
    }

    String strong(String text) {
        return escaped("1", text);
    }

    String good(String text) {
        return escaped("32", text);
    }

    String bad(String text) {
        return escaped("1;31", text);
    }

    String line(String text) {
        return escaped("36", text);
    }

    private String escaped(String style, String text) {
        return coloured ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
    }

    /** A bar of so many columns, some of them full. */
    String bar(int full, int columns) {
        return (fine ? "━" : "#").repeat(full) + (fine ? "─" : ".").repeat(columns - full);
    }

    /** A block for each column that a part of the whole fills, at least one if it is any. */
    String blocks(long part, long whole, int columns) {
        int full = part == 0 ? 0 : (int) Math.max(1, part * columns / whole);
        return (fine ? "█" : "#").repeat(full) + " ".repeat(columns - full);
    }

    String dot() {
        return fine ? "●" : "*";
    }

    /** A column for each value, as high as it is beside the highest. */
    String sparkline(List<Double> values) {
        String levels = fine ? BLOCKS : LEVELS;
        double highest = values.stream().mapToDouble(value -> value).max().orElse(0);
        return values.stream()
                .map(value -> level(value, highest, levels.length()))
                .map(level -> levels.substring(level, level + 1))
                .collect(Collectors.joining());
    }

    private static int level(double value, double highest, int levels) {
        return highest <= 0 ? 0 : (int) Math.min(levels - 1, value / highest * levels);
    }
}
