package treasurehunt.connector.postgres.sink;

import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;

import java.util.Collection;
import java.util.List;

/**
 * Writes rows to Postgres, at least once and off the task's thread. While the database is away it
 * takes rows until its buffer is full, or a barrier comes, and then none: no checkpoint is
 * complete, the job stays as it is, and Kafka is the buffer.
 */
public final class PostgresSink extends AsyncSinkBase<Row, Row> {
    private static final long serialVersionUID = 1L;

    private static final int BATCH = 1_000;
    private static final long BATCH_BYTES = 8 * 1024 * 1024;
    private static final int BUFFERED = 5 * BATCH;

    /** How long a row waits for others; nobody waits for it. */
    private static final long IN_BUFFER_MS = 100;

    private final PostgresOptions options;
    private final List<Target> targets;
    private final Refusals.Supplier refusals;

    /**
     * A sink that writes the rows of some targets.
     *
     * @param targets in the order in which a batch is written to them
     */
    public PostgresSink(PostgresOptions options, List<Target> targets, Refusals.Supplier refusals) {
        super(
                (row, context) -> row,
                BATCH,
                // One at a time, so that rows are written in their order.
                1,
                BUFFERED,
                BATCH_BYTES,
                IN_BUFFER_MS,
                // A row alone may be a batch: it is no larger than the record that it comes from.
                BATCH_BYTES);
        this.options = options;
        this.targets = List.copyOf(targets);
        this.refusals = refusals;
    }

    @Override
    public StatefulSinkWriter<Row, BufferedRequestState<Row>> createWriter(
            WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Row, BufferedRequestState<Row>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<Row>> state) {
        Batches batches = new Batches(options, targets, refusals.open(), context.metricGroup());
        return new PostgresWriter(getElementConverter(), context, configuration(), state, batches);
    }

    private AsyncSinkWriterConfiguration configuration() {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(getMaxBatchSize())
                .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
                .setMaxInFlightRequests(getMaxInFlightRequests())
                .setMaxBufferedRequests(getMaxBufferedRequests())
                .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
                .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
                .setRateLimitingStrategy(new OneBatchAtATime(getMaxBatchSize()))
                .build();
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<Row>> getWriterStateSerializer() {
        return new RowSerializer();
    }
}
