package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.log.Replay;
import treasurehunt.connector.kafka.source.RawRecords;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.KafkaBroker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;

/** The commands against a real broker; where answers are needed, the core alone gives them. */
class CliKafkaIT {
    private static final int PARTITIONS = 4;

    @TempDir private static Path folder;
    private static KeyFolder keys;
    private static KafkaBroker kafka;
    private static Broker broker;

    @BeforeAll
    static void aBrokerWithTheEnginesTopics() throws Exception {
        kafka = KafkaBroker.start(folder.resolve("kafka"));
        broker = new Broker(kafka.bootstrapServers());
        keys = new KeyFolder(folder.resolve("keys"));
        for (Role role : Role.values()) {
            keys.init(role);
        }
        EngineTopics.create(broker, PARTITIONS);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aHuntIsPublishedOnceAndNothingBesideARefusedOne() throws Exception {
        Path dock = Hunts.write(folder.resolve("dock.yaml"), Hunts.of("dock"));
        Path quay = Hunts.write(folder.resolve("quay.yaml"), Hunts.of("quay"));

        Ran first = hunt("publish", dock, "--json");
        Ran second = hunt("publish", quay, dock);
        Ran third = hunt("publish", quay);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("\"hunt\":\"dock\",\"version\":1,\"offset\":");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        assertThat(second.err())
                .startsWith(
                        dock
                                + ":1: dock version 1 is published and never changes: give this one the next number");
        assertThat(third.exitCode()).as(third.err()).isZero();
    }

    @Test
    void whatIsRecordedAndReplayedIsWhatTheCoreSaysOfTheLiveLog() throws Exception {
        Path pier = Hunts.write(folder.resolve("pier.yaml"), Hunts.of("pier"));
        long effectiveAt = Publishing.publish(broker, keys.path(), pier);
        appendActionsAndRubbish();
        Path log = folder.resolve("recorded/actions.ndjson");
        Path hunts = folder.resolve("recorded/hunts");
        Path out = folder.resolve("recorded/results.ndjson");
        List<RawRecord> live = liveLog();

        Ran recorded = hunt("record", "--out", log, "--hunts", hunts);
        Ran replayed = replay(hunts, log, out);

        assertThat(recorded.exitCode()).as(recorded.err()).isZero();
        assertThat(recorded.out()).contains("--partitions " + PARTITIONS);
        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        assertThat(Files.readString(log)).contains("\"tick\":{}", "\"headers\":{}", "\"join\":{}");
        assertThat(Files.readAllLines(out))
                .containsExactlyInAnyOrderElementsOf(answers(Hunts.only(pier, effectiveAt), live))
                .anyMatch(line -> line.contains("SOLVED"))
                .anyMatch(line -> line.contains("UNSEALED"))
                .anyMatch(line -> line.contains("DISQUALIFIED"))
                .anyMatch(line -> line.contains("WRONG_KEY"))
                .anyMatch(line -> line.contains("WRONG_PARTITION"));
    }

    @Test
    void recordingRefusesAFolderOfOtherHunts() throws Exception {
        Path hunts = folder.resolve("others");
        Path other = Hunts.write(hunts.resolve("mine.yaml"), Hunts.of("mine"));
        assertThat(hunt("publish", Hunts.write(folder.resolve("weir.yaml"), Hunts.of("weir"))))
                .extracting(Ran::exitCode)
                .isEqualTo(0);

        Ran ran = hunt("record", "--out", folder.resolve("others.ndjson"), "--hunts", hunts);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(other + ": ");
        assertThat(folder.resolve("others.ndjson")).doesNotExist();
    }

    @Test
    void tailTellsResultsInWordsOrAsTheyStand() throws Exception {
        Path well = Hunts.write(folder.resolve("barn.yaml"), Hunts.of("barn"));
        try (FakeEngine engine = FakeEngine.start(broker, well)) {
            hunt("send", "--player", "ole", "--hunt", "barn", "join");

            Ran words = hunt("tail", "results", "--from-start", "--player", "ole", "--max", "1");
            Ran json = hunt("tail", "results", "--from-start", "--player=ole", "--max=1", "--json");

            assertThat(words.out()).matches("\\d:\\d+ ole barn: JOINED, score 0: .*\\R");
            assertThat(json.out()).startsWith("{\"id\":").contains("\"player\":\"ole\"");
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void tailShowsRecordsAsTheyStandOneALine() {
        append(null, "tess", Hunts.action("tess", "t1", "\"join\":{}"));
        append(null, "tess", "no json\n");

        Ran ran = hunt("tail", "actions", "--from-start", "--player", "tess", "--max", "2");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(Hunts.action("tess", "t1", "\"join\":{}"), "\"no json\\n\"");
    }

    @Test
    void sendWaitsForTheAnswerOfTheEngine() throws Exception {
        Path pond = Hunts.write(folder.resolve("pond.yaml"), Hunts.of("pond"));
        try (FakeEngine engine = FakeEngine.start(broker, pond)) {

            Ran join = hunt("send", "--player", "sam", "--hunt", "pond", "join");
            Ran oak =
                    hunt("send", "--hunt=pond", "answer", "gate", "oak", "--player=sam", "--json");
            Ran lines = sendLines("rubbish\n{\"player\":\"sam\"}\n");

            assertThat(join.exitCode()).as(join.err()).isZero();
            assertThat(join.out()).startsWith("JOINED, score 0: ").contains("What am I made of?");
            assertThat(oak.exitCode()).as(oak.err()).isZero();
            assertThat(oak.out()).startsWith("{\"id\":").contains("\"code\":\"SOLVED\"");
            assertThat(lines.exitCode()).as(lines.err()).isEqualTo(1);
            assertThat(lines.out().lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("DEAD LETTER, MALFORMED: "));
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void sendShowsWhatTimeHasBroughtSince() throws Exception {
        String late =
                Hunts.of("well").replace("text: What am", "unlocks-after: 1ms\n    text: What am");
        Path well = Hunts.write(folder.resolve("well.yaml"), late);
        try (FakeEngine engine = FakeEngine.start(broker, well)) {

            Ran join = hunt("send", "--player", "wil", "--hunt", "well", "join");
            Ran oak = hunt("send", "--player", "wil", "--hunt", "well", "answer", "gate", "oak");

            assertThat(join.out())
                    .contains("clue gate unlocks at ")
                    .doesNotContain("What am I made of?");
            assertThat(oak.out().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("DUE, score 0: ")
                    .contains("What am I made of?");
            assertThat(oak.out().lines()).last().asString().startsWith("SOLVED, score 100: ");
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void whatAnOperatorCorrectsIsSealedAndCounts() throws Exception {
        Path lock = Hunts.write(folder.resolve("lock.yaml"), Hunts.of("lock"));
        try (FakeEngine engine = FakeEngine.start(broker, lock, seals())) {
            hunt("send", "--player", "lea", "--hunt", "lock", "join");

            Ran adjusted = correct("adjust", "-5");
            Ran solved = correct("mark-solved", "gate", "--operator", "olga", "--json");
            Ran unchanged = correct("review", "gate", "accept");
            Ran reset = correct("reset-attempts", "gate");
            Ran out = correct("disqualify");
            Ran in = correct("reinstate");
            Ran forgotten = hunt("correct", "--player=lea", "--reason=r", "forget");

            assertThat(adjusted.exitCode()).as(adjusted.err()).isZero();
            assertThat(adjusted.out()).startsWith("ADJUSTED, score -5: ");
            assertThat(solved.out()).contains("\"code\":\"SOLVED\"", "\"operator\":\"olga\"");
            assertThat(unchanged.out()).startsWith("NO_CHANGE, score 95");
            assertThat(reset.out()).startsWith("NO_CHANGE, ");
            assertThat(out.out()).startsWith("DISQUALIFIED, ");
            assertThat(in.out()).startsWith("REINSTATED, ");
            assertThat(forgotten.out()).startsWith("FORGOTTEN, in every hunt");
            assertThat(engine.failure()).isEmpty();
        }
    }

    private static Ran correct(Object... what) {
        List<Object> all =
                new ArrayList<>(List.of("correct", "--player=lea", "--hunt=lock", "--reason=r"));
        all.addAll(List.of(what));
        return hunt(all.toArray());
    }

    @Test
    void aCorrectionSealedByAnotherKeyIsADeadLetter() throws Exception {
        Path gate = Hunts.write(folder.resolve("gate.yaml"), Hunts.of("gate"));
        try (FakeEngine engine = FakeEngine.start(broker, gate, Seals.none())) {

            Ran ran = hunt("correct", "--player=mia", "--hunt=gate", "--reason=r", "disqualify");

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).startsWith("DEAD LETTER, UNSEALED: ");
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void aFileOfCorrectionsCountsOnceHoweverOftenItIsSent() throws Exception {
        Path ford = Hunts.write(folder.resolve("ford.yaml"), Hunts.of("ford"));
        String line =
                "{\"player\":\"%s\",\"hunt\":\"ford\",\"operator\":\"olga\",\"adjust\":{\"points\":%d,\"reason\":\"r\"}}";
        Path file =
                Hunts.write(
                        folder.resolve("corrections.ndjson"),
                        String.join(
                                "\n",
                                line.formatted("kim", 5),
                                line.formatted("kim", 5),
                                line.formatted("tom", 7)));
        try (FakeEngine engine = FakeEngine.start(broker, ford, seals())) {
            hunt("send", "--player", "kim", "--hunt", "ford", "join");

            Ran first = hunt("correct", "--file", file);
            Ran again = hunt("correct", "--file", file);
            Ran json = hunt("correct", "--file", file, "--json");

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out().lines())
                    .satisfiesExactly(
                            told -> assertThat(told).startsWith(file + ":3: NOT_JOINED, score 0"),
                            told ->
                                    assertThat(told)
                                            .isEqualTo(
                                                    "All 3 corrections are answered: 1 NOT_JOINED, 2 ADJUSTED."));
            assertThat(again.out()).contains("1 NOT_JOINED, 2 ADJUSTED; 2 had been sent before.");
            assertThat(json.out().lines())
                    .hasSize(3)
                    .filteredOn(told -> told.contains("kim"))
                    .allMatch(told -> told.contains("\"score\":10"));
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void aFileWithADeadLetterFails() throws Exception {
        Path cove = Hunts.write(folder.resolve("cove.yaml"), Hunts.of("cove"));
        Path file =
                Hunts.write(
                        folder.resolve("unsealed.ndjson"),
                        "{\"player\":\"nia\",\"operator\":\"olga\",\"forget\":{\"reason\":\"r\"}}");
        try (FakeEngine engine = FakeEngine.start(broker, cove, Seals.none())) {

            Ran ran = hunt("correct", "--file", file);

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out())
                    .startsWith(file + ":1: DEAD LETTER, UNSEALED: ")
                    .contains("All 1 corrections are answered: 1 dead letter.");
            assertThat(engine.failure()).isEmpty();
        }
    }

    @Test
    void withoutKeysNothingIsRecorded() {
        Path out = folder.resolve("never.ndjson");

        Ran ran =
                Ran.hunt(
                        "record",
                        "--kafka=" + kafka.bootstrapServers(),
                        "--keys=" + folder.resolve("no-keys"),
                        "--out=" + out,
                        "--hunts=" + folder.resolve("never"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(folder.resolve("no-keys/operators.keys") + ": there is no such file.")
                .contains("./hunt keys init", "--keys DIR");
        assertThat(out).doesNotExist();
    }

    @Test
    void anActionThatNobodyAnswersIsInTheLogAllTheSame() {
        Ran ran = hunt("send", "--player", "una", "--hunt", "pier", "--timeout", "200ms", "join");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).containsPattern("in the log at \\d:\\d+ and will be answered");
    }

    private static Ran hunt(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--kafka=" + kafka.bootstrapServers());
        if (List.of("publish", "record", "correct").contains(arguments[0])) {
            all.add("--keys=" + keys.path());
        }
        return Ran.hunt(all.toArray());
    }

    private static Ran replay(Path hunts, Path log, Path out) {
        return Ran.hunt(
                "replay",
                "--keys=" + keys.path(),
                "--hunts",
                hunts,
                "--actions",
                log,
                "--partitions",
                PARTITIONS,
                "--out",
                out);
    }

    private static Ran sendLines(String lines) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(bytes(lines)));
            return hunt("send", "-");
        } finally {
            System.setIn(before);
        }
    }

    private static void appendActionsAndRubbish() throws Exception {
        append(0, null, "rubbish");
        append(1, "ada", "{\"no\":\"action\"}");
        append(2, null, null);
        append(null, "ada", Hunts.action("ada", "a1", "\"join\":{}"));
        append(null, "eve", Hunts.action("ada", "a2", "\"abandon\":{}"));
        append(null, "eve", Hunts.action("eve", "e1", "\"join\":{}"));
        append(elsewhereThan("ada"), "ada", Hunts.action("ada", "a3", "\"abandon\":{}"));
        append(
                null,
                "ada",
                Hunts.action(
                        "ada",
                        "a4",
                        "\"operator\":\"lena\",\"adjust\":{\"points\":5,\"reason\":\"?\"}"));
        tick(3);
        sealed(
                Role.OPERATORS,
                "ada",
                "eve",
                Hunts.action(
                        "ada",
                        "a6",
                        "\"operator\":\"lena\",\"disqualify\":{\"reason\":\"moved\"}"));
        sealed(
                Role.TREASURY,
                "ada",
                "ada",
                Hunts.action(
                        "ada",
                        "a8",
                        "\"operator\":\"lena\",\"disqualify\":{\"reason\":\"forged\"}"));
        sealed(
                Role.OPERATORS,
                "eve",
                "eve",
                Hunts.action(
                        "eve",
                        "a7",
                        "\"operator\":\"lena\",\"disqualify\":{\"reason\":\"drove\"}"));
        append(
                null,
                "ada",
                Hunts.action("ada", "a5", "\"answer\":{\"clue\":\"gate\",\"text\":\"oak\"}"));
    }

    /** What the core makes of these records, as a replay writes it. */
    private static List<String> answers(Catalogue hunts, List<RawRecord> records) throws Exception {
        Replay core =
                new Replay(
                        hunts,
                        new Intake(OptionalInt.of(PARTITIONS), seals()),
                        (id, failure) -> {
                            throw new AssertionError("a defect at " + id, failure);
                        });
        return records.stream()
                .flatMap(record -> core.answer(record).stream())
                .map(answer -> new String(answer.line(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<RawRecord> liveLog() throws Exception {
        List<TopicPartition> partitions = broker.partitions(TopicSettings.ACTIONS);
        List<RawRecord> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> records.add(RawRecords.of(record)));
            }
        }
        return records;
    }

    private static int elsewhereThan(String key) {
        return (Partitioning.partitionOf(bytes(key), PARTITIONS) + 1) % PARTITIONS;
    }

    private static void append(Integer partition, String key, String value) {
        send(
                new ProducerRecord<>(
                        TopicSettings.ACTIONS,
                        partition,
                        key == null ? null : bytes(key),
                        value == null ? null : bytes(value)));
    }

    /** An action sealed by a role as one with a key, sent with another maybe. */
    private static void sealed(Role role, String sealedWith, String key, String value)
            throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TopicSettings.ACTIONS, bytes(key), bytes(value));
        byte[] seal = ActionSeal.of(keys.read(role), bytes(sealedWith), bytes(value));
        record.headers().add(ActionSeal.HEADER, seal);
        send(record);
    }

    private static Seals seals() throws Exception {
        return Seals.under(keys.read(Role.OPERATORS), keys.read(Role.TREASURY));
    }

    private static void tick(int partition) {
        ProducerRecord<byte[], byte[]> tick =
                new ProducerRecord<>(TopicSettings.ACTIONS, partition, null, null);
        tick.headers().add(new RecordHeader(RawRecord.TICK, new byte[0]));
        send(tick);
    }

    private static void send(ProducerRecord<byte[], byte[]> record) {
        try (Producer<byte[], byte[]> producer = broker.producer()) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Appending to actions failed", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
