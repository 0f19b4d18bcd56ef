package treasurehunt.connector.kafka.source;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

import treasurehunt.schemas.action.RawRecord;

import java.io.Closeable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives every record its time, drops ticks, and swallows the watermark that ends all time. Chained
 * to the source, so that it sees each partition in its order. Registers {@code hunt.standsStillMs}:
 * by how much a partition's time is ahead of its broker's clock, the most of any.
 */
public final class Stamp extends AbstractStreamOperator<StampedRecord>
        implements OneInputStreamOperator<RawRecord, StampedRecord> {
    private static final long serialVersionUID = 1L;
    private static final String STATE = "partition-times";

    private final TickerSupplier tickers;

    private transient Map<Integer, PartitionClock> clocks;
    private transient ListState<PartitionTime> state;
    private transient Closeable ticker;

    /** Starts what makes time pass where nobody acts; one subtask does. */
    @FunctionalInterface
    public interface TickerSupplier extends Serializable {
        /** Of a log whose time is given from elsewhere. */
        TickerSupplier NONE = metrics -> () -> {};

        /**
         * Starts it.
         *
         * @param metrics where it says how it is
         */
        Closeable start(MetricGroup metrics);
    }

    /**
     * How far time has come in one partition.
     *
     * @param at ms UTC
     */
    public record PartitionTime(int partition, long at) {}

    /** A partition's time, and by how much it is ahead of the broker's clock; both ms. */
    private static final class PartitionClock {
        private long at;
        private volatile long ahead;

        private PartitionClock(long at) {
            this.at = at;
        }

        private long pass(long appendTime) {
            at = Math.max(at, appendTime);
            ahead = at - appendTime;
            return at;
        }
    }

    public Stamp(TickerSupplier tickers) {
        this.tickers = tickers;
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("hunt");
        metrics.gauge("standsStillMs", (Gauge<Long>) this::standsStill);
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            ticker = tickers.start(metrics);
        }
    }

    /** Read by the metrics' thread. */
    private long standsStill() {
        long most = 0;
        for (PartitionClock clock : clocks.values()) {
            most = Math.max(most, clock.ahead);
        }
        return most;
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord record = element.getValue();
        long at = clockOf(record.partition()).pass(record.appendTime());
        if (!record.tick()) {
            output.collect(element.replace(new StampedRecord(record, at)));
        }
    }

    private PartitionClock clockOf(int partition) {
        PartitionClock clock = clocks.get(partition);
        if (clock == null) {
            clock = new PartitionClock(0);
            clocks.put(partition, clock);
        }
        return clock;
    }

    /**
     * Hands on how far time has come. That the log ends here, or is drained, is no passing of time:
     * nothing must fall due by it.
     */
    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (!mark.equals(Watermark.MAX_WATERMARK)) {
            super.processWatermark(mark);
        }
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        // Nobody knows which subtask a partition will go to, so each gets all there is. Times of
        // partitions that went elsewhere grow old here, and are outdone by the newer ones in the
        // next restore.
        state =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>(STATE, PartitionTime.class));
        clocks = new ConcurrentHashMap<>();
        for (PartitionTime time : state.get()) {
            clocks.merge(
                    time.partition(),
                    new PartitionClock(time.at()),
                    (one, other) -> one.at >= other.at ? one : other);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<PartitionTime> times = new ArrayList<>();
        clocks.forEach((partition, clock) -> times.add(new PartitionTime(partition, clock.at)));
        state.update(times);
    }

    @Override
    public void close() throws Exception {
        try {
            if (ticker != null) {
                ticker.close();
            }
        } finally {
            super.close();
        }
    }
}
