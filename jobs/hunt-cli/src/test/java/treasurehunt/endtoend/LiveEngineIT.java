package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A running engine on a real broker. */
class LiveEngineIT {
    @TempDir static Path folder;
    private static HuntSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = HuntSystem.start(folder);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aBadRecordOfEachKindIsADeadLetterAndHarmsNoOther() throws Exception {
        system.publish(Hunts.harbourLights());
        byte[] key = "ann".getBytes(UTF_8);
        int home = Partitioning.partitionOf(key, HuntSystem.PARTITIONS);
        int elsewhere = (home + 1) % HuntSystem.PARTITIONS;
        byte[] good = action("ann", "a0", new Kind.Join());
        Map<ProducerRecord<byte[], byte[]>, Reason> bad = new LinkedHashMap<>();
        bad.put(
                record(home, key, "{\"action_id\":\"a1\",\"player\":\"ann\",\"hu"),
                Reason.MALFORMED);
        bad.put(record(home, key, ""), Reason.MALFORMED);
        bad.put(new ProducerRecord<>(TopicSettings.ACTIONS, home, key, null), Reason.MALFORMED);
        bad.put(
                record(
                        home,
                        key,
                        "{\"action_id\":\"a1\",\"player\":\"ann\",\"hunt\":\"h\",\"dance\":{}}"),
                Reason.MALFORMED);
        bad.put(
                record(home, key, "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)),
                Reason.MALFORMED);
        bad.put(
                new ProducerRecord<>(
                        TopicSettings.ACTIONS,
                        home,
                        key,
                        action("ann", "a1", new Kind.Answer("gate", "x".repeat(900_000)))),
                Reason.MALFORMED);
        bad.put(
                record(
                        home,
                        key,
                        "{\"action_id\":\"a1\",\"player\":\"ann\",\"hunt\":\"h\",\"operator\":\"o\",\"disqualify\":{\"reason\":\"r\"}}"),
                Reason.UNSEALED);
        bad.put(new ProducerRecord<>(TopicSettings.ACTIONS, home, null, good), Reason.WRONG_KEY);
        bad.put(
                new ProducerRecord<>(TopicSettings.ACTIONS, home, "bob".getBytes(UTF_8), good),
                Reason.WRONG_KEY);
        bad.put(
                new ProducerRecord<>(TopicSettings.ACTIONS, home, new byte[] {-1, 0}, good),
                Reason.WRONG_KEY);
        bad.put(
                new ProducerRecord<>(TopicSettings.ACTIONS, elsewhere, key, good),
                Reason.WRONG_PARTITION);

        try (HuntSystem.Engine engine = system.engine("hunt-engine", 1, Map.of()).start()) {
            Map<String, Reason> expected = new LinkedHashMap<>();
            List<String> goodIds = new ArrayList<>();
            try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
                goodIds.add(
                        id(
                                producer.send(
                                                new ProducerRecord<>(
                                                        TopicSettings.ACTIONS, key, good))
                                        .get()));
                for (Map.Entry<ProducerRecord<byte[], byte[]>, Reason> one : bad.entrySet()) {
                    expected.put(id(producer.send(one.getKey()).get()), one.getValue());
                    byte[] next =
                            action(
                                    "ann",
                                    "good-" + goodIds.size(),
                                    new Kind.Answer("no-such-clue", "x"));
                    goodIds.add(
                            id(
                                    producer.send(
                                                    new ProducerRecord<>(
                                                            TopicSettings.ACTIONS, key, next))
                                            .get()));
                }
            }

            List<DeadLetter> letters = committedLetters(expected.size());
            List<Result> results = committedResults(goodIds.size());
            Map<String, Reason> reasons = new LinkedHashMap<>();
            letters.forEach(letter -> reasons.put(letter.id(), letter.reason()));

            assertThat(reasons).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(letters).hasSize(expected.size());
            assertThat(letters)
                    .allMatch(
                            letter ->
                                    letter.value().orElse("").length()
                                            <= 4 * (DeadLetter.KEPT + 2) / 3);
            assertThat(results).map(Result::id).containsExactlyElementsOf(goodIds);
            assertThat(results.get(0).code()).isEqualTo(Code.JOINED);
            assertThat(results.subList(1, results.size()))
                    .allMatch(result -> result.code() == Code.UNKNOWN_CLUE);
            assertThat(engine.restarts()).isZero();
        }
    }

    @Test
    void topicsThatWouldMakeDecisionsGoWrongAreRefusedInWords() throws Exception {
        try (Admin admin = system.admin()) {
            admin.createTopics(
                            List.of(new NewTopic("client-time", Optional.of(4), Optional.empty())))
                    .all()
                    .get();
            Topics.createOrVerify(admin, List.of(TopicSettings.actions("few-partitions", 2)));

            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.actions("client-time", 4))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining(
                            "client-time has message.timestamp.type=CreateTime, but LogAppendTime is needed");
            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.actions("few-partitions", 3))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("few-partitions has 2 partitions, but 3 are configured");
            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.answers("client-time", 4))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("client-time has max.message.bytes=");
            assertThatThrownBy(() -> Topics.verifyTransactionTimeout(admin, Long.MAX_VALUE))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("transaction.max.timeout.ms");
        }
    }

    @Test
    void anEngineThatIsConfiguredForOtherPartitionsDoesNotStartAndSaysWhy() throws Exception {
        try (Admin admin = system.admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(TopicSettings.actions("four-partitions", HuntSystem.PARTITIONS)));
        }
        Map<String, String> other =
                Map.of("hunt.topic.actions", "four-partitions", "hunt.actions.partitions", "3");

        try (HuntSystem.Engine engine = system.engine("misled-engine", 1, other)) {
            assertThatThrownBy(engine::start)
                    .hasMessageContaining("four-partitions has 4 partitions, but 3 are configured");
        }
    }

    private static byte[] action(String player, String id, Kind kind) {
        return ActionCodec.encode(
                new Action(
                        id,
                        player,
                        "harbour-lights",
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        kind));
    }

    private static ProducerRecord<byte[], byte[]> record(int partition, byte[] key, String value) {
        return new ProducerRecord<>(TopicSettings.ACTIONS, partition, key, value.getBytes(UTF_8));
    }

    private static String id(RecordMetadata metadata) {
        return metadata.partition() + ":" + metadata.offset();
    }

    private static List<DeadLetter> committedLetters(int count) throws Exception {
        List<DeadLetter> letters = new ArrayList<>();
        try (TopicReader reader =
                new TopicReader(
                        system.bootstrapServers(),
                        TopicSettings.DEAD_LETTERS,
                        IsolationLevel.READ_COMMITTED)) {
            for (var record : reader.readUntil(read -> read.size() >= count)) {
                letters.add(DeadLetterCodec.decode(record.value()));
            }
        }
        return letters;
    }

    private static List<Result> committedResults(int count) throws Exception {
        List<Result> results = new ArrayList<>();
        try (TopicReader reader =
                new TopicReader(
                        system.bootstrapServers(),
                        TopicSettings.RESULTS,
                        IsolationLevel.READ_COMMITTED)) {
            for (var record : reader.readUntil(read -> read.size() >= count)) {
                results.add(ResultCodec.decode(record.value()));
            }
        }
        return results;
    }
}
