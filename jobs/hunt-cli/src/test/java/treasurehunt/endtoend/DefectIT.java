package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.audit.PlantedBug;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.testkit.Ports;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** An engine whose core throws, in the midst of the rules, for one action of one player. */
class DefectIT {
    private static final String PLANTED = "planted";

    /** It fails at the action with the id that it names, when all is decided and nothing kept. */
    private static final PlantedBug DEFECT =
            new PlantedBug(Path.of("src/test/resources/planted-defect.patch"));

    @TempDir Path folder;

    private final List<String> places = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();

    @Test
    void ofTheCoreIsADeadLetterAndAMetricAndNothingElseIsOtherwise() throws Exception {
        ActionScript others = new ActionScript(Seed.printed(), List.of(Hunts.lantern()));
        int metrics = Ports.free();
        String planted = PlantedClasses.jvmOption(folder, DEFECT.compiled(folder));
        try (HuntSystem system = HuntSystem.start(folder)) {
            system.publish(Hunts.harbourLights(), Hunts.lantern());
            Map<String, String> settings =
                    Map.of("metrics.reporter.prom.port", Integer.toString(metrics));
            try (HuntSystem.Engine engine =
                            system.engine("hunt-engine", 1, settings, List.of(planted)).start();
                    KafkaProducer<byte[], byte[]> producer = system.producer()) {
                send(producer, "ivy", "i1", new Kind.Join());
                send(producer, "ivy", "i2", new Kind.Answer("anchor", "wrong"));
                sendOthers(producer, others);
                send(producer, "ivy", PLANTED, new Kind.Answer("anchor", "anchor"));
                send(producer, "ivy", PLANTED, new Kind.Answer("tide", "wrong"));
                sendOthers(producer, others);
                send(producer, "ivy", "i3", new Kind.Answer("anchor", "anchor"));

                TopicReader results = answers(system, TopicSettings.RESULTS);
                results.readUntil(read -> read.size() >= places.size() - failing.size());
                TopicReader letters = answers(system, TopicSettings.DEAD_LETTERS);
                letters.readUntil(read -> read.size() >= failing.size());

                Set<String> refused = new HashSet<>();
                for (var record : letters.readToEnd()) {
                    DeadLetter letter = DeadLetterCodec.decode(record.value());
                    assertThat(letter.reason()).isEqualTo(Reason.DEFECT);
                    assertThat(letter.player()).contains("ivy");
                    assertThat(letter.detail()).doesNotContain("planted");
                    refused.add(letter.id());
                }
                assertThat(letters.readToEnd()).hasSize(failing.size());
                assertThat(refused).isEqualTo(failing);
                assertThat(Recording.byPlayer(results.readToEnd()))
                        .as("as if what failed had never been sent")
                        .isEqualTo(
                                Recording.of(system, folder)
                                        .resultsOf(id -> !failing.contains(id)));
                assertThat(last(results, "ivy")).isEqualTo(Code.SOLVED);
                assertThat(engine.restarts()).isZero();
                assertThat(deadLettersByMetric(metrics, Reason.DEFECT)).isEqualTo(failing.size());
                assertThat(deadLettersByMetric(metrics, Reason.MALFORMED)).isZero();
                results.close();
                letters.close();
            }
        }
    }

    private static TopicReader answers(HuntSystem system, String topic) {
        return new TopicReader(system.bootstrapServers(), topic, IsolationLevel.READ_COMMITTED);
    }

    private void sendOthers(KafkaProducer<byte[], byte[]> producer, ActionScript others)
            throws Exception {
        for (int sent = 0; sent < 200; ) {
            ProducerRecord<byte[], byte[]> record = others.next();
            if (record.key() != null && record.value() != null && record.value().length > 60) {
                place(producer.send(record).get());
                sent++;
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, String player, String id, Kind kind)
            throws Exception {
        Action action =
                new Action(
                        id,
                        player,
                        "harbour-lights",
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        kind);
        String place =
                place(
                        producer.send(
                                        new ProducerRecord<>(
                                                TopicSettings.ACTIONS,
                                                player.getBytes(US_ASCII),
                                                ActionCodec.encode(action)))
                                .get());
        if (id.equals(PLANTED)) {
            failing.add(place);
        }
    }

    private String place(RecordMetadata metadata) {
        String place = metadata.partition() + ":" + metadata.offset();
        places.add(place);
        return place;
    }

    private static Code last(TopicReader results, String player) throws Exception {
        Code code = Code.DUE;
        for (var record : results.readToEnd()) {
            Result result = ResultCodec.decode(record.value());
            code = result.player().equals(player) ? result.code() : code;
        }
        return code;
    }

    /** What the Prometheus endpoint says. */
    private static double deadLettersByMetric(int port, Reason reason) throws Exception {
        String name = "flink_taskmanager_job_task_operator_hunt_reason_deadLetters{";
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics")).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .filter(line -> line.contains("reason=\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
