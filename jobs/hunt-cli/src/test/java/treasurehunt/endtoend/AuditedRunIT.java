package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Broker;
import treasurehunt.cli.Hunt;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.hunt.HuntCodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * One generated log with times of its own, judged wherever and however often: by an engine that is
 * killed, by another one, by replays, and by the auditor. {@code -Dhunt.actions=N} makes it longer.
 */
class AuditedRunIT {
    /** At the least so many that each kill has its part of the log. */
    private static final int ACTIONS = Math.max(10_000, Integer.getInteger("hunt.actions", 20_000));

    private static final int PLAYERS = Math.max(300, ACTIONS / 200);
    private static final int KILLS = 2;

    /** Behind a kill there must be a checkpoint to come back to, and answers that are not in it. */
    private static final int CHECKPOINTED = 1_000;

    private static final String GIVEN_TIMESTAMPS = "hunt.actions.given-timestamps";

    /** So that much has been shown and not yet committed when the engine is killed. */
    private static final Map<String, String> RARE_CHECKPOINTS =
            Map.of(GIVEN_TIMESTAMPS, "true", "execution.checkpointing.interval", "3 s");

    private static final Map<String, String> OTHER_TOPICS =
            Map.of(
                    GIVEN_TIMESTAMPS,
                    "true",
                    "hunt.topic.results",
                    "second-results",
                    "hunt.topic.dead-letters",
                    "second-dead-letters");

    @TempDir Path folder;

    @Test
    void givesTheSameBytesWhereverItIsJudgedAndTheAuditorFindsNothing() throws Exception {
        long seed = Seed.printed();
        Path log = generate(seed);
        try (HuntSystem system = HuntSystem.start(folder)) {
            publish(system, log.resolveSibling("hunts"));
            Broker broker = new Broker(system.bootstrapServers());
            Answers live = new Answers(broker, TopicSettings.RESULTS, TopicSettings.DEAD_LETTERS);
            int actions;
            try (HuntSystem.Engine engine =
                            system.engine("live-engine", 1, RARE_CHECKPOINTS).start();
                    LogSender sender = new LogSender(log, system.producer())) {
                sendAndKill(sender, engine, live, new Random(seed));
                actions = sender.actions();
                live.await(actions, IsolationLevel.READ_COMMITTED);
            }
            assertThat(actions).isGreaterThanOrEqualTo(ACTIONS);
            assertThat(folder.resolve("live-engine.log"))
                    .content()
                    .contains("WARN", GIVEN_TIMESTAMPS + " is on");

            Answers second = new Answers(broker, "second-results", "second-dead-letters");
            try (HuntSystem.Engine engine =
                    system.engine("second-engine", 2, OTHER_TOPICS).start()) {
                second.await(actions, IsolationLevel.READ_COMMITTED);
                assertThat(engine.restarts()).isZero();
            }

            Judged replayed = replay(system);
            live.committed().assertIsUpToItsEnd(replayed);
            second.committed().assertIsUpToItsEnd(replayed);
            int shownAgain = live.shownAgain();
            System.out.println("answers shown again after " + KILLS + " kills: " + shownAgain);
            assertThat(shownAgain).isPositive();
            assertTheAuditorFindsNothing(system, actions);
        }
    }

    private Path generate(long seed) {
        Path log = folder.resolve("log").resolve("actions.ndjson");
        run(
                "generate",
                "--plain",
                "--seed",
                Long.toString(seed),
                "--actions",
                Integer.toString(ACTIONS),
                "--players",
                Integer.toString(PLAYERS),
                "--partitions",
                Integer.toString(HuntSystem.PARTITIONS),
                "--out",
                log.toString());
        return log;
    }

    private static void publish(HuntSystem system, Path hunts) throws Exception {
        for (Path file : files(hunts)) {
            system.publish(HuntCodec.decode(Files.readAllBytes(file)));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Lets the log flow, and kills the engine whenever it has answered a random part of it. */
    private static void sendAndKill(
            LogSender sender, HuntSystem.Engine engine, Answers answers, Random random)
            throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            int checkpointed = sender.actions() + CHECKPOINTED;
            sender.sendUntil(checkpointed);
            engine.job().awaitCheckpointAfter(engine.job().newestCheckpoint(), HuntSystem.PATIENCE);
            sender.sendUntil(kill * ACTIONS / (KILLS + 1));
            int answered = checkpointed + random.nextInt(sender.actions() - checkpointed);
            answers.await(answered, IsolationLevel.READ_UNCOMMITTED);
            engine.job().kill();
            sender.sendUntil(sender.actions() + random.nextInt(CHECKPOINTED));
            engine.start();
        }
        sender.finish();
    }

    /** Twice, to the same bytes, from what stands in the live topics. */
    private Judged replay(HuntSystem system) throws Exception {
        Path log = folder.resolve("recorded").resolve("actions.ndjson");
        Path hunts = log.resolveSibling("hunts");
        run(
                "record",
                "--kafka",
                system.bootstrapServers(),
                "--out",
                log.toString(),
                "--hunts",
                hunts.toString());
        Path first = folder.resolve("first.ndjson");
        Path again = folder.resolve("again.ndjson");
        for (Path out : List.of(first, again)) {
            run(
                    "replay",
                    "--hunts",
                    hunts.toString(),
                    "--actions",
                    log.toString(),
                    "--out",
                    out.toString(),
                    "--partitions",
                    Integer.toString(HuntSystem.PARTITIONS));
        }
        assertThat(again).hasSameBinaryContentAs(first);
        return Judged.of(first);
    }

    private void assertTheAuditorFindsNothing(HuntSystem system, int actions) throws Exception {
        Path report = folder.resolve("audit.json");
        run("audit", "--kafka", system.bootstrapServers(), "--report", report.toString());

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
