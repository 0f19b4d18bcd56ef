package treasurehunt.cli.demo.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Lines, one every few seconds, for logs and pipes. */
public final class PlainDisplay implements Display {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ");

    private final PrintWriter out;

    public PlainDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void show(Picture picture) {
        Tally.Standing standing = picture.standing();
        say(
                String.format(
                        Locale.ROOT,
                        "%4d s  %,.0f actions/s, %,d players, %,d sent, %,d answered,"
                                + " p50 %.1f ms, p99 %.1f ms; %s",
                        picture.elapsed().toSeconds(),
                        picture.rate(),
                        standing.players(),
                        standing.sent(),
                        standing.answered(),
                        standing.latency().p50(),
                        standing.latency().p99(),
                        picture.jobs().stream().map(PlainDisplay::inWords).collect(LIST)));
        String leaders =
                standing.hunts().stream()
                        .filter(hunt -> !hunt.leaders().isEmpty())
                        .map(hunt -> inWords(hunt, hunt.leaders().get(0)))
                        .collect(LIST);
        if (!leaders.isEmpty()) {
            say("        " + leaders);
        }
    }

    private static String inWords(Health job) {
        return "%s %s, restarts %d"
                .formatted(job.name(), job.state().orElse("is away"), job.restarts());
    }

    private static String inWords(Tally.HuntStanding hunt, Leaders.Leader leader) {
        return String.format(
                Locale.ROOT,
                "%s leads %s with %,d points",
                leader.player(),
                hunt.title(),
                leader.score());
    }

    @Override
    public Duration period() {
        return PERIOD;
    }
}
