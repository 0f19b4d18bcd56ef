package treasurehunt.connector.postgres.sink;

import static java.util.stream.Collectors.groupingBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;

import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes batches, behind a circuit breaker: a database that fails is left alone, and tried now and
 * then by one batch. A row that it refuses is reported and left out, alone.
 */
public final class Batches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** How soon a batch that was not let through asks again. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private final Database database;
    private final Refusals refusals;
    private final WriterMetrics metrics;
    private final CircuitBreaker breaker =
            CircuitBreaker.of(
                    "postgres",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(2)
                            .minimumNumberOfCalls(2)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .waitIntervalFunctionInOpenState(
                                    IntervalFunction.ofExponentialBackoff(
                                            FIRST_PAUSE, 2.0, LONGEST_PAUSE))
                            .build());

    /**
     * Writes batches to a database; connects with the first.
     *
     * @param targets in the order in which a batch is written to them
     * @param metrics where it says how it is
     */
    public Batches(
            PostgresOptions options, List<Target> targets, Refusals refusals, MetricGroup metrics) {
        this(new Database(options, targets), refusals, new WriterMetrics(metrics));
    }

    Batches(Database database, Refusals refusals, WriterMetrics metrics) {
        this.database = database;
        this.refusals = refusals;
        this.metrics = metrics;
        metrics.breaker(() -> breaker.getState().getOrder());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn("Postgres: {}", event.getStateTransition()));
    }

    /** Whether the batch is written, but for refused rows; if not, it is to be tried again. */
    public boolean write(List<Row> batch) throws Exception {
        metrics.taken(batch);
        if (!breaker.tryAcquirePermission()) {
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN.toMillis());
            return false;
        }
        long begin = System.nanoTime();
        try {
            writeEach(batch);
            metrics.done();
            breaker.onSuccess(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return true;
        } catch (SQLException e) {
            LOG.warn(
                    "Postgres: a batch of {} rows is to be tried again. {}",
                    batch.size(),
                    e.toString());
            metrics.failed();
            breaker.onError(System.nanoTime() - begin, TimeUnit.NANOSECONDS, e);
            return false;
        }
    }

    /** Halves a batch that is refused until the row stands alone that is. */
    private void writeEach(List<Row> batch) throws Exception {
        try {
            metrics.written(database.write(batch.stream().collect(groupingBy(Row::target))));
        } catch (SQLException e) {
            if (!Database.isOfARow(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                metrics.refused();
                refusals.refused(batch.get(0), "Postgres: " + e.getSQLState());
                return;
            }
            int half = batch.size() / 2;
            writeEach(batch.subList(0, half));
            writeEach(batch.subList(half, batch.size()));
        }
    }

    @Override
    public void close() {
        refusals.close();
        database.close();
    }
}
