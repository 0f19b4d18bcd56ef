package treasurehunt.cli.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Moments and durations for people. */
public final class Times {
    private Times() {}

    /** Of ms UTC. */
    public static String moment(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }

    /** Of ms: {@code 1h30m}. */
    public static String duration(long ms) {
        return Duration.ofMillis(ms).toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
