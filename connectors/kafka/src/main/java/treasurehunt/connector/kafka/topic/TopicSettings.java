package treasurehunt.connector.kafka.topic;

import java.util.HashMap;
import java.util.List;
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
    public static final String PROGRESS = "progress";
    public static final String DEAD_LETTERS = "dead-letters";

    /** The way of an action, and what is no action at last. */
    public static final List<String> ALL = List.of(HUNTS, ACTIONS, RESULTS, PROGRESS, DEAD_LETTERS);

    /** Partitions of {@code actions} where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 24;

    /**
     * Bytes of the largest record that the engine writes. A join can carry all texts of a hunt, and
     * JSON may make two bytes of one; a published hunt has at most 1 MiB.
     */
    public static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private static final String LARGEST_MESSAGE = "max.message.bytes";
    private static final String TIMESTAMPS = "message.timestamp.type";
    private static final String BROKERS_TIME = "LogAppendTime";
    private static final String SENDERS_TIME = "CreateTime";
    private static final String LATEST = "message.timestamp.after.max.ms";
    private static final String EARLIEST = "message.timestamp.before.max.ms";
    private static final String RETENTION = "retention.ms";
    private static final String FOR_EVER = "-1";
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
                Map.of(TIMESTAMPS, BROKERS_TIME, CLEANUP, "delete", RETENTION, FOR_EVER),
                Map.of());
    }

    /** The same with the times that its senders give, any at all; for tests. */
    public static TopicSettings huntsWithGivenTimestamps(String name) {
        return withGivenTimestamps(name, 1);
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
                Map.of(TIMESTAMPS, BROKERS_TIME, CLEANUP, "delete"),
                Map.of(RETENTION, DAYS_400));
    }

    /**
     * A log whose times are those that its senders give, any at all; for tests. Kept for ever: what
     * is sent as old would be gone at once.
     */
    public static TopicSettings actionsWithGivenTimestamps(String name, int partitions) {
        return withGivenTimestamps(name, partitions);
    }

    private static TopicSettings withGivenTimestamps(String name, int partitions) {
        String anyDifference = Long.toString(Long.MAX_VALUE);
        return new TopicSettings(
                name,
                partitions,
                true,
                Map.of(TIMESTAMPS, SENDERS_TIME, CLEANUP, "delete", RETENTION, FOR_EVER),
                Map.of(EARLIEST, anyDifference, LATEST, anyDifference));
    }

    /** What the engine answers: results or dead letters. */
    public static TopicSettings answers(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                false,
                Map.of(CLEANUP, "delete", LARGEST_MESSAGE, Integer.toString(LARGEST_RECORD)),
                // With senders' times a broker whose clock is an hour behind refuses every answer.
                Map.of(RETENTION, DAYS_400, TIMESTAMPS, BROKERS_TIME));
    }

    /**
     * The newest snapshot of each player in each hunt: of one key only the last record must stay.
     */
    public static TopicSettings progress(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                false,
                Map.of(CLEANUP, "compact", LARGEST_MESSAGE, Integer.toString(LARGEST_RECORD)),
                Map.of(TIMESTAMPS, BROKERS_TIME));
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

    /** What to do about a needed setting that is not met, in a sentence. */
    String remedy(String setting) {
        if (!setting.equals(TIMESTAMPS)) {
            return "Set that.";
        }
        return needed.get(setting).equals(BROKERS_TIME)
                ? "Use a new topic: the times that stand in this one are its senders'."
                : "Use a new topic, or do not ask for given timestamps: the times that stand in this one"
                        + " are the broker's.";
    }
}
