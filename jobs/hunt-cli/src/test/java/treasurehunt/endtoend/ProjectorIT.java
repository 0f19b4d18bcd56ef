package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Ran;
import treasurehunt.testkit.Poll;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A generated log through engine and projector, while the projector is killed, and the database
 * meets deadlocks, crashes and freezes. {@code -Dhunt.actions=N} makes it longer, {@code
 * -Dhunt.kills=N} kills the projector more often, {@code -Dhunt.down=S} and {@code -Dhunt.frozen=S}
 * are seconds.
 */
class ProjectorIT {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 20_000);
    private static final int KILLS = Integer.getInteger("hunt.kills", 3);

    /**
     * Of the log: one before each kill, one for each thing that ails the database, and one more.
     */
    private static final int PARTS = KILLS + 4;

    private static final int DEADLOCK_PARTS = 20;

    private static final long DOWN_SECONDS = Long.getLong("hunt.down", 0);

    private static final long FROZEN_SECONDS = Long.getLong("hunt.frozen", 0);

    private static final Map<String, String> GIVEN_TIMESTAMPS =
            Map.of("hunt.actions.given-timestamps", "true");

    @TempDir Path folder;

    @Test
    void theTablesAreAsTheTopicsWhateverFails() throws Exception {
        long seed = Seed.printed();
        EngineMetrics metrics = new EngineMetrics(Ports.free());
        Path log = GeneratedRun.generate(folder, seed, ACTIONS);
        try (HuntSystem system = HuntSystem.withGivenTimestamps(folder);
                PostgresServer postgres =
                        PostgresServer.start(folder.resolve("postgres"), Ports.free())) {
            GeneratedRun.publish(system, log);
            try (HuntSystem.Engine engine = system.engine("engine", 1, GIVEN_TIMESTAMPS).start();
                    HuntSystem.Engine projector =
                            system.projector("projector", postgres, metrics.port()).start();
                    EngineAnswers committed = EngineAnswers.committed(system);
                    LogSender sender = new LogSender(log, system)) {
                watchVersions(postgres);
                long walBefore = Sql.walBytes(postgres);
                Sql.execute(postgres, ProjectedTables.REFUSING);
                for (int kill = 1; kill <= KILLS; kill++) {
                    int upTo = kill * ACTIONS / PARTS;
                    killInsideABatch(postgres, projector, () -> sender.sendUntil(upTo));
                }
                meetDeadlock(postgres, sender, metrics);
                sender.sendUntil((KILLS + 2) * ACTIONS / PARTS);
                postgres.crash();
                sender.sendUntil((KILLS + 3) * ACTIONS / PARTS);
                metrics.await("postgres_breaker", state -> state > 0);
                last(DOWN_SECONDS);
                postgres.start();
                metrics.await("postgres_breaker", state -> state == 0);
                double failed = metrics.sum("postgres_failedBatches");
                postgres.freeze();
                sender.finish();
                metrics.await("postgres_failedBatches", batches -> batches > failed);
                last(FROZEN_SECONDS);
                postgres.thaw();

                Judged replayed = Judged.replayed(system, folder, place -> true);
                committed.await(replayed);
                ProjectedTables expected = ProjectedTables.expected(system);
                try (Lag lag = new Lag(system, "projector")) {
                    lag.awaitNone();
                }
                ProjectedTables actual = ProjectedTables.actual(postgres);
                assertThat(actual.progress()).isEqualTo(expected.progress());
                assertThat(actual.solves()).isEqualTo(expected.solves());
                assertThat(actual.ledger()).isEqualTo(expected.ledger());
                assertThat(actual.grants()).isEqualTo(expected.grants());
                assertThat(expected.refused()).isNotEmpty();
                assertThat(ProjectedTables.refusedPlaces(system)).containsAll(expected.refused());
                Snapshots.assertAreWhatTheResultsLeadTo(
                        system, folder, postgres, expected.refused().size());
                double rows = metrics.sum("postgres_rows");
                double statements = metrics.sum("postgres_statements");
                long wal = Sql.walBytes(postgres) - walBefore;
                rebuild(system, postgres, expected);
                metrics.await("postgres_breaker", state -> state == 0);
                assertThat(projector.restarts()).isZero();
                assertThat(engine.restarts()).isZero();
                assertThat(expected.size()).isGreaterThan(ACTIONS / 20);
                Report.write(
                        "{\"actions\":%d,\"kills\":%d,\"down_seconds\":%d,\"frozen_seconds\":%d,\"rows\":%d,"
                                + "\"rows_written_since_the_last_kill\":%.0f,\"statements_since\":%.0f,"
                                + "\"wal_bytes\":%d}%n",
                        ACTIONS,
                        KILLS,
                        DOWN_SECONDS,
                        FROZEN_SECONDS,
                        expected.size(),
                        rows,
                        statements,
                        wal);
            }
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }

    /**
     * A table that a batch comes to when it has written others is kept from it; while it waits
     * there it is killed.
     */
    private static void killInsideABatch(
            PostgresServer postgres, HuntSystem.Engine projector, Step brings) throws Exception {
        try (Connection connection = Sql.connection(postgres);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE ledger IN EXCLUSIVE MODE");
            brings.take();
            boolean inside = Poll.until(HuntSystem.PATIENCE, () -> isWaiting(postgres));
            assertThat(inside).as("a batch that waits for a table").isTrue();
            projector.job().kill();
            connection.rollback();
        }
        projector.start();
    }

    private static boolean isWaiting(PostgresServer postgres) {
        try {
            return Sql.number(
                            postgres,
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'treasurehunt'")
                    > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody else locks rows in another order, until that has failed a batch. */
    private static void meetDeadlock(
            PostgresServer postgres, LogSender sender, EngineMetrics metrics) throws Exception {
        long before = Deadlocks.count(postgres);
        double failed = metrics.sum("postgres_failedBatches");
        int from = KILLS * ACTIONS / PARTS;
        int to = (KILLS + 1) * ACTIONS / PARTS;
        try (Deadlocks others = new Deadlocks(postgres)) {
            for (int part = 1; part <= DEADLOCK_PARTS; part++) {
                sender.sendUntil(from + (to - from) * part / DEADLOCK_PARTS);
                others.awaitMoreThan(before);
                if (others.areMoreThan(before) && metrics.sum("postgres_failedBatches") > failed) {
                    return;
                }
            }
            throw new AssertionError("no batch has failed by a deadlock");
        }
    }

    /** What is wrong stays so. */
    private static void last(long seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }

    /** A table that was lost is made anew, beside the projector; what was refused is so again. */
    private static void rebuild(
            HuntSystem system, PostgresServer postgres, ProjectedTables expected) throws Exception {
        // Made anew, rows begin with their first versions again.
        Sql.execute(postgres, "TRUNCATE ledger, watched");
        Ran ran =
                Ran.hunt(
                        "rebuild",
                        "--kafka",
                        system.bootstrapServers(),
                        "--postgres",
                        postgres.url(),
                        "--user",
                        postgres.user());
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(1);
        assertThat(ran.err()).contains("Postgres: 23514, a row of ledger");
        assertThat(ProjectedTables.actual(postgres).hasRowsOf(expected)).isTrue();
    }

    /**
     * From now on a row whose version goes down is refused, be it deleted in between, and one that
     * is written without need: nothing would drain.
     */
    private static void watchVersions(PostgresServer postgres) throws SQLException {
        Sql.execute(
                postgres,
                """
                CREATE TABLE watched (player text, hunt text, version bigint, PRIMARY KEY (player, hunt));
                CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE before bigint;
                BEGIN
                  SELECT version INTO before FROM watched WHERE player = NEW.player AND hunt = NEW.hunt;
                  IF NEW.version < before OR TG_OP = 'UPDATE' AND NEW.version = before THEN
                    RAISE 'version % of % after %', NEW.version, NEW.player, before;
                  END IF;
                  INSERT INTO watched VALUES (NEW.player, NEW.hunt, NEW.version)
                  ON CONFLICT (player, hunt) DO UPDATE SET version = EXCLUDED.version;
                  RETURN NULL;
                END $$;
                CREATE TRIGGER watch AFTER INSERT OR UPDATE ON hunt_progress
                FOR EACH ROW EXECUTE FUNCTION watch()
                """);
    }
}
