package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.testkit.Poll;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A generated log through engine and projector, while the projector is killed, and the database
 * crashes and freezes. {@code -Dhunt.actions=N} makes it longer, {@code -Dhunt.kills=N} kills the
 * projector more often.
 */
class ProjectorIT {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 20_000);
    private static final int KILLS = Integer.getInteger("hunt.kills", 3);

    /** Longer than a frozen database is listened to. */
    private static final long FROZEN_SECONDS = Long.getLong("hunt.frozen", 12);

    private static final Map<String, String> GIVEN_TIMESTAMPS =
            Map.of("hunt.actions.given-timestamps", "true");

    @TempDir Path folder;

    @Test
    void theTablesAreAsTheTopicsWhateverFails() throws Exception {
        long seed = Seed.printed();
        Random random = new Random(seed);
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
                execute(postgres, ProjectedTables.REFUSING);
                for (int kill = 1; kill <= KILLS; kill++) {
                    int before = rows(postgres);
                    sender.sendUntil(kill * ACTIONS / (KILLS + 2));
                    awaitMoreRows(postgres, before + random.nextInt(500));
                    projector.job().kill();
                    projector.start();
                }
                sender.sendUntil((KILLS + 1) * ACTIONS / (KILLS + 2));
                postgres.crash();
                metrics.await("postgres_breaker", state -> state > 0);
                postgres.start();
                postgres.freeze();
                LockSupport.parkNanos(FROZEN_SECONDS * 1_000_000_000);
                postgres.thaw();
                sender.finish();

                Judged replayed = Judged.replayed(system, folder, place -> true);
                committed.await(replayed);
                ProjectedTables expected = ProjectedTables.expected(system);
                awaitAll(postgres, expected);
                ProjectedTables actual = ProjectedTables.actual(postgres);
                assertThat(actual.progress()).isEqualTo(expected.progress());
                assertThat(actual.solves()).isEqualTo(expected.solves());
                assertThat(actual.ledger()).isEqualTo(expected.ledger());
                assertThat(actual.grants()).isEqualTo(expected.grants());
                assertThat(expected.refused()).isNotEmpty();
                assertThat(ProjectedTables.refusedPlaces(system)).containsAll(expected.refused());
                Snapshots.assertAreWhatTheResultsLeadTo(
                        system, folder, postgres, expected.refused().size());
                metrics.await("postgres_breaker", state -> state == 0);
                assertThat(projector.restarts()).isZero();
                assertThat(engine.restarts()).isZero();
                assertThat(expected.size()).isGreaterThan(ACTIONS / 20);
                System.out.println("rows: " + expected.size());
            }
        }
    }

    /** From now on a row whose version goes down, or stays, is refused: nothing would drain. */
    private static void watchVersions(PostgresServer postgres) throws SQLException {
        execute(
                postgres,
                """
                CREATE FUNCTION version_went_down() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE 'version % of % after %', NEW.version, NEW.player, OLD.version; END $$;
                CREATE TRIGGER watch BEFORE UPDATE ON hunt_progress FOR EACH ROW
                WHEN (NEW.version <= OLD.version) EXECUTE FUNCTION version_went_down()
                """);
    }

    private static void awaitMoreRows(PostgresServer postgres, int wanted) {
        boolean there = Poll.until(HuntSystem.PATIENCE, () -> rows(postgres) > wanted);
        assertThat(there).as("more than %d rows", wanted).isTrue();
    }

    /** What differs when that is over, the comparison tells. */
    private static void awaitAll(PostgresServer postgres, ProjectedTables expected) {
        boolean all = Poll.until(HuntSystem.PATIENCE, () -> tables(postgres).hasRowsOf(expected));
        System.out.println("tables are as the topics: " + all);
    }

    private static int rows(PostgresServer postgres) {
        return tables(postgres).size();
    }

    private static ProjectedTables tables(PostgresServer postgres) {
        try {
            return ProjectedTables.actual(postgres);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
