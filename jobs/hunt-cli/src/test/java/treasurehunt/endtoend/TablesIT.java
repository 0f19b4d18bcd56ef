package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.projector.ProjectorJob;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The migrations, and the views over a few rows. */
class TablesIT {
    @TempDir Path folder;
    private PostgresServer postgres;

    @BeforeEach
    void start() throws SQLException {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
        migrate();
        execute(
                """
                INSERT INTO hunt_progress VALUES
                ('ann', 'pier', 5, 'PLAYING', 1, at_ms(0), at_ms(60000), 30, at_ms(60000), NULL, NULL, '{gate,mast}', '{sail}',
                 '{"gate":{"status":"SOLVED","attempts":2,"hints":1},"mast":{"status":"SOLVED","attempts":0,"hints":0},
                   "sail":{"status":"OPEN","attempts":0,"hints":0}}', '{}', 0),
                ('bob', 'pier', 7, 'COMPLETED', 1, at_ms(0), at_ms(70000), 30, at_ms(50000), NULL, NULL, '{gate}', '{}',
                 '{"gate":{"status":"SOLVED","attempts":0,"hints":0},"mast":{"status":"PENDING","attempts":0,"hints":0}}', '{map}', 0),
                ('Cleo', 'pier', 3, 'PLAYING', 1, at_ms(0), at_ms(80000), 90, at_ms(80000), 30, at_ms(50000), '{}', '{gate}',
                 '{"gate":{"status":"OPEN","attempts":1,"hints":2}}', '{}', 0),
                ('dan', 'pier', 3, 'DISQUALIFIED', 1, at_ms(0), at_ms(80000), 99, at_ms(1), NULL, NULL, '{}', '{}', '{}', '{}', 0),
                ('ann', 'quay', 1, 'PLAYING', 2, at_ms(5), at_ms(5), 0, at_ms(5), NULL, NULL, '{}', '{}', '{}', '{}', 0);
                INSERT INTO solves VALUES
                ('ann', '0:1', 0, 'pier', 'gate', 2, 1, at_ms(10000), 0), ('ann', '0:2', 0, 'pier', 'mast', 3, 1, at_ms(11000), 0),
                ('ann', '0:3', 0, 'pier', 'keel', 4, 1, at_ms(12500), 0), ('bob', '1:2', 0, 'pier', 'gate', 2, 1, at_ms(30000), 0);
                INSERT INTO ledger VALUES
                ('ann', '0:4', 1, 'pier', 5, at_ms(60000), -10, 30, 'hint', 'gate', 'h1', NULL, NULL, NULL, 0)
                """);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void theBoardIsAsTheRuleBookHasIt() throws SQLException {
        // Equal scores by their time, then by the player's bytes; a frozen score as it was frozen.
        assertThat(rows("SELECT hunt, rank, player, score FROM leaderboard ORDER BY hunt, rank"))
                .containsExactly(
                        "pier 1 Cleo 30", "pier 2 bob 30", "pier 3 ann 30", "quay 1 ann 0");
    }

    @Test
    void theOthersCountWhatTheySay() throws SQLException {
        assertThat(
                        rows(
                                "SELECT player, standing, solved, open, treasures FROM player_progress WHERE hunt = 'pier' ORDER BY player COLLATE \"C\""))
                .containsExactly(
                        "Cleo PLAYING 0 1 0",
                        "ann PLAYING 2 1 0",
                        "bob COMPLETED 1 0 1",
                        "dan DISQUALIFIED 0 0 0");
        assertThat(
                        rows(
                                "SELECT clue, reached, tried, solved, median_time FROM hunt_funnel ORDER BY clue"))
                .containsExactly("gate 3 3 2 00:00:10", "mast 1 1 1 00:00:11", "sail 1 0 0 null");
        assertThat(
                        rows(
                                "SELECT clue, with_hint, solved_with_hint, without_hint, solved_without_hint, points_spent"
                                        + " FROM hint_value ORDER BY clue"))
                .containsExactly("gate 2 1 1 1 10", "mast 0 0 1 1 0", "sail 0 0 1 0 0");
        assertThat(
                        rows(
                                "SELECT player, hunt, solves, within_two_seconds, shortest_gap FROM suspicions"))
                .containsExactly("ann pier 3 2 00:00:01");
    }

    @Test
    void whoMayReadMayReadAndNothingElse() throws SQLException {
        for (String view :
                List.of(
                        "hunt_progress",
                        "solves",
                        "ledger",
                        "treasure_grants",
                        "player_progress",
                        "leaderboard",
                        "hunt_funnel",
                        "hint_value",
                        "suspicions")) {
            rows("SET ROLE hunt_reader; SELECT * FROM " + view);
        }
        assertThatThrownBy(() -> execute("SET ROLE hunt_reader; SELECT * FROM erasures"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("SET ROLE hunt_reader; DELETE FROM ledger"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void everyTableViewAndColumnIsExplained() throws SQLException {
        assertThat(
                        rows(
                                """
                                SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0
                                AND c.relname <> 'schema_migrations' AND col_description(c.oid, a.attnum) IS NULL
                                UNION
                                SELECT c.relname, '' FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
                                AND c.relkind IN ('r', 'v') AND c.relname <> 'schema_migrations'
                                AND obj_description(c.oid) IS NULL
                                """))
                .isEmpty();
    }

    @Test
    void migrationsAreAppliedOnceAndAnAlteredOneIsRefused() throws SQLException {
        migrate();
        assertThat(rows("SELECT version FROM schema_migrations ORDER BY installed_rank"))
                .containsExactly("1", "2", "3");

        execute("UPDATE schema_migrations SET checksum = 1 WHERE version = '2'");

        assertThatThrownBy(this::migrate)
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("Migration checksum mismatch for migration version 2");
    }

    private void migrate() {
        Migrations.apply(
                new PostgresOptions(postgres.url(), postgres.user(), ""), ProjectorJob.MIGRATIONS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of the last statement, a line each. */
    private List<String> rows(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean result = statement.execute(sql);
            while (!result) {
                result = statement.getMoreResults();
            }
            ResultSet rows = statement.getResultSet();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(" ", values));
            }
        }
        return lines;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), "");
    }
}
