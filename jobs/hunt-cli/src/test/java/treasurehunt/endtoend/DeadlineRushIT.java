package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.testkit.Ports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many players join at once, so that a deadline passes for all of them at once, and then the time
 * limit, while others go on playing. {@code -Dhunt.players=N} sets how many, {@code
 * -Dhunt.report=FILE} writes how long the others waited.
 */
class DeadlineRushIT {
    private static final int PLAYERS = Integer.getInteger("hunt.players", 5_000);
    private static final int DUE_FOR_EACH = 2;

    /** All joins are answered before it, on a slow machine, too. */
    private static final int DEADLINE_SECONDS = 10 + PLAYERS / 1_500;

    private static final String TIMERS = "timer_state_event_due_rocksdb_estimate_num_keys";

    @TempDir Path folder;

    @Test
    void isAnnouncedToAllWhileOthersAreAnswered() throws Exception {
        EngineMetrics metrics = new EngineMetrics(Ports.free());
        Map<String, String> settings =
                Map.of(
                        "metrics.reporter.prom.port",
                        Integer.toString(metrics.port()),
                        "state.backend.rocksdb.metrics.estimate-num-keys",
                        "true");
        try (HuntSystem system = HuntSystem.start(folder)) {
            Hunt rush = rush();
            Hunt walk = walk();
            system.publish(rush, walk);
            try (HuntSystem.Engine engine = system.engine("engine", 1, settings).start();
                    EngineAnswers shown = EngineAnswers.shown(system);
                    EngineAnswers committed = EngineAnswers.committed(system);
                    OpenLoop others = new OpenLoop(system, walk.id())) {
                shown.await(others.join());
                metrics.await(TIMERS, waiting -> waiting > 0);
                double timers = metrics.sum(TIMERS);
                others.start();

                List<Long> joins = joinAtOnce(system, rush.id());
                metrics.await(TIMERS, waiting -> waiting >= timers + PLAYERS);
                shown.awaitAnnouncements(DUE_FOR_EACH * PLAYERS);
                int sent = others.stop();

                shown.await(PLAYERS + sent);
                metrics.await(TIMERS, left -> left <= timers);
                assertThat(engine.restarts()).isZero();
                Judged replayed = Judged.replayed(system, folder, place -> true);
                committed.await(replayed);
                committed.judged().assertIs(replayed);
                report(joins, shown.results());
            }
        }
    }

    /** All of them join; returns when each did, ms UTC. */
    private static List<Long> joinAtOnce(HuntSystem system, String hunt) throws Exception {
        List<String> players = IntStream.range(0, PLAYERS).mapToObj(i -> "sleeper-" + i).toList();
        try (ActionSender sender = new ActionSender(system, hunt)) {
            return sender.sendAtOnce(players, new Kind.Join()).stream().sorted().toList();
        }
    }

    private static void report(List<Long> joins, List<ConsumerRecord<byte[], byte[]>> results)
            throws Exception {
        long firstDue = joins.get(0) + DEADLINE_SECONDS * 1000L;
        long joined = 0;
        long announced = 0;
        int announcements = 0;
        Delays calm = new Delays();
        Delays rush = new Delays();
        List<Delays.Answer> others = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : results) {
            Result result = ResultCodec.decode(record.value());
            if (result.asked().isEmpty()) {
                announced = Math.max(announced, record.timestamp());
                announcements++;
            } else if (result.player().startsWith("sleeper-")) {
                joined = Math.max(joined, record.timestamp());
            } else {
                others.add(new Delays.Answer(result.at(), record.timestamp()));
            }
        }
        for (Delays.Answer answer : others) {
            if (answer.given() > announced) {
                continue;
            }
            if (answer.given() >= firstDue) {
                rush.add(answer);
            } else if (answer.asked() > joined) {
                calm.add(answer);
            }
        }
        Report.write(
                """
                {"players":%d,"joined_within_ms":%d,"announcements":%d,"announced_within_ms":%d,
                 "others_in_the_calm_before":%s,
                 "others_in_the_rush":%s}
                """,
                PLAYERS,
                joins.get(joins.size() - 1) - joins.get(0),
                announcements,
                announced - firstDue,
                calm.json(),
                rush.json());
    }

    /** The deadline, and half a second later the time limit: then nothing is left to fall due. */
    private static Hunt rush() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"rush","version":1,"title":"Rush","time-limit":"%d500ms",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "clues":[
                   {"id":"fuse","title":"Fuse","points":5,"deadline":"%ds",
                    "proof":{"answer":{"accept":["dry"]}}},
                   {"id":"never","title":"Never","proof":{"review":{}}}]}
                """
                        .formatted(DEADLINE_SECONDS, DEADLINE_SECONDS)
                        .getBytes(UTF_8));
    }

    private static Hunt walk() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"walk","version":1,"title":"Walk","time-limit":"10h",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":1000,"per-second":1000},
                 "clues":[
                   {"id":"gate","title":"Gate","points":5,"wrong-penalty":1,
                    "proof":{"answer":{"accept":["key"]}}}]}
                """
                        .getBytes(UTF_8));
    }
}
