package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Ran;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.documents.Document;
import treasurehunt.projector.ProjectorJob;
import treasurehunt.schemas.action.Kind;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What docs/clients.md says of Java and SQL, on a real broker, engine and database. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ClientsIT {
    private static final Path CLIENT =
            Document.PROJECT.resolve(
                    "jobs/hunt-cli/src/test/java/treasurehunt/endtoend/JavaClient.java");
    private static final String HUNT = "harbour-lights";
    private static final String KAFKA_CLIENTS = "(kafka-clients|lz4-java|slf4j-api)-[0-9.]+jar";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the document's answers come from, and 20 points for Cleo. */
    private static final Map<String, List<Kind>> PLAYED =
            Map.of(
                    "ana",
                    List.of(
                            new Kind.Join(),
                            new Kind.Answer("anchor", "an anchor"),
                            new Kind.Answer("tide", "the moon"),
                            new Kind.Answer("tide", "the tide"),
                            new Kind.Answer("bells", "four"),
                            new Kind.Answer("bells", "six"),
                            new Kind.Answer("bells", "seven")),
                    "ben",
                    List.of(
                            new Kind.Join(),
                            new Kind.Hint("anchor", "mud"),
                            new Kind.Answer("anchor", "anchor"),
                            new Kind.Hint("bollard", "steps"),
                            new Kind.Scan("bollard", "HL-BOLLARD-3F7A"),
                            new Kind.Answer("knot", "slip knot"),
                            new Kind.Answer("bells", "four")),
                    "cleo",
                    List.of(
                            new Kind.Join(),
                            new Kind.Answer("tide", "tide"),
                            new Kind.Answer("harbour-mouth", "green"),
                            new Kind.Answer("harbour-mouth", "port"),
                            new Kind.Answer("harbour-mouth", "starboard")),
                    "dora",
                    List.of(
                            new Kind.Join(),
                            new Kind.Answer("anchor", "chain"),
                            new Kind.Abandon()),
                    "rush",
                    List.of(
                            new Kind.Join(),
                            new Kind.Answer("anchor", "anchor"),
                            new Kind.Answer("tide", "tide"),
                            new Kind.Scan("bollard", "HL-BOLLARD-3F7A"),
                            new Kind.Answer("harbour-mouth", "red"),
                            new Kind.Answer("bells", "five"),
                            new Kind.Answer("lighthouse", "lighthouse")));

    @TempDir static Path folder;
    private static HuntSystem system;
    private static HuntSystem.Engine engine;
    private static PostgresServer postgres;

    @BeforeAll
    static void start() throws Exception {
        system = HuntSystem.start(folder);
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free());
        Migrations.apply(
                new PostgresOptions(postgres.url(), postgres.user(), ""), ProjectorJob.MIGRATIONS);
        try (HuntPublisher publisher = system.publisher()) {
            publisher.publish(Hunts.harbourLights());
            long effectiveAt = publisher.publish(Hunts.lantern()).effectiveAt();
            engine = system.engine("engine", 1, Map.of()).start();
            publisher.awaitTime(effectiveAt);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : Arrays.asList(engine, postgres, system)) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void aFrontendInJavaNeedsKafkasClientAlone() throws Exception {
        Ran ran = client("jo");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        List<String> lines = ran.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode join = JSON.readTree(lines.get(0));
        JsonNode answer = JSON.readTree(lines.get(1));
        JsonNode again = JSON.readTree(lines.get(2));
        assertThat(join.path("code").asText()).isEqualTo("JOINED");
        assertThat(answer.path("code").asText()).isEqualTo("SOLVED");
        assertThat(again.path("replay_of")).isEqualTo(answer.path("id"));
        assertThat(again.path("score")).isEqualTo(answer.path("score"));
    }

    @Test
    void whatItSendsThatIsNoActionIsADeadLetter() throws Exception {
        Ran ran = client("no player");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("DEAD LETTER: ", "\"reason\":\"MALFORMED\"");
    }

    /** A run as a process of its own, with nothing of ours on its class path. */
    private static Ran client(String player) throws Exception {
        Path out = folder.resolve("client.out");
        Path err = folder.resolve("client.err");
        int exitCode =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                kafkaClients(),
                                CLIENT.toString(),
                                system.bootstrapServers(),
                                player,
                                "lantern",
                                "wick",
                                "Docht")
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start()
                        .waitFor();
        return new Ran(exitCode, Files.readString(out), Files.readString(err));
    }

    /** The jar, and those that it needs for what it does here. */
    private static String kafkaClients() {
        String[] all = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return Stream.of(all)
                .filter(jar -> Path.of(jar).getFileName().toString().matches(KAFKA_CLIENTS))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @TestFactory
    List<DynamicTest> everyQuestionIsAnsweredAsTheDocumentHasIt() throws Exception {
        play();
        Ran rebuilt = Ran.hunt("rebuild", kafka(), database(), user());
        assertThat(rebuilt.exitCode()).as(rebuilt.err()).isZero();

        List<Document.Fence> fences = Document.of("docs/clients.md").fences();
        List<DynamicTest> questions = new ArrayList<>();
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).info().equals("sql")) {
                String sql = fences.get(i).content();
                Document.Fence answer = fences.get(i + 1);
                assertThat(answer.info()).as(sql).isEqualTo("text");
                questions.add(
                        DynamicTest.dynamicTest(
                                sql.lines().findFirst().orElseThrow(),
                                () -> assertAnswered(sql, answer.content())));
            }
        }
        assertThat(questions).hasSizeGreaterThan(5);
        return questions;
    }

    private static void assertAnswered(String sql, String answer) {
        Ran ran = Ran.hunt("psql", sql, database(), user());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).isEqualTo(answer);
    }

    /** Returns when all of it is committed. */
    private static void play() throws Exception {
        try (ActionSender sender = new ActionSender(system, HUNT)) {
            List<Future<RecordMetadata>> places = new ArrayList<>();
            PLAYED.forEach(
                    (player, kinds) ->
                            kinds.forEach(kind -> places.add(sender.sendSoon(player, kind))));
            for (Future<RecordMetadata> place : places) {
                place.get();
            }
            correct("cleo", 20);
            awaitCommitted(sender.sent() + 1);
        }
    }

    private static void correct(String player, int points) throws IOException {
        Ran ran =
                Ran.hunt(
                        "correct",
                        "--player=" + player,
                        "--hunt=" + HUNT,
                        "--operator=olga",
                        "--reason=torn poster",
                        "--keys=" + system.keys(),
                        kafka(),
                        "adjust",
                        points);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    /** So many answers in the hunt, and where they leave each player. */
    private static void awaitCommitted(int answers) {
        try (TopicReader topics =
                new TopicReader(
                        system.bootstrapServers(),
                        IsolationLevel.READ_COMMITTED,
                        TopicSettings.RESULTS,
                        TopicSettings.PROGRESS)) {
            topics.readUntil(
                    read -> {
                        List<JsonNode> results = inHunt(read, TopicSettings.RESULTS);
                        return results.size() == answers
                                && versions(results)
                                        .equals(versions(inHunt(read, TopicSettings.PROGRESS)));
                    });
        }
    }

    private static List<JsonNode> inHunt(
            List<ConsumerRecord<byte[], byte[]>> records, String topic) {
        return records.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> json(record.value()))
                .filter(value -> value.path("hunt").asText().equals(HUNT))
                .toList();
    }

    private static Map<String, Long> versions(List<JsonNode> values) {
        Map<String, Long> newest = new HashMap<>();
        values.forEach(
                value ->
                        newest.merge(
                                value.path("player").asText(),
                                value.path("version").asLong(),
                                Math::max));
        return newest;
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kafka() {
        return "--kafka=" + system.bootstrapServers();
    }

    private static String database() {
        return "--postgres=" + postgres.url();
    }

    private static String user() {
        return "--user=" + postgres.user();
    }
}
