package treasurehunt.connector.postgres.sink;

import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands batches to a thread that may wait for the database. */
final class PostgresWriter extends AsyncSinkWriter<Row, Row> {
    private final Batches batches;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread made = new Thread(task, "postgres");
                        made.setDaemon(true);
                        return made;
                    });

    PostgresWriter(
            ElementConverter<Row, Row> converter,
            WriterInitContext context,
            AsyncSinkWriterConfiguration configuration,
            Collection<BufferedRequestState<Row>> state,
            Batches batches) {
        super(
                converter,
                context,
                configuration,
                state,
                new SimpleBatchCreator<>(configuration.getMaxBatchSizeInBytes()),
                new DequeRequestBuffer<>());
        this.batches = batches;
    }

    /**
     * Before a barrier goes on all of it is written: so nothing is in the state, and whoever reads
     * on from a checkpoint, with however many writers, finds each key's rows in their order. While
     * the database is away no checkpoint is complete.
     */
    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        super.flush(true);
    }

    @Override
    protected void submitRequestEntries(List<Row> batch, ResultHandler<Row> result) {
        thread.execute(
                () -> {
                    try {
                        if (batches.write(batch)) {
                            result.complete();
                        } else {
                            result.retryForEntries(batch);
                        }
                    } catch (InterruptedException e) {
                        // This is how close() ends it; the batch is read again.
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        result.completeExceptionally(e);
                    }
                });
    }

    @Override
    protected long getSizeInBytes(Row row) {
        return row.size();
    }

    @Override
    public void close() {
        super.close();
        thread.shutdownNow();
        batches.close();
    }
}
