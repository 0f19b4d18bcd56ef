package treasurehunt.connector.kafka.topic;

import java.util.HashMap;
import java.util.Map;

/**
 * A topic as the engine needs it.
 *
 * @param partitions how many it is created with
 * @param partitionsDecide whether decisions rest on their number, so that it can never be another
 * @param needed settings without which answers would be wrong or lost; a size is the least that
 *     will do
 * @param wished settings it is created with, and that its operators may change
 */
public record TopicSettings(
        String name,
        int partitions,
        boolean partitionsDecide,
        Map<String, String> needed,
        Map<String, String> wished) {
    public static final String HUNTS = "hunts";
    public static final String ACTIONS = "actions";
    public static final String RESULTS = "results";
    public static final String DEAD_LETTERS = "dead-letters";

    /** Partitions of {@code actions} where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 24;

    /**
     * Bytes of the largest record that the engine writes. A join can carry all texts of a hunt, and
     * JSON may make two bytes of one; a published hunt has at most 1 MiB.
     */
    public static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private static final String LARGEST_MESSAGE = "max.message.bytes";
    private static final String TIMESTAMPS = "message.timestamp.type";
    private static final String RETENTION = "retention.ms";
    private static final String CLEANUP = "cleanup.policy";
    private static final String DAYS_400 = Long.toString(400L * 24 * 3600 * 1000);

    public TopicSettings {
        needed = Map.copyOf(needed);
        wished = Map.copyOf(wished);
    }

    /** Definitions of hunts. One partition, so that all see the same order; kept for ever. */
    public static TopicSettings hunts(String name) {
        return new TopicSettings(
                name,
                1,
                true,
                Map.of(TIMESTAMPS, "LogAppendTime", CLEANUP, "delete", RETENTION, "-1"),
                Map.of());
    }

    /**
     * The log that decides everything. Its time is the broker's; kept as long as a replay must
     * reach.
     */
    public static TopicSettings actions(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                true,
                Map.of(TIMESTAMPS, "LogAppendTime", CLEANUP, "delete"),
                Map.of(RETENTION, DAYS_400));
    }

    /** What the engine answers: results or dead letters. */
    public static TopicSettings answers(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                false,
                Map.of(CLEANUP, "delete", LARGEST_MESSAGE, Integer.toString(LARGEST_RECORD)),
                Map.of(RETENTION, DAYS_400));
    }

    /** What it is created with. */
    Map<String, String> all() {
        Map<String, String> all = new HashMap<>(wished);
        all.putAll(needed);
        return all;
    }

    /** Whether a broker's value of a needed setting will do. */
    boolean isMet(String setting, String actual) {
        String wanted = needed.get(setting);
        return setting.equals(LARGEST_MESSAGE)
                ? Long.parseLong(actual) >= Long.parseLong(wanted)
                : wanted.equals(actual);
    }
}
