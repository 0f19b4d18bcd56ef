package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Players at half of what engine and projector can, while the database is there and away by turns.
 * {@code -Dhunt.windows=N} sets how many turns, {@code -Dhunt.window=S} how many seconds each,
 * {@code -Dhunt.burst=N} how many actions at once show what they can; {@code -Dhunt.report=FILE}
 * writes how long players waited in each, how far the projector fell back and how fast it caught
 * up.
 */
class OutageIT {
    private static final int WINDOWS = Integer.getInteger("hunt.windows", 3);
    private static final int SECONDS = Integer.getInteger("hunt.window", 3);
    private static final int BURST = Integer.getInteger("hunt.burst", 2_000);

    /** Of them the last one tells: the JVM has compiled what runs often. */
    private static final int BURSTS = 4;

    /** What comes within so many seconds is always under way. */
    private static final int CLOSE_SECONDS = 3;

    @TempDir Path folder;

    @Test
    void noPlayerFeelsThatTheDatabaseIsAway() throws Exception {
        EngineMetrics metrics = new EngineMetrics(Ports.free());
        try (HuntSystem system = HuntSystem.start(folder);
                PostgresServer postgres =
                        PostgresServer.start(folder.resolve("postgres"), Ports.free())) {
            Hunt hunt = hunt();
            system.publish(hunt);
            try (HuntSystem.Engine engine = system.engine("engine", 1, Map.of()).start();
                    HuntSystem.Engine projector =
                            system.projector("projector", postgres, metrics.port()).start();
                    ShownResults shown = new ShownResults(system);
                    Lag lag = new Lag(system, "projector")) {
                int capacity = capacity(system, hunt, shown, lag);
                long walBefore = Sql.walBytes(postgres);
                double rowsBefore = metrics.sum("postgres_rows");
                double statementsBefore = metrics.sum("postgres_statements");
                long actionsBefore = shown.answers();

                List<String> windows = new ArrayList<>();
                List<Integer> there = new ArrayList<>();
                List<Integer> away = new ArrayList<>();
                try (OpenLoop players =
                        new OpenLoop(system, hunt.id(), capacity / 2, new Walk("half")::send)) {
                    players.start();
                    for (int i = 0; i < WINDOWS; i++) {
                        boolean outage = i % 2 == 1;
                        windows.add(
                                window(
                                        outage,
                                        capacity / 2L * CLOSE_SECONDS,
                                        postgres,
                                        metrics,
                                        lag,
                                        shown));
                        (outage ? away : there).add(shown.current().percentile(0.99));
                    }
                    shown.await(actionsBefore + players.stop());
                }
                lag.awaitNone();

                assertThat(engine.restarts()).isZero();
                assertThat(projector.restarts()).isZero();
                assertThat(Sql.number(postgres, "SELECT count(*) FROM ledger"))
                        .isEqualTo(shown.pointChanges());
                assertThat(Sql.number(postgres, "SELECT sum(version) FROM hunt_progress"))
                        .isEqualTo(shown.sumOfVersions());
                Report.write(
                        """
                        {"capacity":%d,"rate":%d,"window_seconds":%d,"actions":%d,
                         "rows":%.0f,"statements":%.0f,"wal_bytes":%d,
                         "p99_ms_there":%s,"p99_ms_away":%s,"median_p99_ms_away":%d,
                         "windows":[
                        %s]}
                        """,
                        capacity,
                        capacity / 2,
                        SECONDS,
                        shown.answers() - actionsBefore,
                        metrics.sum("postgres_rows") - rowsBefore,
                        metrics.sum("postgres_statements") - statementsBefore,
                        Sql.walBytes(postgres) - walBefore,
                        there,
                        away,
                        away.stream().sorted().toList().get(away.size() / 2),
                        windows.stream().collect(joining(",\n")));
            }
        }
    }

