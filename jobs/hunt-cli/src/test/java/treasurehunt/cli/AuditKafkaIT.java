package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.testkit.KafkaBroker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Audits of live topics; the core alone answers, as long as it is there. */
class AuditKafkaIT {
    private static final int PARTITIONS = 2;

    @TempDir private Path folder;
    private KafkaBroker kafka;
    private Broker broker;
    private Path keys;

    @BeforeEach
    void aBrokerWithTheEnginesTopics() throws Exception {
        kafka = KafkaBroker.start(folder.resolve("kafka"));
        broker = new Broker(kafka.bootstrapServers());
        keys = folder.resolve("keys");
        Ran.hunt("keys", "init", "--keys=" + keys);
        EngineTopics.create(broker, PARTITIONS);
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void nothingIsFoundUntilAnAnswerIsMissingOrIsNone() throws Exception {
        Path pier = Hunts.write(folder.resolve("pier.yaml"), Hunts.of("pier"));
        Publishing.publish(broker, keys, pier);
        try (FakeEngine engine = FakeEngine.start(broker, pier)) {
            hunt("send", "--player", "ada", "--hunt", "pier", "join");
            hunt("send", "--player", "ada", "--hunt", "pier", "answer", "gate", "oak");
            assertThat(engine.failure()).isEmpty();
        }

        Path report = folder.resolve("report.json");
        Ran right = hunt("audit", "--report", report);
        assertThat(right.exitCode()).as(right.out() + right.err()).isZero();
        assertThat(right.out()).startsWith("Nothing found").contains("Stopped   before 0:", "1:");
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.path("actions").asInt()).isEqualTo(2);
        assertThat(json.path("stopped_at").size()).isEqualTo(PARTITIONS);

        append(TopicSettings.ACTIONS, "ada", Hunts.action("ada", "a3", "\"abandon\":{}"));
        append(TopicSettings.RESULTS, "ada", "no\nanswer");
        Ran wrong = hunt("audit", "--timeout", "0.2s", "--json");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err())
                .isEqualToNormalizingNewlines(
                        "1 of the recorded actions have no committed answer. Does the engine run? --timeout waits longer.\n");
        assertThat(wrong.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("{\"rule\":\"UNREADABLE\""))
                .anyMatch(line -> line.startsWith("{\"rule\":\"MISSING\""));
    }

    @Test
    void aRecordingWithAnswersIsAuditedAsTheTopicsAre() throws Exception {
        Path pier = Hunts.write(folder.resolve("pier.yaml"), Hunts.of("pier"));
        Publishing.publish(broker, keys, pier);
        append(TopicSettings.ACTIONS, "eve", "rubbish");
        try (FakeEngine engine = FakeEngine.start(broker, pier)) {
            hunt("send", "--player", "ada", "--hunt", "pier", "join");
            assertThat(engine.failure()).isEmpty();
        }
        Path log = folder.resolve("rec/actions.ndjson");
        Path hunts = folder.resolve("rec/hunts");
        Path results = folder.resolve("rec/results.ndjson");

        Ran recorded =
                hunt(
                        "record",
                        "--out",
                        log,
                        "--hunts",
                        hunts,
                        "--results",
                        results,
                        "--timeout",
                        "0.2s");
        Ran audited =
                Ran.hunt(
                        "audit",
                        "--keys=" + keys,
                        "--hunts",
                        hunts,
                        "--actions",
                        log,
                        "--results",
                        results,
                        "--partitions",
                        PARTITIONS,
                        "--running");

        assertThat(recorded.exitCode()).as(recorded.err()).isZero();
        assertThat(recorded.err()).startsWith("1 of the recorded actions have no committed answer");
        assertThat(recorded.out()).contains("Recorded 1 answers", "Audit them: ./hunt audit");
        assertThat(Files.readString(results)).contains("JOINED").hasLineCount(1);
        assertThat(audited.exitCode()).isEqualTo(1);
        assertThat(audited.out()).startsWith("MISSING ").contains("1 VIOLATIONS: MISSING 1.");
    }

    private Ran hunt(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--kafka=" + kafka.bootstrapServers());
        if (List.of("record", "audit").contains(arguments[0])) {
            all.add("--keys=" + keys);
        }
        return Ran.hunt(all.toArray());
    }

    private void append(String topic, String key, String value) throws Exception {
        try (Producer<byte[], byte[]> producer = broker.producer()) {
            producer.send(
                            new ProducerRecord<>(
                                    topic,
                                    key.getBytes(StandardCharsets.UTF_8),
                                    value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
