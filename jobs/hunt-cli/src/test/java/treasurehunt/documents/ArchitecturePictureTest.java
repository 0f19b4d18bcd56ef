package treasurehunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.connector.kafka.topic.TopicSettings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Draws the way of an action, with the names that the code has. */
class ArchitecturePictureTest {
    private static final Path FILE = Document.PROJECT.resolve("docs/pictures/architecture.svg");

    private final StringBuilder svg = new StringBuilder();

    @Test
    void thePictureIsOfToday() throws Exception {
        String drawn = drawn();
        if (DemoPicture.IS_WANTED) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, drawn);
        }

        assertThat(FILE).as("else draw it anew: -Dhunt.pictures=write").hasContent(drawn);
    }

    private String drawn() {
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 400" font-size="14" \
                font-family="system-ui, sans-serif" text-anchor="middle">
                <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" \
                orient="auto"><path d="M0 0 10 5 0 10z" fill="#57606a"/></marker></defs>
                <rect width="100%" height="100%" rx="8" fill="#ffffff"/>
                """);
        person(20, 150, "players,", "operators");
        person(20, 310, "authors", "");
        topic(170, 150, TopicSettings.ACTIONS);
        topic(170, 310, TopicSettings.HUNTS);
        frame(320, 60, 330, 200, "hunt-engine · Flink, keyed by player");
        box(340, 150, 90, "stamp", "the log's time");
        box(450, 150, 180, "load · decide · keep", "RocksDB, checkpointed");
        box(450, 95, 180, "hunt-core", "the rules, pure");
        topic(700, 70, TopicSettings.RESULTS);
        topic(700, 150, TopicSettings.PROGRESS);
        topic(700, 230, TopicSettings.DEAD_LETTERS);
        frame(690, 290, 140, 90, "projector · Flink");
        box(705, 330, 110, "rows", "circuit breaker");
        store(870, 325, "Postgres");
        box(400, 330, 230, "auditor", "a second reading, of all of it");
        arrow(110, 170, 168, 170);
        arrow(110, 330, 168, 330);
        arrow(270, 170, 338, 170);
        path("M270 318 H540 V194");
        small(510, 285, "sealed");
        arrow(430, 170, 448, 170);
        path("M630 170 H665 V90 H698");
        arrow(630, 170, 698, 170);
        path("M630 170 H665 V250 H698");
        path("M800 90 H880 V30 H65 V145");
        small(470, 24, "shown at once; committed exactly once");
        path("M800 170 H815 V288");
        path("M800 95 H822 V288");
        arrow(815, 350, 868, 350);
        return svg.append("</svg>\n").toString();
    }

    private void person(int x, int y, String one, String two) {
        text(x + 45, y + 16, one, "#24292f");
        text(x + 45, y + 34, two, "#24292f");
    }

    private void topic(int x, int y, String name) {
        rect(x, y, 100, 40, "#fff8c5", "#d4a72c", 20);
        text(x + 50, y + 25, name, "#24292f");
    }

    private void box(int x, int y, int width, String name, String what) {
        rect(x, y, width, 42, "#ddf4ff", "#54aeff", 6);
        text(x + width / 2, y + 18, name, "#24292f");
        small(x + width / 2, y + 34, what);
    }

    private void store(int x, int y, String name) {
        rect(x, y, 95, 50, "#dafbe1", "#4ac26b", 6);
        text(x + 47, y + 30, name, "#24292f");
    }

    private void frame(int x, int y, int width, int height, String name) {
        rect(x, y, width, height, "none", "#8c959f", 10);
        small(x + width / 2, y + 20, name);
    }

    private void rect(int x, int y, int w, int h, String fill, String line, int round) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"/>",
                x, y, w, h, round, fill, line);
    }

    private void text(int x, int y, String text, String colour) {
        add("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>", x, y, colour, text);
    }

    private void small(int x, int y, String text) {
        add("<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"#57606a\">%s</text>", x, y, text);
    }

    private void arrow(int fromX, int fromY, int toX, int toY) {
        path("M%d %d L%d %d".formatted(fromX, fromY, toX, toY));
    }

    private void path(String way) {
        add("<path d=\"%s\" fill=\"none\" stroke=\"#57606a\" marker-end=\"url(#tip)\"/>", way);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
