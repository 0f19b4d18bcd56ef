package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Hunt;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;

/**
 * One log, judged wherever and however often: by an engine that is killed, by another one, and by
 * replays.
 */
class RecordedRunIT {
    private static final int ACTIONS = 24_000;
    private static final int KILLS = 3;

    /** So that much has been shown and not yet committed when the engine is killed. */
    private static final Map<String, String> RARE_CHECKPOINTS =
            Map.of("execution.checkpointing.interval", "3 s");

    @TempDir Path folder;

    @Test
    void givesTheSameBytesWhereverItIsJudgedAndWheneverTheEngineIsKilled() throws Exception {
        long seed = Seed.printed();
        try (HuntSystem system = HuntSystem.start(folder)) {
            system.publish(Hunts.harbourLights(), Hunts.lantern());
            Answers live = new Answers(system, TopicSettings.RESULTS, TopicSettings.DEAD_LETTERS);
            try (HuntSystem.Engine engine =
                    system.engine("live-engine", 1, RARE_CHECKPOINTS).start()) {
                playAndKill(system, engine, live, seed);
                live.awaitCommitted(ACTIONS);
            }

            Answers second = new Answers(system, "second-results", "second-dead-letters");
            Map<String, String> otherTopics =
                    Map.of(
                            "hunt.topic.results",
                            "second-results",
                            "hunt.topic.dead-letters",
                            "second-dead-letters");
            try (HuntSystem.Engine engine =
                    system.engine("second-engine", 2, otherTopics).start()) {
                second.awaitCommitted(ACTIONS);
                assertThat(engine.restarts()).isZero();
            }

            Judged replayed = replay(system);
            assertThat(live.committed()).isEqualTo(replayed);
            assertThat(second.committed()).isEqualTo(replayed);
            live.assertNothingShownWasTakenBack();
        }
    }

    /** Lets actions flow, and kills the engine whenever it has answered a random number of them. */
    private static void playAndKill(
            HuntSystem system, HuntSystem.Engine engine, Answers answers, long seed)
            throws Exception {
        Random random = new Random(seed);
        ActionScript script =
                new ActionScript(seed, List.of(Hunts.harbourLights(), Hunts.lantern()));
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                // The checkpoint to come back to lies behind some of this part, and never behind
                // all of it.
                int checkpointed = sent.size() + 1000;
                while (sent.size() < checkpointed) {
                    sent.add(producer.send(script.next()));
                }
                engine.job()
                        .awaitCheckpointAfter(engine.job().newestCheckpoint(), HuntSystem.PATIENCE);
                while (sent.size() < kill * ACTIONS / (KILLS + 1)) {
                    sent.add(producer.send(script.next()));
                }
                answers.awaitSeen(checkpointed + random.nextInt(sent.size() - checkpointed));
                engine.job().kill();
                for (int more = random.nextInt(1000); more > 0; more--) {
                    sent.add(producer.send(script.next()));
                }
                engine.start();
            }
            while (sent.size() < ACTIONS) {
                sent.add(producer.send(script.next()));
            }
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    private Judged replay(HuntSystem system) throws Exception {
        Path log = folder.resolve("actions.ndjson");
        Path hunts = folder.resolve("hunts");
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
        Judged judged = new Judged();
        for (String line : Files.readAllLines(first, UTF_8)) {
            if (line.contains("\"dead_letter\"")) {
                judged.letters.add(line);
            } else {
                judged.result(line.getBytes(UTF_8));
            }
        }
        return judged;
    }

    private static void run(String... command) {
        assertThat(Hunt.commandLine(true).execute(command)).isZero();
    }

    /** Results by player, each player's in their order, and the dead letters. */
    private record Judged(Map<String, List<String>> results, Set<String> letters) {
        Judged() {
            this(new TreeMap<>(), new HashSet<>());
        }

        void result(byte[] json) throws Exception {
            Result result = ResultCodec.decode(json);
            results.computeIfAbsent(result.player(), player -> new ArrayList<>())
                    .add(new String(json, UTF_8));
        }

        void letter(byte[] json) throws Exception {
            DeadLetter letter = DeadLetterCodec.decode(json);
            letters.add(
                    "{\"id\":\"" + letter.id() + "\",\"dead_letter\":\"" + letter.reason() + "\"}");
        }

        int size() {
            return letters.size() + results.values().stream().mapToInt(List::size).sum();
        }
    }

    /** What an engine wrote to its two topics. */
    private record Answers(HuntSystem system, String results, String deadLetters) {

        void awaitSeen(int count) throws Exception {
            awaitDistinct(count, IsolationLevel.READ_UNCOMMITTED);
        }

        void awaitCommitted(int count) throws Exception {
            awaitDistinct(count, IsolationLevel.READ_COMMITTED);
        }

        private void awaitDistinct(int count, IsolationLevel isolation) throws Exception {
            try (TopicReader answered =
                            new TopicReader(system.bootstrapServers(), results, isolation);
                    TopicReader refused =
                            new TopicReader(system.bootstrapServers(), deadLetters, isolation)) {
                answered.readUntil(read -> distinct(read) + distinct(refused.readToEnd()) >= count);
            }
        }

        private static int distinct(List<ConsumerRecord<byte[], byte[]>> records) {
            Set<String> bodies = new HashSet<>();
            records.forEach(record -> bodies.add(new String(record.value(), UTF_8)));
            return bodies.size();
        }

        /** All that committed readers see; refuses an id that is there twice. */
        Judged committed() throws Exception {
            Judged judged = new Judged();
            try (TopicReader answered =
                            new TopicReader(
                                    system.bootstrapServers(),
                                    results,
                                    IsolationLevel.READ_COMMITTED);
                    TopicReader refused =
                            new TopicReader(
                                    system.bootstrapServers(),
                                    deadLetters,
                                    IsolationLevel.READ_COMMITTED)) {
                List<ConsumerRecord<byte[], byte[]>> all = answered.readToEnd();
                for (ConsumerRecord<byte[], byte[]> record : all) {
                    judged.result(record.value());
                }
                List<ConsumerRecord<byte[], byte[]>> letters = refused.readToEnd();
                for (ConsumerRecord<byte[], byte[]> record : letters) {
                    judged.letter(record.value());
                }
                assertThat(judged.size()).isEqualTo(ACTIONS);
                assertThat(all.size() + letters.size()).isEqualTo(ACTIONS);
            }
            return judged;
        }

        void assertNothingShownWasTakenBack() throws Exception {
            Map<String, String> shown = new HashMap<>();
            int repeated = 0;
            for (String topic : List.of(results, deadLetters)) {
                try (TopicReader reader =
                        new TopicReader(
                                system.bootstrapServers(),
                                topic,
                                IsolationLevel.READ_UNCOMMITTED)) {
                    for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                        String body = new String(record.value(), UTF_8);
                        String id =
                                topic.equals(results)
                                        ? ResultCodec.decode(record.value()).id()
                                        : DeadLetterCodec.decode(record.value()).id();
                        String before = shown.putIfAbsent(id, body);
                        repeated += before == null ? 0 : 1;
                        assertThat(before).isIn(null, body);
                    }
                }
            }
            System.out.println("answers shown again after " + KILLS + " kills: " + repeated);
            assertThat(shown).hasSize(ACTIONS);
            assertThat(repeated).isPositive();
        }
    }
}
