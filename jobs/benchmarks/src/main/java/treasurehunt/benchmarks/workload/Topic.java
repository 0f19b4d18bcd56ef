package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.RawRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The topic that the log is of: partitions with offsets, brokers with clocks of their own. */
final class Topic {
    private static final long QUIET = 1000;
    private static final long CLOCKS_DIFFER = 40;

    private final long[] offsets;
    private final long[] last;
    private final Deque<RawRecord> appended = new ArrayDeque<>();

    Topic(int partitions, long now) {
        offsets = new long[partitions];
        last = new long[partitions];
        Arrays.fill(last, now);
    }

    /** The next record appended. */
    RawRecord next() {
        return appended.remove();
    }

    boolean isEmpty() {
        return appended.isEmpty();
    }

    /** Appends ticks to the partitions that have been quiet for a second. */
    void tick(long now) {
        for (int partition = 0; partition < last.length; partition++) {
            while (last[partition] + QUIET <= now) {
                long at = last[partition] + QUIET;
                append(partition, at, true, false, null, null);
                last[partition] = at;
            }
        }
    }

    void append(Action action, long now) {
        byte[] key = action.player().getBytes(StandardCharsets.US_ASCII);
        append(partitionOf(key), now, false, true, key, ActionCodec.encode(action));
    }

    /** An action where it does not belong. */
    void misplace(Action action, long now) {
        byte[] key = action.player().getBytes(StandardCharsets.US_ASCII);
        int wrong = (partitionOf(key) + 1) % offsets.length;
        append(wrong, now, false, true, key, ActionCodec.encode(action));
    }

    /** Bytes that are no action. */
    void append(String player, String value, long now) {
        byte[] key = player.getBytes(StandardCharsets.US_ASCII);
        append(partitionOf(key), now, false, false, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private int partitionOf(byte[] key) {
        return Partitioning.partitionOf(key, offsets.length);
    }

    private void append(
            int partition, long now, boolean tick, boolean sealed, byte[] key, byte[] value) {
        // Three brokers, each a little ahead of the one before it.
        long time = now + partition % 3 * CLOCKS_DIFFER;
        appended.add(
                new RawRecord(partition, offsets[partition]++, time, tick, sealed, key, value));
        last[partition] = Math.max(last[partition], now);
    }
}
