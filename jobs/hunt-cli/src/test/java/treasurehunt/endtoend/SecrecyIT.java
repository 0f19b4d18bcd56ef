package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.endtoend.secrecy.Author;
import treasurehunt.endtoend.secrecy.Canary;
import treasurehunt.endtoend.secrecy.Find;
import treasurehunt.endtoend.secrecy.HuntCommand;
import treasurehunt.endtoend.secrecy.Inquiries;
import treasurehunt.endtoend.secrecy.Pages;
import treasurehunt.endtoend.secrecy.Play;
import treasurehunt.endtoend.secrecy.Search;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.StrictJson;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.Ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hunts full of secrets that are nowhere else, played with all that can happen to them; and then
 * every byte that is left behind.
 */
class SecrecyIT {
    private static final Duration AN_HOUR_AGO = Duration.ofHours(-1);
    private static final long PATIENCE = HuntSystem.PATIENCE.toNanos();

    /** Files that a JVM leaves when it dies, with all that it knew. */
    private static final Pattern DUMP = Pattern.compile("core(\\.\\d+)?|hs_err.*|.*\\.hprof");

    /** Three versions of one hunt, the void of one, and what is no hunt. */
    private static final int PUBLISHED = 5;

    private static final Path WHERE_ENGINES_RUN = Path.of("");

    @TempDir Path folder;
    @TempDir Path notSearched;

    private final int metrics = Ports.free();

    @Test
    void noSecretStandsWhereTheRulesDoNotBringIt() throws Exception {
        Author author = new Author(new Random(Seed.printed()), folder.resolve("authors"));
        String ann = "ann-" + author.word();

        everythingHappens(author, ann);

        List<Canary> canaries = new ArrayList<>(author.canaries());
        canaries.add(Canary.open("ann's name", ann));
        canaries.addAll(Canary.keys(folder.resolve("keys")));
        Set<Find> finds = new Search(canaries).in(folder);
        assertThat(finds.stream().filter(find -> !find.isFine()).map(Find::toString).sorted())
                .as("secrets where the rules did not bring them")
                .isEmpty();
        assertThat(canaries.stream().flatMap(canary -> canary.missing(finds)))
                .as("what the search did not find, though it must stand there")
                .isEmpty();
        assertThat(dumps(folder, Integer.MAX_VALUE)).isEmpty();
        assertThat(dumps(WHERE_ENGINES_RUN, 1)).isEmpty();
        try (Stream<String> lines = Files.lines(folder.resolve("hunt-engine.log"))) {
            assertThat(lines).anyMatch(line -> line.contains(" DEBUG "));
        }
    }

    private void everythingHappens(Author author, String ann) throws Exception {
        try (HuntSystem system = HuntSystem.start(folder)) {
            HuntCommand hunt =
                    HuntCommand.of(
                            folder.resolve("commands"), system.bootstrapServers(), system.keys());
            long begun = publish(hunt, author.write("attic-1.yaml"));
            try (HuntSystem.Engine engine = engine(system).start();
                    EngineAnswers answers = EngineAnswers.committed(system);
                    KafkaProducer<byte[], byte[]> producer = system.producer()) {
                Pages pages = new Pages(engine.restPort(), metrics, folder.resolve("pages"));
                Play play =
                        new Play(
                                author,
                                ann,
                                producer,
                                system.keys(Role.OPERATORS),
                                system.keys(Role.TREASURY));
                awaitTime(system, begun);
                play.first();
                answers.await(play.sent());
                refuse(hunt, author.write("loft-1.yaml"));
                publishUnplayable(system, author.write("cellar-1.json"));
                long moved = publish(hunt, author.write("attic-2.yaml"));
                crash(engine);
                awaitTime(system, moved);
                play.second();
                answers.await(play.sent());

                pages.fetch();
                publishLate(system, author.write("attic-3.yaml"));
                makeVoid(hunt, engine);
                play.sign();
                answers.await(play.sent());
                pages.fetch();
                inquire(hunt, system, answers, author, play);
                engine.job()
                        .stopWithSavepoint(
                                engine.restPort(),
                                folder.resolve("savepoints"),
                                HuntSystem.PATIENCE);
            }
        }
    }

    private HuntSystem.Engine engine(HuntSystem system) throws Exception {
        Path everyLine = Path.of(SecrecyIT.class.getResource("/secrecy/log4j2.properties").toURI());
        Map<String, String> settings =
                Map.of(
                        "metrics.reporter.prom.port", Integer.toString(metrics),
                        "rest.flamegraph.enabled", "true",
                        "state.backend.rocksdb.compression.per.level", "NO_COMPRESSION");
        return system.engine(
                "hunt-engine", 1, settings, List.of("-Dlog4j2.configurationFile=" + everyLine));
    }

