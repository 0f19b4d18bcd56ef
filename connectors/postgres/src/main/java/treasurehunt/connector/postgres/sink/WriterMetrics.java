package treasurehunt.connector.postgres.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Registers under {@code <operator>.postgres.*}: {@code rows}, {@code statements} and {@code
 * batches} written, {@code batchRows} with the sizes of the latest 1,000 batches, {@code
 * refusedRows}, {@code failedBatches}; {@code breaker}: 0 closed, 1 open, 2 half open; and {@code
 * lagMs}: how long ago the oldest row was appended to its topic that is in hand and not written, 0
 * while none is.
 */
class WriterMetrics {
    private static final int LATEST = 1_000;

    private final MetricGroup group;
    private final Counter rows;
    private final Counter statements;
    private final Counter batches;
    private final Histogram batchRows;
    private final Counter refused;
    private final Counter failed;
    private volatile OptionalLong oldest = OptionalLong.empty();

    WriterMetrics(MetricGroup operator) {
        group = operator.addGroup("postgres");
        rows = group.counter("rows");
        statements = group.counter("statements");
        batches = group.counter("batches");
        batchRows = group.histogram("batchRows", new DescriptiveStatisticsHistogram(LATEST));
        refused = group.counter("refusedRows");
        failed = group.counter("failedBatches");
        group.gauge("lagMs", (Gauge<Long>) this::lagMs);
    }

    private long lagMs() {
        OptionalLong since = oldest;
        return since.isEmpty() ? 0 : Math.max(0, System.currentTimeMillis() - since.getAsLong());
    }

    /** These are in hand from now on. */
    void taken(List<Row> batch) {
        oldest = batch.stream().mapToLong(row -> row.origin().appendTime()).min();
    }

    /** Nothing is in hand any more. */
    void done() {
        oldest = OptionalLong.empty();
    }

    void breaker(IntSupplier state) {
        group.gauge("breaker", (Gauge<Integer>) state::getAsInt);
    }

    void written(Database.Written written) {
        rows.inc(written.rows());
        statements.inc(written.statements());
        batches.inc();
        batchRows.update(written.rows());
    }

    void refused() {
        refused.inc();
    }

    void failed() {
        failed.inc();
    }
}
