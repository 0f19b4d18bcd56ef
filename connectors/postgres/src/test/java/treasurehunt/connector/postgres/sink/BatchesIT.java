package treasurehunt.connector.postgres.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Batches into a real database, which refuses, crashes and freezes. */
@Timeout(120)
class BatchesIT {
    private static final Target SCORES =
            new Target(
                    "scores",
                    List.of("player", "version", "score"),
                    1,
                    1,
                    List.of(
                            """
                            INSERT INTO scores AS t SELECT player, version::bigint, score::int FROM rows
                            ON CONFLICT (player) DO UPDATE SET version = EXCLUDED.version, score = EXCLUDED.score
                            WHERE t.version < EXCLUDED.version
                            """));

    @TempDir static Path folder;
    private static PostgresServer postgres;

    private final List<String> refused = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private Batches batches;

    /** Remembers what it is asked to show. */
    private static final class Gauges extends UnregisteredMetricsGroup {
        private final Map<String, Gauge<?>> byName = new HashMap<>();

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            byName.put(name, gauge);
            return gauge;
        }

        @Override
        public MetricGroup addGroup(String name) {
            return this;
        }

        Gauge<?> get(String name) {
            return byName.get(name);
        }
    }

    private final Gauges gauges = new Gauges();

    @BeforeAll
    static void start() {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void open() throws SQLException {
        execute("DROP TABLE IF EXISTS scores");
        execute(
                "CREATE TABLE scores (player text PRIMARY KEY, version bigint, score int CHECK (score < 1000))");
        batches = batches();
    }

    @AfterEach
    void close() {
        batches.close();
    }

    @Test
    void rowsThatAreRefusedAreReportedAloneAndAllOthersAreWritten() throws Exception {
        List<Row> rows = rows(1_000, 1);
        rows.set(17, row("p17", 1, "1000"));
        rows.set(500, row("p500", 1, "no number"));
        rows.set(999, row("p999", 1, "99999999999"));

        assertThat(batches.write(rows)).isTrue();

        assertThat(refused)
                .containsExactly(
                        "p17 Postgres: 23514", "p500 Postgres: 22P02", "p999 Postgres: 22003");
        assertThat(number("SELECT count(*) FROM scores")).isEqualTo(997);
    }

    @Test
    void anOlderRowChangesNothing() throws Exception {
        batches.write(List.of(row("ann", 2, "20")));
        batches.write(List.of(row("ann", 1, "10")));
        batches.write(List.of(row("ann", 2, "99")));

        assertThat(number("SELECT score FROM scores")).isEqualTo(20);
    }

    @Test
    void aDatabaseThatIsGoneIsTriedNowAndThenAndWrittenToWhenItIsBack() throws Exception {
        batches.write(rows(10, 1));
        assertThat(lagMs()).isZero();
        postgres.crash();
        int asked = 0;
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() < until) {
            assertThat(batches.write(rows(10, 2))).isFalse();
            asked++;
        }
        int tried = failures.get();
        assertThat(lagMs()).isCloseTo(System.currentTimeMillis(), within(60_000L));
        postgres.start();
        while (!batches.write(rows(10, 2))) {
            asked++;
        }

        assertThat(lagMs()).isZero();
        assertThat(number("SELECT sum(version) FROM scores")).isEqualTo(20);
        assertThat(tried).isBetween(3, 12).isLessThan(asked / 3);
    }

    @Test
    void aDatabaseThatIsFrozenHoldsNobodyForEver() throws Exception {
        batches.write(rows(10, 1));
        postgres.freeze();

        assertThat(batches.write(rows(10, 2))).isFalse();

        postgres.thaw();
        while (!batches.write(rows(10, 2))) {
            assertThat(refused).isEmpty();
        }
        assertThat(number("SELECT sum(version) FROM scores")).isEqualTo(20);
    }

    @Test
    void aDatabaseThatFreezesInAStatementHoldsNobodyForEver() throws Exception {
        Target slow =
                new Target(
                        "scores", SCORES.columns(), 1, 1, List.of("SELECT pg_sleep(3) FROM rows"));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (Database database = new Database(options(), List.of(slow))) {
            Future<?> written = writer.submit(() -> database.write(Map.of("scores", rows(1, 1))));
            while (number("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                    == 0) {
                assertThat(written).isNotDone();
            }
            postgres.freeze();

            assertThatThrownBy(written::get).hasCauseInstanceOf(SQLException.class);
        } finally {
            postgres.thaw();
            writer.shutdownNow();
        }
    }

    @Test
    void twoWhoWriteTheSameRowsAtOnceDoNotLockEachOther() throws Exception {
        batches.write(rows(500, 1));
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Integer>> deadlocks = new ArrayList<>();
        for (int writer = 0; writer < 2; writer++) {
            Random random = new Random(writer);
            deadlocks.add(both.submit(() -> writeShuffled(random)));
        }
        int all = 0;
        for (Future<Integer> one : deadlocks) {
            all += one.get();
        }
        both.shutdown();

        assertThat(all).isZero();
    }

    private static int writeShuffled(Random random) {
        int failed = 0;
        try (Database database = new Database(options(), List.of(SCORES))) {
            for (int round = 2; round < 100; round++) {
                List<Row> rows = rows(500, round);
                Collections.shuffle(rows, random);
                try {
                    database.write(Map.of("scores", rows));
                } catch (SQLException e) {
                    failed++;
                }
            }
        }
        return failed;
    }

    private long lagMs() {
        return (Long) gauges.get("lagMs").getValue();
    }

    private Batches batches() {
        return new Batches(
                new Database(options(), List.of(SCORES)),
                new Refusals() {
                    @Override
                    public void refused(Row row, String why) {
                        refused.add(row.values()[0] + " " + why);
                    }

                    @Override
                    public void close() {}
                },
                new WriterMetrics(gauges) {
                    @Override
                    void failed() {
                        failures.incrementAndGet();
                    }
                });
    }

    private static PostgresOptions options() {
        return new PostgresOptions(postgres.url(), postgres.user(), "");
    }

    private static List<Row> rows(int count, long version) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row("p" + i, version, Integer.toString(i % 1_000)));
        }
        return rows;
    }

    private static Row row(String player, long version, String score) {
        return new Row(
                "scores",
                new String[] {player, Long.toString(version), score},
                new Row.Origin("topic", 0, 0, 0));
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        // One that stays frozen fails a test, and does not hold all of them.
        return DriverManager.getConnection(
                postgres.url() + "?socketTimeout=30&connectTimeout=30", postgres.user(), "");
    }
}