    /** Checks and publishes a hunt; returns from when on it is in effect, ms UTC. */
    private static long publish(HuntCommand hunt, Path file) throws IOException {
        String name = file.getFileName().toString();
        HuntCommand.Ran checked = hunt.run("check-" + name, "check", file);
        HuntCommand.Ran published =
                hunt.run("publish-" + name, "publish", file, "--json", hunt.kafka(), hunt.keys());
        HuntCommand.Ran again =
                hunt.run("publish-again-" + name, "publish", file, hunt.kafka(), hunt.keys());
        assertThat(List.of(checked.exitCode(), published.exitCode(), again.exitCode()))
                .as(published.said())
                .containsExactly(0, 0, 1);
        return new ObjectMapper().readTree(published.said()).get("effective_at").asLong();
    }

    private static void refuse(HuntCommand hunt, Path file) throws IOException {
        HuntCommand.Ran checked = hunt.run("check-refused", "check", file);
        HuntCommand.Ran published =
                hunt.run("publish-refused", "publish", file, hunt.kafka(), hunt.keys());
        assertThat(List.of(checked.exitCode(), published.exitCode()))
                .as(published.said())
                .containsExactly(1, 1);
    }

    /** What is sealed as it should be, and nevertheless no hunt. */
    private void publishUnplayable(HuntSystem system, Path file) throws Exception {
        Map<String, Object> tree = new StrictJson(24).read(Files.readAllBytes(file));
        byte[] sealed =
                JsonWriter.tree(HuntSeal.seal(tree, Set.of("keg"), system.keys(Role.HUNTS)));
        try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
            producer.send(new ProducerRecord<>(TopicSettings.HUNTS, 0, null, sealed)).get();
        }
        Files.write(
                Files.createDirectories(folder.resolve("sealed")).resolve("cellar.json"), sealed);
    }

    /** Kills the engine and keeps what its JVM had no time to delete. */
    private void crash(HuntSystem.Engine engine) throws Exception {
        engine.checkpoint();
        engine.job().kill();
        Files.move(folder.resolve("hunt-engine.log.tmp"), folder.resolve("killed"));
        engine.start();
    }

    private static void awaitTime(HuntSystem system, long at) throws Exception {
        try (HuntPublisher publisher = system.publisher()) {
            publisher.awaitTime(at);
        }
    }

    /** A version with which the engine stops, since it has decided without it. */
    private static void publishLate(HuntSystem system, Path file) throws Exception {
        try (HuntPublisher publisher = system.publisher()) {
            system.setClock(AN_HOUR_AGO);
            publisher.publish(HuntYaml.read(file));
            system.setClock(Duration.ZERO);
        }
    }

    /** Asks until the engine has stopped for it; returns when it goes on. */
    private static void makeVoid(HuntCommand hunt, HuntSystem.Engine engine) throws IOException {
        long begun = System.nanoTime();
        String dashboard = "--engine=http://localhost:" + engine.restPort();
        HuntCommand.Ran ran;
        do {
            ran = hunt.run("void", "void", "attic", "3", dashboard, hunt.kafka(), hunt.keys());
            assertThat(System.nanoTime() - begun).as(ran.said()).isLessThan(PATIENCE);
        } while (ran.exitCode() != 0);
        engine.job().awaitRunning(engine.restPort(), HuntSystem.PATIENCE);
    }

    private void inquire(
            HuntCommand hunt, HuntSystem system, EngineAnswers answers, Author author, Play play)
            throws Exception {
        Inquiries inquiries = new Inquiries(hunt, folder.resolve("recorded"));
        int sent = play.sent() + inquiries.send();
        answers.await(sent);
        Map<String, Integer> records = WrittenTopics.in(folder.resolve("topics"), system);
        inquiries.tail(TopicSettings.HUNTS, PUBLISHED);
        inquiries.tail(TopicSettings.ACTIONS, sent);
        inquiries.tail(TopicSettings.RESULTS, records.get(TopicSettings.RESULTS));
        inquiries.tail(TopicSettings.DEAD_LETTERS, records.get(TopicSettings.DEAD_LETTERS));
        inquiries.record();
        inquiries.replay();
        inquiries.explain();
        inquiries.audit();
        inquiries.auditLeaked(
                author.secret("the hint that is bought"),
                author.secret("the hint that nobody buys"),
                notSearched);
        inquiries.askForNoHunt(folder.resolve("sealed").resolve("cellar.json"));
    }

    private static List<Path> dumps(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> DUMP.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
