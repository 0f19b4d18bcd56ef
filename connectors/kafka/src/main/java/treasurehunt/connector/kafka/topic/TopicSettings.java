package treasurehunt.connector.kafka.topic;

import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as the engine needs it.
 *
 * @param partitions fixed for ever: they decide where a key's records stand
 * @param config the broker's settings for it that are not left to the broker's defaults
 */
public record TopicSettings(String name, int partitions, Map<String, String> config) {
    public static final String HUNTS = "hunts";
    public static final String ACTIONS = "actions";
    public static final String RESULTS = "results";
    public static final String DEAD_LETTERS = "dead-letters";

    /** Partitions of {@code actions} where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 24;

    /**
     * Bytes of the largest record that the engine writes. A join can carry all texts of a hunt, 256
     * KiB, and JSON can make six bytes of one; the rest is for names and numbers.
     */
    public static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private static final String FOR_EVER = "-1";
    private static final String DAYS_400 = Long.toString(400L * 24 * 3600 * 1000);

    public TopicSettings {
        config = Map.copyOf(config);
    }

    /**
     * Definitions of hunts. One partition, so that all who read it see the same order; kept for
     * ever.
     */
    public static TopicSettings hunts(String name) {
        return new TopicSettings(
                name,
                1,
                with(
                        Map.of(
                                "message.timestamp.type", "LogAppendTime",
                                "retention.ms", FOR_EVER,
                                "retention.bytes", FOR_EVER)));
    }

    /**
     * The log that decides everything. Its time is the broker's; kept as long as a replay must
     * reach.
     */
    public static TopicSettings actions(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                with(Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", DAYS_400)));
    }

    /** What the engine answers: results or dead letters. */
    public static TopicSettings answers(String name, int partitions) {
        return new TopicSettings(
                name,
                partitions,
                with(
                        Map.of(
                                "max.message.bytes",
                                Integer.toString(LARGEST_RECORD),
                                "retention.ms",
                                DAYS_400)));
    }

    private static Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(own);
        all.put("cleanup.policy", "delete");
        return all;
    }
}
