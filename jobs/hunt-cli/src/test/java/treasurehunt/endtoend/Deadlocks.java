package treasurehunt.endtoend;

import treasurehunt.testkit.Poll;
import treasurehunt.testkit.PostgresServer;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Somebody who locks rows of {@code hunt_progress} from the last to the first, while the projector
 * goes from the first to the last: now and then both wait for each other.
 */
final class Deadlocks implements AutoCloseable {
    /** The later half first; then time for the projector to lock some of the other one. */
    private static final String LOCK =
            """
            SELECT FROM hunt_progress WHERE player >= (SELECT max(player) FROM
              (SELECT player FROM hunt_progress ORDER BY player LIMIT
                (SELECT count(*) / 2 FROM hunt_progress)) AS half) FOR UPDATE;
            SELECT pg_sleep(0.2);
            SELECT FROM hunt_progress FOR UPDATE
            """;

    /** A deadlock is found after one. */
    private static final Duration SOME = Duration.ofSeconds(4);

    private final PostgresServer postgres;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> locking;
    private volatile boolean stopped;

    Deadlocks(PostgresServer postgres) {
        this.postgres = postgres;
        locking = thread.submit(this::lock);
    }

    /** Waits some seconds for the database to have ended more than so many. */
    void awaitMoreThan(long before) {
        Poll.until(SOME, () -> areMoreThan(before));
    }

    /** Whether it has. */
    boolean areMoreThan(long before) {
        return count(postgres) > before;
    }

    /** How many the database has ended so far. */
    static long count(PostgresServer postgres) {
        try {
            return Sql.number(postgres, "SELECT sum(deadlocks) FROM pg_stat_database");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Void lock() throws SQLException {
        while (!stopped) {
            try (Connection connection = Sql.connection(postgres);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(LOCK);
                connection.rollback();
            } catch (SQLException e) {
                if (!"40P01".equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws ExecutionException {
        stopped = true;
        thread.shutdown();
        try {
            locking.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
