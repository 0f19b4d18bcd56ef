package treasurehunt.connector.postgres.sink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

import java.util.function.IntSupplier;

/**
 * Registers under {@code <operator>.postgres.*}: {@code rows}, {@code statements} and {@code
 * batches} written, {@code refusedRows}, {@code failedBatches}; and {@code breaker}: 0 closed, 1
 * open, 2 half open.
 */
class WriterMetrics {
    private final MetricGroup group;
    private final Counter rows;
    private final Counter statements;
    private final Counter batches;
    private final Counter refused;
    private final Counter failed;

    WriterMetrics(MetricGroup operator) {
        group = operator.addGroup("postgres");
        rows = group.counter("rows");
        statements = group.counter("statements");
        batches = group.counter("batches");
        refused = group.counter("refusedRows");
        failed = group.counter("failedBatches");
    }

    void breaker(IntSupplier state) {
        group.gauge("breaker", (Gauge<Integer>) state::getAsInt);
    }

    void written(Database.Written written) {
        rows.inc(written.rows());
        statements.inc(written.statements());
        batches.inc();
    }

    void refused() {
        refused.inc();
    }

    void failed() {
        failed.inc();
    }
}
