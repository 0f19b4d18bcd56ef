package treasurehunt.cli.log.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Moments and durations for people. */
final class Times {
    private Times() {}

    /** Of ms UTC. */
    static String moment(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }

    /** Of ms: {@code 1h30m}. */
    static String duration(long ms) {
        return Duration.ofMillis(ms).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
