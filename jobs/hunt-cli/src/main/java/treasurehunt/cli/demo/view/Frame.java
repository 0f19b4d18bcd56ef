package treasurehunt.cli.demo.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The live picture as lines of text, as many as fit a terminal of 24. */
public final class Frame {
    static final int WIDTH = 79;
    static final int HEIGHT = 23;
    private static final int PROGRESS = 34;
    private static final int HUNTS = 3;
    private static final int COLUMN = 25;
    private static final int STAGE = 6;
    private static final int PLACES = 3;
    private static final int EVENTS = 4;
    private static final int LABEL = 10;
    private static final int ANSWER_LINES = 2;
    private static final String GAP = "  ";

    private final Ink ink;

    public Frame(Ink ink) {
        this.ink = ink;
    }

    List<String> lines(Display.Picture picture) {
        Tally.Standing standing = picture.standing();
        List<String> lines = new ArrayList<>();
        lines.add(title(picture));
        lines.add("");
        lines.add(actions(picture));
        lines.add(latency(picture));
        picture.jobs().forEach(job -> lines.add(health(job)));
        lines.add("");
        hunts(standing.hunts().stream().limit(HUNTS).toList(), lines);
        lines.add("");
        answers(standing, lines);
        lines.add("");
        for (int row = 0; row < EVENTS; row++) {
            lines.add(row < standing.events().size() ? cut(standing.events().get(row)) : "");
        }
        return lines;
    }

    private String title(Display.Picture picture) {
        String name = ink.strong("TREASURE HUNT ENGINE") + "    ";
        String elapsed = clock(picture.elapsed());
        if (picture.total().isEmpty()) {
            return name + elapsed + "   Ctrl-C ends it";
        }
        Duration total = picture.total().get();
        double part = Math.min(1, (double) picture.elapsed().toMillis() / total.toMillis());
        String bar = ink.bar((int) (part * PROGRESS), PROGRESS);
        return name + ink.good(bar) + " " + elapsed + " of " + clock(total);
    }

    private String actions(Display.Picture picture) {
        Tally.Standing standing = picture.standing();
        return label("Actions")
                + text("%,7.0f/s  ", picture.rate())
                + sparkline(picture.rates())
                + text("  %,d sent, %,d players", standing.sent(), standing.players());
    }

    private String latency(Display.Picture picture) {
        Latency latency = picture.standing().latency();
        return label("p99")
                + text("%,6.0f ms  ", picture.slowestNow())
                + sparkline(picture.slowest())
                + text("  p50 %.1f, p99 %.1f ms in all", latency.p50(), latency.p99());
    }

    private String sparkline(List<Double> values) {
        return " ".repeat(Trend.LENGTH - values.size()) + ink.line(ink.sparkline(values));
    }

    private String health(Health job) {
        String state = text("%s %-11s", ink.dot(), job.state().orElse("is away"));
        String checkpoint =
                job.checkpointAge()
                        .map(age -> text("checkpoint %.0f s ago", age.toMillis() / 1e3))
                        .orElse("no checkpoint yet");
        return label(job.name())
                + (job.isWell() ? ink.good(state) : ink.bad(state))
                + text("  %-20s", checkpoint)
                + text("  restarts %d  kill -9 %d", job.restarts(), job.pid());
    }

    private void hunts(List<Tally.HuntStanding> hunts, List<String> lines) {
        lines.add(row(hunts, hunt -> ink.strong(padded(hunt.title()))));
        for (String stage : hunts.get(0).stages().keySet()) {
            lines.add(row(hunts, hunt -> stage(stage, hunt.stages())));
        }
        for (int place = 0; place < PLACES; place++) {
            int at = place;
            lines.add(row(hunts, hunt -> leader(hunt.leaders(), at)));
        }
    }

    private String stage(String stage, Map<String, Long> stages) {
        long all = stages.values().iterator().next();
        long part = stages.get(stage);
        String blocks = ink.blocks(part, Math.max(all, part), COLUMN - LABEL - STAGE);
        return text("%-" + LABEL + "s", stage) + ink.good(blocks) + text("%," + STAGE + "d", part);
    }

    private static String leader(List<Leaders.Leader> leaders, int place) {
        if (place >= leaders.size()) {
            return padded("");
        }
        Leaders.Leader who = leaders.get(place);
        return padded(text("%d. %-15s %,6d", place + 1, who.player(), who.score()));
    }

    private static String row(
            List<Tally.HuntStanding> hunts, Function<Tally.HuntStanding, String> cell) {
        return String.join(GAP, hunts.stream().map(cell).toList());
    }

    private void answers(Tally.Standing standing, List<String> lines) {
        List<String> words = List.of(Tally.counts(standing.results()).split(", ", -1));
        StringBuilder line = new StringBuilder();
        int until = lines.size() + ANSWER_LINES;
        for (String word : words) {
            if (LABEL + line.length() + word.length() + GAP.length() > WIDTH) {
                addAnswers(line.toString(), until, lines);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : GAP).append(word);
        }
        addAnswers(line.toString(), until, lines);
        while (lines.size() < until) {
            lines.add("");
        }
    }

    /** What does not fit is rare. */
    private void addAnswers(String counts, int until, List<String> lines) {
        if (lines.size() < until) {
            String label = lines.size() == until - ANSWER_LINES ? "Answers" : "";
            lines.add(label(label) + counts);
        }
    }

    private static String clock(Duration time) {
        return text("%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private static String padded(String text) {
        return text("%-" + COLUMN + "." + COLUMN + "s", text);
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
    }

    private String label(String text) {
        return ink.strong(text("%-" + LABEL + "s", text));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
