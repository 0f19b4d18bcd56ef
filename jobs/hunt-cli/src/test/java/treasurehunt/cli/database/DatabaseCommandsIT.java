package treasurehunt.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.cli.Ran;
import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.projector.ProjectorJob;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Questions to a real database with a few rows in it. */
class DatabaseCommandsIT {
    @TempDir private static Path folder;
    private static PostgresServer postgres;

    @BeforeAll
    static void aDatabaseWithTwoPlayers() throws SQLException {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
        Migrations.apply(
                new PostgresOptions(postgres.url(), postgres.user(), ""), ProjectorJob.MIGRATIONS);
        execute(
                """
                INSERT INTO hunt_progress (player, hunt, version, standing, hunt_version, joined_at,
                    changed_at, score, score_at, clues_solved, clues_open, clues, treasures, origin)
                SELECT player, 'pier', 3, 'PLAYING', 1, at_ms(0), at_ms(5000), score, at_ms(5000),
                    '{gate}', '{mast,sail}', '{}', '{}', 7
                FROM (VALUES ('ada', 50), (E'bo\\u001b[2J', 40)) AS p (player, score)
                """);
        execute(
                """
                INSERT INTO ledger (player, result_id, place, hunt, version, changed_at, points, balance,
                    reason, clue, origin)
                VALUES ('ada', '0:4', 0, 'pier', 2, at_ms(5000), 50, 50, 'clue', 'gate', 7)
                """);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void leadersAreShownInTheirOrderAndNothingMovesTheCursor() {
        Ran ran = hunt("leaders", "pier");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.matches(" +1 +ada +50 +1970-01-01 00:00:05"))
                .anyMatch(line -> line.contains("bo\\u{1b}[2J"));
        assertThat(hunt("leaders", "pier", "--top", "1", "--json").out())
                .startsWith("{\"rank\": 1,")
                .hasLineCount(1);
    }

    @Test
    void whoAsksForAHuntWithoutPlayersHearsOfOthers() {
        Ran ran = hunt("leaders", "peer");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("Nobody stands in peer. There is somebody in pier.");
        assertThat(hunt("leaders", "pier", "--top", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void aPlayerIsShownWithHisLedger() {
        Ran ran = hunt("player", "ada");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern("pier +playing +50 +gate +mast sail")
                .containsPattern("1970-01-01 00:00:05 +pier +50 +50 +clue +gate +0:4");
        assertThat(hunt("player", "nobody").err()).contains("nobody stands in no hunt.");
    }

    @Test
    void psqlAnswersWhatIsGivenAndWhatIsTyped() {
        Ran given = hunt("psql", "SELECT player FROM player_progress WHERE score > 45;");
        Ran typed =
                typed("SELECT count(*)\n FROM ledger;\n\\d\nSELECT nonsense;\nSELECT 1 AS last");

        assertThat(given.exitCode()).as(given.err()).isZero();
        assertThat(given.out()).containsPattern("player\n +ada");
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).contains("column \"nonsense\" does not exist");
        assertThat(typed.out())
                .containsPattern("count\n +1")
                .contains("The change; never 0.")
                .containsPattern("last\n +1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger",
                "COMMIT; CREATE TABLE mine AS SELECT 1",
                "SET TRANSACTION READ WRITE; DELETE FROM ledger",
                "COPY ledger TO '/tmp/ledger'",
                "COPY (SELECT 1) TO PROGRAM 'true'"
            })
    void nothingIsWrittenByAsking(String sql) {
        Ran ran = hunt("psql", sql);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).containsAnyOf("read-only transaction", "permission denied");
    }

    @Test
    void whoMayReadButNotBeTheReaderAsksAsHimself() throws SQLException {
        execute("CREATE ROLE owner LOGIN; GRANT SELECT ON ledger TO owner");

        Ran asked = psqlAs("owner", "SELECT count(*) FROM ledger");

        assertThat(asked.exitCode()).as(asked.err()).isZero();
        assertThat(asked.out()).containsPattern("count\n +1");
        assertThat(psqlAs("owner", "COMMIT; CREATE TABLE mine AS SELECT 1").err())
                .contains("read-only transaction");
    }

    private static Ran psqlAs(String user, String sql) {
        return Ran.hunt("psql", sql, "--postgres", postgres.url(), "--user", user);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneSentence() {
        Ran ran = Ran.hunt("leaders", "pier", "--postgres", "jdbc:postgresql://127.0.0.1:1/x");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains(
                        "No Postgres answers at", "jdbc:postgresql://127.0.0.1:1/x", "./hunt demo")
                .hasLineCount(1);
    }

    private static Ran hunt(String... arguments) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--postgres", postgres.url(), "--user", postgres.user()));
        return Ran.hunt(all.toArray());
    }

    private static Ran typed(String lines) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
            return hunt("psql");
        } finally {
            System.setIn(before);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
