package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What falls due for players who do nothing: announced by time alone, in a race with others' and
 * their own actions, and by an engine that died just when it should have.
 */
class SilentPlayersIT {
    /** In their order: a deadline, a clue that unlocks, the time limit; ms from the join. */
    private static final long DEADLINE = 3_000;

    private static final long TIME_LIMIT = 7_000;
    private static final int DUE_FOR_EACH = 3;
    private static final int SILENT = 60;
    private static final int RACERS = 40;

    private static final List<Kind> TRIES =
            List.of(
                    new Kind.Answer("fuse", "wet"),
                    new Kind.Answer("fuse", "dry"),
                    new Kind.Answer("vault", "open"),
                    new Kind.Hint("vault", "h"),
                    new Kind.Position(new Fix(54.1, 18.1, 5)),
                    new Kind.Abandon());

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hearWhatFallsDueOnceAndAsEveryReplaySays(int parallelism) throws Exception {
        Random random = new Random(Seed.printed());
        try (HuntSystem system = HuntSystem.start(folder);
                HuntPublisher broker = system.publisher()) {
            Hunt hunt = hunt();
            system.publish(hunt);
            try (HuntSystem.Engine engine = system.engine("engine", parallelism, Map.of()).start();
                    EngineAnswers shown = EngineAnswers.shown(system);
                    EngineAnswers committed = EngineAnswers.committed(system);
                    ActionSender players = new ActionSender(system, hunt.id())) {
                for (int i = 0; i < SILENT; i++) {
                    players.send("silent-" + i, new Kind.Join());
                }
                shown.awaitAnnouncements(DUE_FOR_EACH * SILENT);
                report(parallelism, shown.results());

                long last = raceAndKill(engine, players, random);

                broker.awaitTime(last + TIME_LIMIT + 1);
                system.tick();
                Judged replayed = Judged.replayed(system, folder, place -> true);
                committed.await(replayed);
                committed.judged().assertIs(replayed);
                shown.await(replayed);
                assertThat(shown.again()).isPositive();
                assertThat(timesUp(replayed)).isGreaterThan(SILENT);
            }
        }
    }

    /**
     * Others join, and act around what falls due for them; the engine is dead from before the first
     * deadline until after it.
     *
     * @return when the last of them joined, ms UTC
     */
    private static long raceAndKill(HuntSystem.Engine engine, ActionSender players, Random random)
            throws Exception {
        long first = players.send("sleeper", new Kind.Join());
        engine.checkpoint();
        long last = first;
        for (int i = 0; i < RACERS; i++) {
            last = players.send("racer-" + i, new Kind.Join());
        }
        raceUntil(first + DEADLINE - 500, players, random);
        // Whatever it has announced by now, this it has not.
        engine.job().suspend();
        raceUntil(first + DEADLINE + 500, players, random);
        engine.job().kill();
        engine.start();
        raceUntil(last + TIME_LIMIT + 200, players, random);
        return last;
    }

    private static void raceUntil(long end, ActionSender players, Random random) throws Exception {
        long now = 0;
        while (now < end) {
            String player = "racer-" + random.nextInt(RACERS);
            // Who abandons has nothing due any more: few shall.
            int most = random.nextInt(50) == 0 ? TRIES.size() : TRIES.size() - 1;
            now = players.send(player, TRIES.get(random.nextInt(most)));
        }
    }

    private static void report(int parallelism, List<ConsumerRecord<byte[], byte[]>> results)
            throws Exception {
        Map<String, Long> latest = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : results) {
            Result result = ResultCodec.decode(record.value());
            if (result.code() == Code.DUE) {
                String what = result.effects().get(0).getClass().getSimpleName();
                latest.merge(what, record.timestamp() - result.at(), Math::max);
                ids.add(result.id());
            }
        }
        assertThat(ids).hasSize(DUE_FOR_EACH * SILENT).doesNotHaveDuplicates();
        assertThat(latest).containsOnlyKeys("ClueExpired", "ClueUnlocked", "TimeUp");
        Report.write(
                "{\"parallelism\":%d,\"players\":%d,\"latest_ms_from_moment_to_announcement\":"
                        + "{\"deadline\":%d,\"wait\":%d,\"time_limit\":%d}}%n",
                parallelism,
                SILENT,
                latest.get("ClueExpired"),
                latest.get("ClueUnlocked"),
                latest.get("TimeUp"));
    }

    private static long timesUp(Judged judged) {
        return judged.results().values().stream()
                .flatMap(List::stream)
                .filter(line -> line.contains("TIME_UP"))
                .count();
    }

    private static Hunt hunt() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"alarm","version":1,"title":"Alarm","time-limit":"7s",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":1000,"per-second":1000},"max-speed":1,
                 "clues":[
                   {"id":"fuse","title":"Fuse","points":5,"deadline":"3s",
                    "proof":{"answer":{"accept":["dry"]}}},
                   {"id":"vault","title":"Vault","unlocks-after":"5s","wrong-penalty":1,
                    "proof":{"answer":{"accept":["sesame"]}},
                    "hints":[{"id":"h","cost":1,"after":"1s","text":"A plant"}]},
                   {"id":"never","title":"Never","proof":{"review":{}}}]}
                """
                        .getBytes(UTF_8));
    }
}
