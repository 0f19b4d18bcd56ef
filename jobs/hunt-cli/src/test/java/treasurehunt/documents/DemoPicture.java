package treasurehunt.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A frame that the demo has drawn in a terminal, and the picture of it in the README. */
final class DemoPicture {
    static final boolean IS_WANTED = System.getProperty("hunt.pictures", "").equals("write");

    private static final Path FILE = Document.PROJECT.resolve("docs/pictures/demo.svg");

    /** The cursor goes up before a frame is drawn over the last one. */
    private static final Pattern BETWEEN_FRAMES = Pattern.compile("\u001B\\[\\d+A\\r");

    private static final Pattern STYLE = Pattern.compile("\u001B\\[([0-9;]*)m");
    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]|\\r");

    /** What the styles that frames use look like. */
    private static final Map<String, String> LOOKS =
            Map.of(
                    "1", "fill=\"#ffffff\" font-weight=\"bold\"",
                    "32", "fill=\"#7ec699\"",
                    "36", "fill=\"#6cb6ff\"",
                    "1;31", "fill=\"#ff7b72\" font-weight=\"bold\"");

    private static final double COLUMN = 8.4;
    private static final int LINE = 18;
    private static final int MARGIN = 16;

    private final List<String> lines;

    private DemoPicture(List<String> lines) {
        this.lines = lines;
    }

    /** The last frame of which all was drawn. */
    static DemoPicture lastOf(String shown) {
        String[] frames = BETWEEN_FRAMES.split(shown, -1);
        return new DemoPicture(frames[Math.max(0, frames.length - 2)].lines().toList());
    }

    /** Without colours. */
    String text() {
        return ESCAPES.matcher(String.join("\n", lines)).replaceAll("");
    }

    /** The README shows this one from now on. */
    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, svg());
    }

    private String svg() {
        int width = (int) (79 * COLUMN) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-size="14" \
                font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace">
                <rect width="100%%" height="100%%" rx="8" fill="#0d1117"/>
                """
                        .formatted(width, height));
        for (int row = 0; row < lines.size(); row++) {
            line(lines.get(row), MARGIN + (row + 1) * LINE - 5, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    /** Each run of equal looks stands at its column, whatever a font makes of blocks. */
    private static void line(String line, int y, StringBuilder svg) {
        int column = 0;
        String look = "fill=\"#c9d1d9\"";
        Matcher style = STYLE.matcher(line);
        int from = 0;
        while (true) {
            boolean more = style.find(from);
            String run =
                    ESCAPES.matcher(line.substring(from, more ? style.start() : line.length()))
                            .replaceAll("");
            if (!run.isBlank()) {
                svg.append(
                        String.format(
                                Locale.ROOT,
                                "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" xml:space=\"preserve\" %s>%s</text>\n",
                                MARGIN + column * COLUMN,
                                y,
                                run.length() * COLUMN,
                                look,
                                escaped(run)));
            }
            column += run.length();
            if (!more) {
                return;
            }
            look = LOOKS.getOrDefault(style.group(1), "fill=\"#c9d1d9\"");
            from = style.end();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
