package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.testkit.Ports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** A broker's clock that is set back by an hour, then forward, while people play. */
class ClockStepsIT {
    private static final int PLAYERS = 40;
    private static final int ACTIONS = 400;
    private static final double NEARLY_AN_HOUR = Duration.ofMinutes(59).toMillis();

    @TempDir Path folder;

    @Test
    void changesNoResultAndRingsTheAlarm() throws Exception {
        Random random = new Random(Seed.printed());
        EngineMetrics metrics = new EngineMetrics(Ports.free());
        Map<String, String> settings =
                Map.of("metrics.reporter.prom.port", Integer.toString(metrics.port()));
        try (HuntSystem system = HuntSystem.start(folder)) {
            Hunt hunt = hunt();
            system.publish(hunt);
            try (HuntSystem.Engine engine = system.engine("engine", 2, settings).start();
                    EngineAnswers shown = EngineAnswers.shown(system);
                    EngineAnswers committed = EngineAnswers.committed(system);
                    ActionSender players = new ActionSender(system, hunt.id())) {
                play(players, random);
                metrics.await("hunt_brokerClockMs", ahead -> Math.abs(ahead) < NEARLY_AN_HOUR);

                system.setClock(Duration.ofHours(-1));
                play(players, random);
                metrics.await("hunt_brokerClockMs", ahead -> ahead < -NEARLY_AN_HOUR);
                metrics.await("hunt_standsStillMs", ahead -> ahead > NEARLY_AN_HOUR);
                system.setClock(Duration.ZERO);
                play(players, random);
                metrics.await("hunt_brokerClockMs", ahead -> ahead > -NEARLY_AN_HOUR);

                system.setClock(Duration.ofHours(1));
                play(players, random);
                metrics.await("hunt_brokerClockMs", ahead -> ahead > NEARLY_AN_HOUR);
                system.setClock(Duration.ZERO);
                play(players, random);
                metrics.await("hunt_standsStillMs", ahead -> ahead > NEARLY_AN_HOUR);

                Judged replayed = Judged.replayed(system, folder, place -> true);
                shown.await(replayed);
                committed.await(replayed);
                committed.judged().assertIs(replayed);
                assertThat(engine.job().log())
                        .content()
                        .contains("ms ahead of this machine's. Time in the log follows");
                System.out.println("restarts: " + engine.restarts());
            }
        }
    }

    private static void play(ActionSender players, Random random) throws Exception {
        for (int i = 0; i < ACTIONS; i++) {
            String player = "p" + random.nextInt(PLAYERS);
            players.send(
                    player,
                    switch (random.nextInt(8)) {
                        case 0 -> new Kind.Join();
                        case 1 -> new Kind.Answer("gate", "key");
                        case 2 -> new Kind.Hint("mast", "h");
                        default -> new Kind.Answer("mast", "wrong " + random.nextInt(1_000_000));
                    });
        }
    }

    private static Hunt hunt() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"clocks","version":1,"title":"Clocks","time-limit":"30m",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":3,"per-second":1},
                 "clues":[
                   {"id":"gate","title":"Gate","points":10,"deadline":"1s",
                    "proof":{"answer":{"accept":["key"]}}},
                   {"id":"mast","title":"Mast","unlocks-after":"500ms","wrong-penalty":1,
                    "attempts":{"wait":"200ms","factor":2},
                    "hints":[{"id":"h","cost":0,"after":"1s","text":"High"}],
                    "proof":{"answer":{"accept":["sail"]}}}]}
                """
                        .getBytes(UTF_8));
    }
}
