package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Ran;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.testkit.JobState;
import treasurehunt.testkit.Poll;
import treasurehunt.testkit.Ports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Hunts change under running players. */
class VersionsIT {
    private static final String HUNT = "harbour";
    private static final int PLAYERS = 50;

    /** Begins with the digit of one that judges players. */
    private static final int LATE = 34;

    @TempDir Path folder;

    /** By version, ms UTC from which on it is in effect. */
    private final NavigableMap<Integer, Long> effectiveAt = new TreeMap<>();

    private HuntSystem system;
    private EngineMetrics metrics;
    private Random random;

    @Test
    void takeEffectAtOneActionForAllAndALateOneStopsTheEngineUntilItIsVoid() throws Exception {
        random = new Random(Seed.printed());
        try (HuntSystem started = HuntSystem.start(folder);
                HuntPublisher publisher = started.publisher()) {
            system = started;
            publish(publisher, 1, "");
            publisher.awaitTime(effectiveAt.get(1));
            metrics = new EngineMetrics(Ports.free());
            Map<String, String> settings =
                    Map.of("metrics.reporter.prom.port", Integer.toString(metrics.port()));
            try (HuntSystem.Engine engine = system.engine("engine", 2, settings).start();
                    EngineAnswers shown = EngineAnswers.shown(system);
                    EngineAnswers committed = EngineAnswers.committed(system);
                    ActionSender players = new ActionSender(system, HUNT);
                    OpenLoop others = new OpenLoop(system, HUNT)) {
                for (int i = 0; i < PLAYERS; i++) {
                    players.send("p" + i, new Kind.Join());
                }

                changeUnderLoad(engine, publisher, players);
                shown.await(players.sent());
                others.join();
                others.start();
                comeLate(engine, publisher, players);
                others.stop();

                system.tick();
                Judged replayed = Judged.replayed(system, folder, place -> true);
                committed.await(replayed);
                committed.judged().assertIs(replayed);
                assertThat(shown.again()).isPositive();
                assertEachIsJudgedByTheVersionInEffect(replayed);
            }
        }
    }

    /** Two versions at once, one for later; the engine is dead when they take effect. */
    private void changeUnderLoad(
            HuntSystem.Engine engine, HuntPublisher publisher, ActionSender players)
            throws Exception {
        playUntil(effectiveAt.get(1) + 1_000, players);
        publish(publisher, 2, "");
        String later = Instant.ofEpochMilli(effectiveAt.get(2) + 2_000).toString();
        publish(publisher, 3, "\"effective-from\":\"" + later + "\",");
        assertThat(effectiveAt.get(3)).isEqualTo(effectiveAt.get(2) + 2_000);
        playUntil(effectiveAt.get(2) - 500, players);
        engine.job().kill();
        playUntil(effectiveAt.get(2) + 500, players);
        engine.start();
        playUntil(effectiveAt.get(3) + 500, players);
        assertThat(voided(2, engine).err())
                .contains("does not stand stopped for harbour version 2");
    }

    /**
     * A version that got by all checks, from a broker whose clock was behind: in effect for a
     * second when it comes. Others play on.
     */
    private void comeLate(HuntSystem.Engine engine, HuntPublisher publisher, ActionSender players)
            throws Exception {
        system.setClock(Duration.ofSeconds(-6));
        Path file = Files.writeString(folder.resolve("harbour-35.json"), json(35, ""));
        Ran refused = hunt("publish", file);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("a broker's clock was ahead", "nothing was published");
        publisher.publish(definition(LATE, ""));
        system.setClock(Duration.ZERO);

        assertThat(Poll.until(HuntSystem.PATIENCE, () -> isStoppedForAVersion(engine))).isTrue();
        assertThat(engine.job().newestFailure(engine.restPort()))
                .hasValueSatisfying(
                        failure ->
                                assertThat(failure)
                                        .contains("LATE VERSION harbour version 34:")
                                        .contains("./hunt void harbour 34"));
        players.send("p0", new Kind.Answer("gate", "while it stands"));
        assertThat(voided(3, engine).exitCode()).isEqualTo(1);
        metrics.await("job_numRestarts", restarts -> restarts > 2);
        Ran voided = voided(LATE, engine);
        assertThat(voided.exitCode()).as(voided.err()).isZero();
        players.send("p0", new Kind.Answer("gate", "when it goes on"));
        assertThat(voided(LATE, engine).err()).contains("is void already");
    }

    private static boolean isStoppedForAVersion(HuntSystem.Engine engine) {
        Optional<String> failure = engine.job().newestFailure(engine.restPort());
        return failure.filter(text -> text.contains("LATE VERSION")).isPresent()
                && !engine.job().state(engine.restPort()).equals(Optional.of(JobState.FAILED));
    }

    private void assertEachIsJudgedByTheVersionInEffect(Judged judged) throws Exception {
        int[] judgedBy = new int[LATE + 2];
        for (List<String> results : judged.results().values()) {
            for (String line : results) {
                Result result = ResultCodec.decode(line.getBytes(UTF_8));
                int version = (int) result.huntVersion().orElseThrow();
                judgedBy[version]++;
                if (result.code() == Code.DUE) {
                    assertThat(line).contains("MOVED");
                } else {
                    assertThat(version).as(line).isEqualTo(inEffect(result.at()));
                }
            }
        }
        assertThat(judgedBy[1]).isPositive();
        assertThat(judgedBy[2]).isPositive();
        assertThat(judgedBy[3]).isPositive();
        assertThat(judgedBy[LATE] + judgedBy[LATE + 1]).isZero();
    }

    private int inEffect(long at) {
        int version = 0;
        for (Map.Entry<Integer, Long> each : effectiveAt.entrySet()) {
            version = each.getValue() <= at ? each.getKey() : version;
        }
        return version;
    }

    private void playUntil(long end, ActionSender players) throws Exception {
        long now = 0;
        while (now < end) {
            String player = "p" + random.nextInt(PLAYERS);
            String text = random.nextInt(100) == 0 ? "key" : "wrong " + random.nextInt(1_000_000);
            now = players.send(player, new Kind.Answer("gate", text));
        }
    }

    /** Without waiting until it is in effect, as the command would. */
    private void publish(HuntPublisher publisher, int version, String more) throws Exception {
        effectiveAt.put(version, publisher.publish(definition(version, more)).effectiveAt());
    }

    private Ran voided(int version, HuntSystem.Engine engine) throws Exception {
        return hunt("void", HUNT, version, "--engine", "http://localhost:" + engine.restPort());
    }

    private Ran hunt(Object... command) throws Exception {
        Object[] all = Arrays.copyOf(command, command.length + 4);
        all[command.length] = "--kafka";
        all[command.length + 1] = system.bootstrapServers();
        all[command.length + 2] = "--keys";
        all[command.length + 3] = system.keys();
        return Ran.hunt(all);
    }

    private static Hunt definition(int version, String more) throws Exception {
        return HuntCodec.decode(json(version, more).getBytes(UTF_8));
    }

    /** Each version takes another penalty, so that being judged by another one shows. */
    private static String json(int version, String more) {
        return """
               {"hunt":"harbour","version":%d,%s"title":"Harbour",
                "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                "rate":{"burst":1000,"per-second":1000},
                "clues":[{"id":"gate","title":"Gate","points":%d,"wrong-penalty":%d,
                          "proof":{"answer":{"accept":["key"]}}}]}
               """
                .formatted(version, more, 100 * version, version);
    }
}
