package treasurehunt.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Lines, one every few seconds, for logs and pipes. */
final class PlainDisplay implements Display {
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final PrintWriter out;

    PlainDisplay(PrintWriter out) {
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
                                + " p50 %.1f ms, p99 %.1f ms, restarts %d",
                        picture.elapsed().toSeconds(),
                        picture.perSecond(),
                        standing.players(),
                        standing.sent(),
                        standing.answered(),
                        standing.latency().p50(),
                        standing.latency().p99(),
                        picture.restarts()));
    }

    @Override
    public Duration period() {
        return PERIOD;
    }
}
