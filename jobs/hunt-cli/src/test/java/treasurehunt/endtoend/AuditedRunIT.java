package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Hunt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * One generated log with times of its own, judged wherever and however often: by an engine that is
 * killed, by another one, by replays, and by the auditor. {@code -Dhunt.actions=N} makes it longer.
 */
class AuditedRunIT {
    /** At the least so many that each kill has its part of the log. */
    private static final int ACTIONS = Math.max(10_000, Integer.getInteger("hunt.actions", 20_000));

    private static final int KILLS = 2;

    /** Behind a kill there must be a checkpoint to come back to, and answers that are not in it. */
    private static final int CHECKPOINTED = 1_000;

    private static final String GIVEN_TIMESTAMPS = "hunt.actions.given-timestamps";

    /** So that what was shown behind a checkpoint is not committed when the engine is killed. */
    private static final Map<String, String> CHECKPOINTS_WHEN_ASKED =
            Map.of(GIVEN_TIMESTAMPS, "true", "execution.checkpointing.interval", "1 h");

    private static final Map<String, String> OTHER_TOPICS =
            Map.of(
                    GIVEN_TIMESTAMPS,
                    "true",
                    "hunt.topic.results",
                    "second-results",
                    "hunt.topic.progress",
                    "second-progress",
                    "hunt.topic.dead-letters",
                    "second-dead-letters");

    @TempDir Path folder;

    @Test
    void givesTheSameBytesWhereverItIsJudgedAndTheAuditorFindsNothing() throws Exception {
        long seed = Seed.printed();
        Path log = GeneratedRun.generate(folder, seed, ACTIONS);
        try (HuntSystem system = HuntSystem.withGivenTimestamps(folder)) {
            GeneratedRun.publish(system, log);
            int actions;
            Judged live;
            Judged replayed;
            try (HuntSystem.Engine engine =
                            system.engine("live-engine", 1, CHECKPOINTS_WHEN_ASKED).start();
                    EngineAnswers shown = EngineAnswers.shown(system);
                    EngineAnswers committed = EngineAnswers.committed(system);
                    LogSender sender = new LogSender(log, system)) {
                sendAndKill(sender, engine, shown, new Random(seed));
                actions = sender.actions();
                replayed = Judged.replayed(system, folder, place -> true);
                shown.await(replayed);
                engine.checkpoint();
                committed.await(replayed);
                live = committed.judged();
                int again = shown.again();
                System.out.println("answers shown again after " + KILLS + " kills: " + again);
                assertThat(again).isGreaterThanOrEqualTo(KILLS);
            }
            assertThat(actions).isGreaterThanOrEqualTo(ACTIONS);
            assertThat(folder.resolve("live-engine.log"))
                    .content()
                    .contains("WARN", GIVEN_TIMESTAMPS + " is on");

            live.assertIs(replayed);
            judgedBySecond(system, replayed).assertIs(replayed);
            assertTheAuditorFindsNothing(system, actions);
            Snapshots.assertAreWhatTheResultsLeadTo(system, folder);
        }
    }

    /**
     * Lets the log flow, and kills the engine whenever it has answered a random part of it: at
     * least one action that was sent behind the checkpoint that it comes back to.
     */
    private static void sendAndKill(
            LogSender sender, HuntSystem.Engine engine, EngineAnswers shown, Random random)
            throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            int checkpointed = sender.actions() + CHECKPOINTED;
            sender.sendUntil(checkpointed);
            shown.await(checkpointed);
            engine.checkpoint();
            sender.sendUntil(kill * ACTIONS / (KILLS + 1));
            shown.await(checkpointed + 1 + random.nextInt(sender.actions() - checkpointed));
            engine.job().kill();
            sender.sendUntil(sender.actions() + random.nextInt(CHECKPOINTED));
            engine.start();
        }
        sender.finish();
    }

    private static Judged judgedBySecond(HuntSystem system, Judged replayed) throws Exception {
        try (HuntSystem.Engine engine = system.engine("second-engine", 2, OTHER_TOPICS).start();
                EngineAnswers committed =
                        new EngineAnswers(
                                system,
                                IsolationLevel.READ_COMMITTED,
                                "second-results",
                                "second-dead-letters")) {
            committed.await(replayed);
            assertThat(engine.restarts()).isZero();
            return committed.judged();
        }
    }

    private void assertTheAuditorFindsNothing(HuntSystem system, int actions) throws Exception {
        Path report = folder.resolve("audit.json");
        run(
                "audit",
                "--kafka",
                system.bootstrapServers(),
                "--keys",
                system.keys().toString(),
                "--report",
                report.toString());

        JsonNode found = new ObjectMapper().readTree(report.toFile());
        Map<String, Long> stoppedAt = new HashMap<>();
        found.path("stopped_at")
                .properties()
                .forEach(place -> stoppedAt.put(place.getKey(), place.getValue().asLong()));
        assertThat(found.path("violations").asLong(-1)).isZero();
        assertThat(found.path("actions").asInt()).isEqualTo(actions);
        assertThat(stoppedAt).hasSize(HuntSystem.PARTITIONS);
        assertThat(stoppedAt.values().stream().mapToLong(offset -> offset).sum())
                .isEqualTo(found.path("records").asLong());
    }

    private static void run(String... command) {
        assertThat(Hunt.commandLine(true).execute(command)).as(command[0]).isZero();
    }
}
