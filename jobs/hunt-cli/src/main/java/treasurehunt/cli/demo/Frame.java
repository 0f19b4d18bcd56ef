package treasurehunt.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The live picture as lines of text. */
final class Frame {
    static final int WIDTH = 79;
    private static final int BAR = 40;
    private static final int ROWS = 5;
    private static final int LEADER_WIDTH = 26;
    private static final String INDENT = " ".repeat(11);

    private final boolean coloured;

    Frame(boolean coloured) {
        this.coloured = coloured;
    }

    List<String> lines(Display.Picture picture) {
        Tally.Standing standing = picture.standing();
        Latency latency = standing.latency();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(progress(picture));
        lines.add(
                label("Actions")
                        + text(
                                "%,.0f/s   %,d sent   %,d answered   %,d players",
                                picture.perSecond(),
                                standing.sent(),
                                standing.answered(),
                                standing.players()));
        lines.add(
                label("Latency")
                        + text(
                                "p50 %.1f ms   p90 %.1f ms   p99 %.1f ms",
                                latency.p50(), latency.p90(), latency.p99()));
        lines.add(
                label("Engine")
                        + text(
                                "pid %d (kill -9 %d)   restarts %d",
                                picture.enginePid(), picture.enginePid(), picture.restarts()));
        List<String> counts = wrapped(Report.counts(standing.results()));
        for (int row = 0; row < 3; row++) {
            String start = row == 0 ? label("Results") : INDENT;
            lines.add(start + (row < counts.size() ? counts.get(row) : ""));
        }
        lines.add("");
        lines.add(
                strong(
                        String.format(
                                Locale.ROOT,
                                "%-" + LEADER_WIDTH + "s %s",
                                "Leaders",
                                "What happens")));
        for (int row = 0; row < ROWS; row++) {
            lines.add(row(standing, row));
        }
        return lines;
    }

    private String progress(Display.Picture picture) {
        if (picture.total().isEmpty()) {
            return label("Time") + clock(picture.elapsed()) + "   (Ctrl-C ends it)";
        }
        Duration total = picture.total().get();
        double part = Math.min(1, (double) picture.elapsed().toMillis() / total.toMillis());
        int done = (int) (part * BAR);
        return label("Time")
                + "["
                + "#".repeat(done)
                + ".".repeat(BAR - done)
                + "] "
                + clock(picture.elapsed())
                + " of "
                + clock(total);
    }

    private static String row(Tally.Standing standing, int row) {
        String leader = "";
        if (row < standing.leaders().size()) {
            Leaders.Leader who = standing.leaders().get(row);
            leader = text("%d. %-14s %,6d", row + 1, who.player(), who.score());
        }
        String event = row < standing.events().size() ? standing.events().get(row) : "";
        return cut(text("%-" + LEADER_WIDTH + "s %s", leader, event));
    }

    private static String clock(Duration time) {
        return text("%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private static List<String> wrapped(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(", ", -1)) {
            if (INDENT.length() + line.length() + word.length() + 2 > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "  ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
    }

    private String label(String text) {
        return strong(String.format(Locale.ROOT, "%-" + INDENT.length() + "s", text));
    }

    private String strong(String text) {
        return coloured ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
