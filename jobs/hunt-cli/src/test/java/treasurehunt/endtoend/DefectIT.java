package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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
import java.util.regex.Pattern;

/** An engine whose core throws, in the midst of the rules, for one action of one player. */
class DefectIT {
    private static final String PLANTED = "planted";

    /** It fails at the action with the id that it names, when all is decided and nothing kept. */
    private static final PlantedBug DEFECT =
            new PlantedBug(Path.of("src/test/resources/planted-defect.patch"));

    @TempDir Path folder;

    private static final Pattern SERIES =
            Pattern.compile(
                    "(?m)^flink_taskmanager_job_task_operator_hunt_reason_deadLetters"
                            + "\\{.*\\breason=\"(\\w+)\".*} (\\S+)$");

    private final Set<String> failing = new HashSet<>();
    private int sent;

    @Test
    void ofTheCoreIsADeadLetterAndAMetricAndNothingElseIsOtherwise() throws Exception {
        Players others = new Players(Seed.printed(), Hunts.lantern());
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

                try (EngineAnswers answers = EngineAnswers.committed(system)) {
                    answers.await(sent);
                    assertOnlyWhatFailedIsADeadLetter(answers);
                    Judged judged = answers.judged();
                    judged.assertResultsAreUpToItsEnd(
                            Judged.replayed(system, folder, id -> !failing.contains(id)));
                    assertThat(last(judged.results().get("ivy"))).isEqualTo(Code.SOLVED);
                }
                assertThat(engine.restarts()).isZero();
                assertThat(deadLettersByMetric(metrics))
                        .isEqualTo(Map.of(Reason.DEFECT.name(), (double) failing.size()));
            }
        }
    }

    private void assertOnlyWhatFailedIsADeadLetter(EngineAnswers answers) throws Exception {
        List<String> refused = new ArrayList<>();
        for (var record : answers.letters()) {
            DeadLetter letter = DeadLetterCodec.decode(record.value());
            assertThat(letter.reason()).isEqualTo(Reason.DEFECT);
            assertThat(letter.player()).contains("ivy");
            assertThat(letter.detail()).doesNotContain("planted");
            refused.add(letter.id());
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(failing);
    }

    private void sendOthers(KafkaProducer<byte[], byte[]> producer, Players others)
            throws Exception {
        for (int more = 0; more < 200; more++) {
            place(producer.send(others.next()).get());
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
        sent++;
        return metadata.partition() + ":" + metadata.offset();
    }

    private static Code last(List<String> results) throws Exception {
        return ResultCodec.decode(results.get(results.size() - 1).getBytes(UTF_8)).code();
    }

    /** What the Prometheus endpoint says, by reason; without those series that are 0. */
    private static Map<String, Double> deadLettersByMetric(int port) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics")).build();
        String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        return SERIES.matcher(page)
                .results()
                .filter(series -> Double.parseDouble(series.group(2)) != 0)
                .collect(
                        toMap(
                                series -> series.group(1),
                                series -> Double.valueOf(series.group(2)),
                                Double::sum));
    }
}
