package treasurehunt.connector.kafka.source;

import org.apache.kafka.common.TopicPartition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** By how much the clock of each partition's broker is ahead of this machine's, as last told. */
final class BrokerClocks {
    private final Map<TopicPartition, Long> ahead = new ConcurrentHashMap<>();

    /** Ms; below zero for one that is behind. */
    void told(TopicPartition partition, long ms) {
        ahead.put(partition, ms);
    }

    /** The one that is furthest off, to whichever side; 0 as long as nothing was told. */
    long furthestOff() {
        long furthest = 0;
        for (long each : ahead.values()) {
            furthest = Math.abs(each) > Math.abs(furthest) ? each : furthest;
        }
        return furthest;
    }
}
