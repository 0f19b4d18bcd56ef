package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.RawRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/** The topic that the log is of: partitions with offsets, brokers with clocks of their own. */
final class Topic {
    private static final long QUIET = 1000;
    private static final long CLOCKS_DIFFER = 40;
    private static final int LONGEST_STEP_BACK = 5000;
    private static final int RECORDS_BEFORE_IT_IS_MENDED = 30;

    /** A seal that is valid, as recorded logs tell of it: without any bytes. */
    private static final byte[] TOLD = {};

    private final Stage stage;
    private final long[] offsets;
    private final long[] last;

    /** By how many ms a partition's clock has stepped back, and for how many records more. */
    private final long[] back;

    private final int[] backFor;
    private final Deque<RawRecord> appended = new ArrayDeque<>();

    Topic(int partitions, Stage stage) {
        this.stage = stage;
        offsets = new long[partitions];
        last = new long[partitions];
        Arrays.fill(last, stage.now());
        back = new long[partitions];
        backFor = new int[partitions];
    }

    /** The next record appended. */
    RawRecord next() {
        return appended.remove();
    }

    boolean isEmpty() {
        return appended.isEmpty();
    }

    /** Appends ticks to the partitions that have been quiet for a second. */
    void tick() {
        for (int partition = 0; partition < last.length; partition++) {
            while (last[partition] + QUIET <= stage.now()) {
                last[partition] += QUIET;
                add(partition, last[partition] + ahead(partition), true, null, null, null);
            }
        }
    }

    /** By how many ms the clock by which a player is judged is ahead. */
    long ahead(String player) {
        return ahead(partitionOf(keyOf(player)));
    }

    /** Three brokers, each a little ahead of the one before it. */
    private static long ahead(int partition) {
        return partition % 3 * CLOCKS_DIFFER;
    }

    void append(Action action) {
        byte[] key = keyOf(action.player());
        append(partitionOf(key), true, key, ActionCodec.encode(action));
    }

    /** An action where it does not belong; it does in the only partition. */
    void misplace(Action action) {
        byte[] key = keyOf(action.player());
        int wrong = (partitionOf(key) + 1) % offsets.length;
        append(wrong, true, key, ActionCodec.encode(action));
    }

    /** Whatever bytes, in the partition of their key. */
    void append(Optional<String> key, Optional<byte[]> value, boolean sealed) {
        int partition = key.map(it -> partitionOf(keyOf(it))).orElse(0);
        append(partition, sealed, key.map(Topic::keyOf).orElse(null), value.orElse(null));
    }

    private static byte[] keyOf(String player) {
        return player.getBytes(StandardCharsets.UTF_8);
    }

    private int partitionOf(byte[] key) {
        return Partitioning.partitionOf(key, offsets.length);
    }

    private void append(int partition, boolean sealed, byte[] key, byte[] value) {
        if (stage.does(Habit.STEPS_BACK)) {
            back[partition] = 1L + stage.chance().below(LONGEST_STEP_BACK);
            backFor[partition] = 1 + stage.chance().below(RECORDS_BEFORE_IT_IS_MENDED);
        }
        backFor[partition]--;
        long late = backFor[partition] >= 0 ? back[partition] : 0;
        add(
                partition,
                stage.now() + ahead(partition) - late,
                false,
                sealed ? TOLD : null,
                key,
                value);
        last[partition] = Math.max(last[partition], stage.now());
    }

    private void add(
            int partition, long time, boolean tick, byte[] seal, byte[] key, byte[] value) {
        appended.add(new RawRecord(partition, offsets[partition]++, time, tick, seal, key, value));
    }
}
