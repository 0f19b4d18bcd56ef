package treasurehunt.connector.kafka.source;

import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Knows which partitions have had no record for a while. */
final class QuietPartitions {
    private final long quietNanos;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Long> movedAt = new HashMap<>();

    /** None is quiet yet. */
    QuietPartitions(Duration quiet) {
        quietNanos = quiet.toNanos();
    }

    /**
     * Whether the partition has been quiet so long; if so, its quiet begins anew.
     *
     * @param end its end offset now
     * @param now as of {@link System#nanoTime()}
     */
    boolean isQuiet(TopicPartition partition, long end, long now) {
        Long before = ends.put(partition, end);
        if (before == null || before != end) {
            movedAt.put(partition, now);
            return false;
        }
        if (now - movedAt.get(partition) < quietNanos) {
            return false;
        }
        movedAt.put(partition, now);
        return true;
    }
}
