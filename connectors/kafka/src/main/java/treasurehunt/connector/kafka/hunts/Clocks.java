package treasurehunt.connector.kafka.hunts;

import org.apache.kafka.common.TopicPartition;

import treasurehunt.connector.kafka.topic.LogTime;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the brokers' clocks say at one moment, ms UTC.
 *
 * @param byPartition the clock of each partition's broker
 * @param newestAction the newest time in {@code actions}, if there is any
 */
record Clocks(Map<TopicPartition, Long> byPartition, OptionalLong newestAction) {
    private static final long MOST = LogTime.CLOCKS_AGREE_WITHIN.toMillis();
    private static final Comparator<Map.Entry<TopicPartition, Long>> BY_TIME =
            Map.Entry.comparingByValue();

    /** Refuses clocks, and a newest time, of which any two differ too much. */
    void requireAgreement() throws ClocksDifferException {
        var slowest = byPartition.entrySet().stream().min(BY_TIME).orElseThrow();
        var fastest = byPartition.entrySet().stream().max(BY_TIME).orElseThrow();
        long differ = fastest.getValue() - slowest.getValue();
        if (differ > MOST) {
            throw new ClocksDifferException(
                    "The brokers' clocks differ by %d ms, more than %d: that of %s says %s, that of %s %s. Set them right, then publish; nothing was published."
                            .formatted(
                                    differ,
                                    MOST,
                                    slowest.getKey(),
                                    time(slowest.getValue()),
                                    fastest.getKey(),
                                    time(fastest.getValue())));
        }
        long newest = newestAction.orElse(slowest.getValue());
        if (newest - slowest.getValue() > MOST) {
            throw new ClocksDifferException(
                    "The newest time in actions is %s, but the clock of %s says %s: a broker's clock was ahead, and time in the log is. Publish when that time has come; nothing was published."
                            .formatted(time(newest), slowest.getKey(), time(slowest.getValue())));
        }
    }

    private static Instant time(long ms) {
        return Instant.ofEpochMilli(ms);
    }
}
