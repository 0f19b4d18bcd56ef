package treasurehunt.projector;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.postgres.sink.Batches;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.connector.postgres.sink.Refusals;
import treasurehunt.connector.postgres.sink.Row;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tables anew from the topics' records. A projector may go on meanwhile: what both write
 * is the same.
 */
public final class Rebuilding implements AutoCloseable {
    /** What is made anew. Who is forgotten stays so: what says that is not among them. */
    public static final List<String> TABLES =
            List.of("hunt_progress", "solves", "ledger", "treasure_grants");

    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PostgresOptions options;
    private final FlatMapFunction<CommittedRecord, Row> ofProgress = new Rows.OfProgress();
    private final FlatMapFunction<CommittedRecord, Row> ofResults = new Rows.OfResults();
    private final Batches batches;
    private final List<Row> batch = new ArrayList<>();
    private long written;

    /**
     * Nothing is done yet.
     *
     * @param refusals told of rows that the database refuses
     */
    public Rebuilding(PostgresOptions options, Refusals refusals) {
        this.options = options;
        batches = new Batches(options, Tables.ALL, refusals, new UnregisteredMetricsGroup());
    }

    /** Empties the tables. The ends of the topics are to be asked for after this. */
    public void empty() throws SQLException, ClassNotFoundException {
        JdbcConnectionProvider connections = new SimpleJdbcConnectionProvider(options.connection());
        try (Statement statement = connections.getOrEstablishConnection().createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES));
        } finally {
            connections.closeConnection();
        }
    }

    /** Takes a record of {@code progress}; a partition's come in their order. */
    public void takeProgress(CommittedRecord record) throws Exception {
        take(ofProgress, record);
    }

    /** Takes a record of {@code results}; a partition's come in their order. */
    public void takeResult(CommittedRecord record) throws Exception {
        take(ofResults, record);
    }

    private void take(FlatMapFunction<CommittedRecord, Row> rows, CommittedRecord record)
            throws Exception {
        rows.flatMap(record, new ListCollector<>(batch));
        if (batch.size() >= BATCH) {
            write();
        }
    }

    private void write() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!batches.write(batch)) {
            if (System.nanoTime() > until) {
                throw new SQLException("The database does not take rows for a minute.");
            }
        }
        written += batch.size();
        batch.clear();
    }

    /** Writes the rest; how many rows it was in all. */
    public long finish() throws Exception {
        write();
        return written;
    }

    @Override
    public void close() {
        batches.close();
    }
}