    /** Actions a second that engine and projector get through, of those that are there at once. */
    private static int capacity(HuntSystem system, Hunt hunt, ShownResults shown, Lag lag)
            throws Exception {
        long nanos = 1;
        for (int burst = 0; burst < BURSTS; burst++) {
            Walk walk = new Walk("burst" + burst);
            long before = shown.answers();
            long begin = System.nanoTime();
            try (ActionSender sender = new ActionSender(system, hunt.id())) {
                List<Future<RecordMetadata>> places = new ArrayList<>();
                for (int i = 0; i < BURST; i++) {
                    places.add(walk.send(sender, i));
                }
                for (Future<RecordMetadata> place : places) {
                    place.get();
                }
            }
            shown.await(before + BURST);
            lag.awaitNone();
            nanos = System.nanoTime() - begin;
        }
        return Math.toIntExact(TimeUnit.SECONDS.toNanos(BURST) / nanos);
    }

    /** One turn, at whose end the database is there again if it was away. */
    private static String window(
            boolean outage,
            long close,
            PostgresServer postgres,
            EngineMetrics metrics,
            Lag lag,
            ShownResults shown)
            throws Exception {
        if (outage) {
            postgres.crash();
        }
        long behind = lag.records();
        double rows = metrics.sum("postgres_rows");
        double rowsASecond = 0;
        shown.begin();
        long begin = System.nanoTime();
        long caughtUp = -1;
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS)) {
            // Asked in both kinds of window, so that they differ in nothing else.
            if (lag.records() <= close && !outage && caughtUp < 0) {
                caughtUp = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                rowsASecond = (metrics.sum("postgres_rows") - rows) * 1000 / Math.max(1, caughtUp);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        shown.end();
        if (outage) {
            // What ops watch.
            metrics.await("postgres_lagMs", ms -> ms > 0);
            postgres.start();
        }
        return String.format(
                Locale.ROOT,
                "{\"database\":\"%s\",\"behind_at_begin\":%d,\"behind_at_end\":%d,\"caught_up_within_ms\":%d,"
                        + "\"rows_a_second_until_then\":%.0f,%s}",
                outage ? "away" : "there",
                behind,
                lag.records(),
                caughtUp,
                rowsASecond,
                shown.current().json());
    }

    /** Players without end, a number of them at a time, each from the join to the last clue. */
    private record Walk(String name) {
        private static final int AT_A_TIME = 200;
        private static final List<Kind> STEPS =
                List.of(
                        new Kind.Join(),
                        new Kind.Answer("mast", "flag"),
                        new Kind.Answer("mast", "sail"),
                        new Kind.Answer("gate", "bolt"),
                        new Kind.Answer("gate", "lock"),
                        new Kind.Hint("gate", "look"),
                        new Kind.Answer("gate", "lock"),
                        new Kind.Answer("gate", "key"),
                        new Kind.Answer("lamp", "wick"),
                        new Kind.Answer("lamp", "glass"),
                        new Kind.Answer("lamp", "oil"),
                        new Kind.Answer("lamp", "oil"));

        Future<RecordMetadata> send(ActionSender sender, int number) {
            int round = number / AT_A_TIME;
            String player = "%s-%d-%d".formatted(name, number % AT_A_TIME, round / STEPS.size());
            return sender.sendSoon(player, STEPS.get(round % STEPS.size()));
        }
    }

    private static Hunt hunt() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"walk","version":1,"title":"Walk",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":1000,"per-second":1000},
                 "clues":[
                   {"id":"mast","title":"Mast","points":10,"proof":{"answer":{"accept":["sail"]}}},
                   {"id":"gate","title":"Gate","points":10,"wrong-penalty":2,
                    "proof":{"answer":{"accept":["key"]}},
                    "hints":[{"id":"look","cost":3,"text":"Under the mat"}]},
                   {"id":"lamp","title":"Lamp","points":5,"proof":{"answer":{"accept":["oil"]}}}]}
                """
                        .getBytes(UTF_8));
    }
}
