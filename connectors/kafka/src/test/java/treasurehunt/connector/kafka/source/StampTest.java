package treasurehunt.connector.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.RawRecord;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@SuppressWarnings("try") // the harness is Flink's; its close() declares every exception
class StampTest {
    private static final int MAX_PARALLELISM = 8;
    private static final AtomicInteger started = new AtomicInteger();

    @Test
    void timeIsTheHighestAppendTimeOfTheRecordsOwnPartition() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp(1, 0)) {
            stamp.open();

            feed(
                    stamp,
                    record(0, 100),
                    record(1, 50),
                    record(0, 90),
                    record(1, 60),
                    record(0, 110));

            assertThat(times(stamp)).containsExactly(100L, 50L, 100L, 60L, 110L);
        }
    }

    @Test
    void aTickMovesTimeAndIsAnsweredByNothing() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp(1, 0)) {
            stamp.open();

            feed(stamp, new RawRecord(0, 1, 500, true, null, null, null), record(0, 400));

            assertThat(times(stamp)).containsExactly(500L);
        }
    }

    @Test
    void timeDoesNotRunBackwardsWhenPartitionsMoveToOtherSubtasks() throws Exception {
        OperatorSubtaskState first;
        OperatorSubtaskState second;
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> one = stamp(2, 0);
                OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> other = stamp(2, 1)) {
            one.open();
            other.open();
            feed(one, record(0, 100));
            feed(other, record(1, 200));
            first = one.snapshot(1, 1);
            second = other.snapshot(1, 1);
        }
        OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(first, second);

        // Partition 1 goes to subtask 0 now, then both go to the only one: an old time must not
        // outdo a new one.
        OperatorSubtaskState moved;
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp(1, 0)) {
            stamp.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            both, MAX_PARALLELISM, 2, 1, 0));
            stamp.open();
            feed(stamp, record(1, 150), record(0, 90), record(1, 300));

            assertThat(times(stamp)).containsExactly(200L, 100L, 300L);
            moved = stamp.snapshot(2, 2);
        }
        OperatorSubtaskState oldAndNew =
                AbstractStreamOperatorTestHarness.repackageState(second, moved);
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp(1, 0)) {
            stamp.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            oldAndNew, MAX_PARALLELISM, 2, 1, 0));
            stamp.open();
            feed(stamp, record(1, 10));

            assertThat(times(stamp)).containsExactly(300L);
        }
    }

    @Test
    void handsOnHowFarTimeHasComeButNotThatTheLogEnds() throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp(1, 0)) {
            stamp.open();
            feed(stamp, record(0, 100));

            stamp.processWatermark(99);
            stamp.processWatermark(Watermark.MAX_WATERMARK);

            assertThat(stamp.getOutput()).hasSize(2).last().isEqualTo(new Watermark(99));
        }
    }

    @Test
    void oneSubtaskOfAllMakesTimePassAndEndsThat() throws Exception {
        started.set(0);
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> first = ticking(0);
                OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> second = ticking(1)) {
            first.open();
            second.open();

            assertThat(started).hasValue(1);
        }
        assertThat(started).hasValue(0);
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> ticking(int subtask)
            throws Exception {
        Stamp stamp =
                new Stamp(
                        metrics -> {
                            started.incrementAndGet();
                            return started::decrementAndGet;
                        });
        return new OneInputStreamOperatorTestHarness<>(stamp, MAX_PARALLELISM, 2, subtask);
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp(
            int parallelism, int subtask) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new Stamp(Stamp.TickerSupplier.NONE), MAX_PARALLELISM, parallelism, subtask);
    }

    private static RawRecord record(int partition, long appendTime) {
        return new RawRecord(partition, 0, appendTime, false, null, null, new byte[0]);
    }

    private static void feed(
            OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp, RawRecord... records)
            throws Exception {
        for (RawRecord record : records) {
            stamp.processElement(record, 0);
        }
    }

    private static List<Long> times(
            OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp) {
        return stamp.extractOutputValues().stream().map(StampedRecord::at).toList();
    }
}
