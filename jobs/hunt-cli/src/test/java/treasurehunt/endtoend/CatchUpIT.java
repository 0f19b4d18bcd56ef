package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.testkit.Ports;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * An engine that has an hour to catch up on decides as fast as one that has a second: nothing waits
 * for the hunts. {@code -Dhunt.actions=N} sets how much there is, {@code -Dhunt.times=N} how often
 * each catches up, {@code -Dhunt.report=FILE} writes how long it took.
 */
class CatchUpIT {
    private static final int ACTIONS = Integer.getInteger("hunt.actions", 20_000);
    private static final int TIMES = Integer.getInteger("hunt.times", 1);
    private static final int PLAYERS = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir Path folder;

    @Test
    void takesTheEngineNoLongerForAnHourThanForASecond() throws Exception {
        long begin = System.currentTimeMillis() - HOUR.toMillis();
        try (HuntSystem system = HuntSystem.withGivenTimestamps(folder)) {
            try (HuntPublisher publisher = system.publisher()) {
                publisher.publish(hunt(), 0);
            }
            send(system, "second", begin, Duration.ofSeconds(1));
            send(system, "hour", begin, HOUR);
            List<Run> ofASecond = new ArrayList<>();
            List<Run> ofAnHour = new ArrayList<>();
            // By turns, for a machine is never the same for long.
            for (int turn = 1; turn <= TIMES; turn++) {
                ofASecond.add(catchUp(system, "second", turn));
                ofAnHour.add(catchUp(system, "hour", turn));
            }

            assertThat(Stream.concat(ofASecond.stream(), ofAnHour.stream()))
                    .allSatisfy(
                            run ->
                                    assertThat(run.waits())
                                            .as("decisions that waited for the hunts")
                                            .isZero());
            Report.write(
                    "{\"actions\":%d,\"of_a_second\":[%s],%n \"of_an_hour\":[%s]}%n",
                    ACTIONS, json(ofASecond), json(ofAnHour));
        }
    }

    private static String json(List<Run> runs) {
        return runs.stream().map(Run::json).collect(joining(","));
    }

    /** One catch-up. */
    private record Run(int results, long ms, double waits, double asks) {
        String json() {
            return "{\"results\":%d,\"ms\":%d,\"results_a_second\":%d,\"waits\":%.0f,\"asks\":%.0f}"
                    .formatted(results, ms, results * 1000L / Math.max(1, ms), waits, asks);
        }
    }

    private static void send(HuntSystem system, String topic, long begin, Duration span)
            throws Exception {
        try (Admin admin = system.admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(
                            TopicSettings.actionsWithGivenTimestamps(
                                    topic, HuntSystem.PARTITIONS)));
        }
        List<Future<RecordMetadata>> places = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
            for (int i = 0; i < ACTIONS; i++) {
                long at = begin + span.toMillis() * i / ACTIONS;
                Action action = action(i);
                places.add(
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        null,
                                        at,
                                        action.player().getBytes(US_ASCII),
                                        ActionCodec.encode(action))));
            }
            for (Future<RecordMetadata> place : places) {
                place.get();
            }
        }
    }

    /** Joins first, then tries, of one player after another. */
    private static Action action(int number) {
        Kind kind =
                number < PLAYERS
                        ? new Kind.Join()
                        : new Kind.Answer("gate", "wrong " + number / PLAYERS);
        return new Action(
                "a" + number,
                "p" + number % PLAYERS,
                "walk",
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                kind);
    }

    private static Run catchUp(HuntSystem system, String actions, int turn) throws Exception {
        String name = actions + "-" + turn;
        int port = Ports.free();
        Map<String, String> settings =
                Map.of(
                        "hunt.actions.given-timestamps",
                        "true",
                        "hunt.topic.actions",
                        actions,
                        "hunt.topic.results",
                        name + "-results",
                        "hunt.topic.progress",
                        name + "-progress",
                        "hunt.topic.dead-letters",
                        name + "-dead-letters",
                        "metrics.reporter.prom.port",
                        Integer.toString(port));
        try (HuntSystem.Engine engine = system.engine(name, 1, settings).start();
                EngineAnswers answers =
                        new EngineAnswers(
                                system,
                                IsolationLevel.READ_UNCOMMITTED,
                                name + "-results",
                                name + "-dead-letters")) {
            answers.await(ACTIONS);
            assertThat(engine.restarts()).isZero();
            EngineMetrics metrics = new EngineMetrics(port);
            metrics.await("hunt_asks", asks -> asks > 0);
            List<ConsumerRecord<byte[], byte[]>> results = answers.results();
            long first = results.stream().mapToLong(ConsumerRecord::timestamp).min().orElseThrow();
            long last = results.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
            return new Run(
                    results.size(),
                    last - first,
                    metrics.sum("hunt_waits"),
                    metrics.sum("hunt_asks"));
        }
    }

    /** In an hour a clue opens and a deadline passes for everybody; in a second neither. */
    private static Hunt hunt() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"walk","version":1,"title":"Walk",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":1000000,"per-second":1000000},
                 "clues":[
                   {"id":"gate","title":"Gate","points":5,"wrong-penalty":1,
                    "proof":{"answer":{"accept":["key"]}}},
                   {"id":"mast","title":"Mast","unlocks-after":"10m","deadline":"20m",
                    "proof":{"answer":{"accept":["sail"]}}}]}
                """
                        .getBytes(UTF_8));
    }
}
