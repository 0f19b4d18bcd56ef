package treasurehunt.connector.kafka.source;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

import treasurehunt.schemas.action.RawRecord;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives every record its time and drops ticks. Chained to the source, so that it sees each
 * partition in its order.
 */
public final class Stamp extends ProcessFunction<RawRecord, StampedRecord>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final String STATE = "partition-times";

    private transient Map<Integer, Long> times;
    private transient ListState<PartitionTime> state;

    /**
     * How far time has come in one partition.
     *
     * @param at ms UTC
     */
    public record PartitionTime(int partition, long at) {}

    @Override
    public void processElement(RawRecord record, Context context, Collector<StampedRecord> out) {
        long at = times.merge(record.partition(), record.appendTime(), Math::max);
        if (!record.tick()) {
            out.collect(new StampedRecord(record, at));
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        // Nobody knows which subtask a partition will go to, so each gets all there is. Times of
        // partitions that went
        // elsewhere grow old here, and are outdone by the newer ones in the next restore.
        state =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>(STATE, PartitionTime.class));
        times = new HashMap<>();
        for (PartitionTime time : state.get()) {
            times.merge(time.partition(), time.at(), Math::max);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.update(
                times.entrySet().stream()
                        .map(time -> new PartitionTime(time.getKey(), time.getValue()))
                        .toList());
    }
}
