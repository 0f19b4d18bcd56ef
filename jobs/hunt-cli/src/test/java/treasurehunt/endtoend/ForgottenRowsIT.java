package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.connector.postgres.sink.Refusals;
import treasurehunt.connector.postgres.sink.Row;
import treasurehunt.projector.ProjectorJob;
import treasurehunt.projector.Rebuilding;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** No order in which a projector can read its topics brings back who was forgotten. */
class ForgottenRowsIT {
    private static final String KEY = "pier/ann";
    private static final String ERASED =
            "{\"player\":\"ann\",\"hunt\":\"pier\",\"version\":3,\"erased\":true}";
    private static final String FORGOTTEN =
            "{\"id\":\"0:3\",\"player\":\"ann\",\"action_id\":\"f\",\"kind\":\"forget\",\"code\":\"FORGOTTEN\","
                    + "\"effects\":[{\"type\":\"FORGOTTEN\"}],\"at\":3,\"append_time\":3,\"rules\":3}";

    @TempDir static Path folder;
    private static PostgresServer postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
        Migrations.apply(options(), ProjectorJob.MIGRATIONS);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        number(
                "TRUNCATE hunt_progress, solves, ledger, treasure_grants, erasures, forgotten; SELECT 0");
    }

    @Test
    void anErasureEndsWhatStoodAndWhatIsReadAgain() throws Exception {
        progress(1, standing(2));
        progress(2, ERASED);
        progress(3, null);
        assertThat(number("SELECT count(*) FROM hunt_progress")).isZero();

        progress(1, standing(2));

        assertThat(number("SELECT count(*) FROM hunt_progress")).isZero();
    }

    @Test
    void aTombstoneAloneEndsWhatStoodBeforeItAndNothingBehind() throws Exception {
        progress(1, standing(2));
        progress(3, null);
        assertThat(number("SELECT count(*) FROM hunt_progress")).isZero();

        progress(4, standing(5));
        progress(3, null);

        assertThat(number("SELECT version FROM hunt_progress")).isEqualTo(5);
    }

    @Test
    void whoJoinsAgainBehindAnErasureStands() throws Exception {
        progress(2, ERASED);
        progress(4, standing(4));

        assertThat(number("SELECT version FROM hunt_progress")).isEqualTo(4);
    }

    @Test
    void anOlderSnapshotChangesNothing() throws Exception {
        progress(4, standing(5));
        progress(1, standing(2));

        assertThat(number("SELECT version FROM hunt_progress")).isEqualTo(5);
    }

    @Test
    void whatIsForgottenIsGoneFromEveryTableAndStaysSo() throws Exception {
        results(1, solved(1, 2), granted(2, 3));
        assertThat(number(ROWS)).isEqualTo(3);
        results(3, FORGOTTEN);
        assertThat(number(ROWS)).isZero();

        results(1, solved(1, 2), granted(2, 3));

        assertThat(number(ROWS)).isZero();
    }

    @Test
    void inOneBatchTooAndWhatComesBehindItCounts() throws Exception {
        results(2, solved(2, 2), FORGOTTEN, solved(4, 5));

        assertThat(number("SELECT min(version) FROM solves")).isEqualTo(5);
        assertThat(number(ROWS)).isEqualTo(2);
    }

    private static final String ROWS =
            "SELECT (SELECT count(*) FROM solves) + (SELECT count(*) FROM ledger)"
                    + " + (SELECT count(*) FROM treasure_grants)";

    private static String standing(long version) {
        return "{\"player\":\"ann\",\"hunt\":\"pier\",\"version\":%d,\"standing\":\"PLAYING\",\"hunt_version\":1,\"joined_at\":1,\"at\":1,\"score\":0,\"score_at\":1,\"clues\":[],\"treasures\":[]}"
                .formatted(version);
    }

    private static String solved(long offset, long version) {
        return result(
                offset,
                version,
                "{\"type\":\"CLUE_SOLVED\",\"clue\":\"gate\"},{\"type\":\"POINTS\",\"points\":5,\"balance\":5,\"reason\":\"clue\",\"clue\":\"gate\"}");
    }

    private static String granted(long offset, long version) {
        return result(offset, version, "{\"type\":\"GRANTED\",\"treasure\":\"map\",\"rank\":1}");
    }

    private static String result(long offset, long version, String effects) {
        return "{\"id\":\"0:%d\",\"player\":\"ann\",\"hunt\":\"pier\",\"action_id\":\"a\",\"kind\":\"answer\",\"code\":\"SOLVED\",\"effects\":[%s],\"score\":5,\"version\":%d,\"hunt_version\":1,\"at\":1,\"append_time\":1,\"rules\":3}"
                .formatted(offset, effects, version);
    }

    private static void progress(long offset, String value) throws Exception {
        try (Rebuilding tables = tables()) {
            tables.takeProgress(record("progress", offset, value));
            tables.finish();
        }
    }

    /** One batch of records, from this offset on. */
    private static void results(long offset, String... values) throws Exception {
        try (Rebuilding tables = tables()) {
            for (int i = 0; i < values.length; i++) {
                tables.takeResult(record("results", offset + i, values[i]));
            }
            tables.finish();
        }
    }

    private static CommittedRecord record(String topic, long offset, String value) {
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        return new CommittedRecord(topic, 0, offset, 0, KEY.getBytes(UTF_8), bytes);
    }

    private static Rebuilding tables() {
        return new Rebuilding(
                options(),
                new Refusals() {
                    @Override
                    public void refused(Row row, String why) {
                        throw new AssertionError(row.target() + ": " + why);
                    }

                    @Override
                    public void close() {}
                });
    }

    private static PostgresOptions options() {
        return new PostgresOptions(postgres.url(), postgres.user(), "");
    }

    /** The last statement's number. */
    private static long number(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return row.getLong(1);
        }
    }
}
