package treasurehunt.cli.demo;

import org.apache.kafka.clients.admin.Admin;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.WorkFolder;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.FlinkJob;
import treasurehunt.testkit.KafkaBroker;
import treasurehunt.testkit.Ports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A broker with a hunt in it, and the engine. Whatever ends this JVM ends them, and nothing of them
 * stays.
 */
final class DemoSystem implements AutoCloseable {
    private static final String ENGINE = "treasurehunt.engine.HuntEngineJob";
    private static final String EXAMPLE = "examples/harbour-lights.yaml";
    private static final int ENGINE_HEAP_MEBIBYTES = 1_024;

    private final DemoSettings settings;
    private final DemoSettings.Ports ports;
    private final Consumer<String> news;
    private final WorkFolder folder;
    private final Thread hook;
    private Optional<KafkaBroker> kafka = Optional.empty();
    private Optional<DemoEngine> engine = Optional.empty();

    /**
     * A system of which nothing runs yet. The thread that makes it is the one that starts it.
     *
     * @param news told, in words, what happens
     */
    DemoSystem(DemoSettings settings, Consumer<String> news) throws IOException {
        this.settings = settings;
        this.news = news;
        ports = withoutAny(settings.ports());
        folder = WorkFolder.create("hunt-demo-");
        hook = new Thread(new Ending(Thread.currentThread()), "stop-demo");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The ports in use, none of them 0. */
    DemoSettings.Ports ports() {
        return ports;
    }

    Broker broker() {
        return new Broker(kafka.orElseThrow().bootstrapServers());
    }

    /** Where the audit may keep what it reads; gone with the system. */
    Path auditFolder() {
        return folder.path().resolve("audit");
    }

    DemoEngine engine() {
        return engine.orElseThrow();
    }

    /** Starts everything, the engine last; returns the hunt that is played when it runs. */
    synchronized Hunt start()
            throws CommandFailedException,
                    TopicRefusedException,
                    IOException,
                    ExecutionException,
                    InterruptedException {
        Hunt hunt = hunt();
        news.accept("Starting a Kafka broker ...");
        kafka = Optional.of(KafkaBroker.start(folder.path().resolve("kafka"), ports.kafka()));
        createHuntsTopic();
        for (Role role : Role.values()) {
            settings.keys().folder().init(role);
        }
        try (HuntPublisher publisher =
                new HuntPublisher(
                        broker().address(), TopicSettings.HUNTS, settings.keys().of(Role.HUNTS))) {
            HuntPublisher.Published published = publisher.publish(hunt);
            news.accept("Starting the engine ...");
            engine = Optional.of(new DemoEngine(job(), ports.dashboard(), news));
            engine.get().start();
            publisher.awaitTime(published.effectiveAt());
        }
        return hunt;
    }

    /** Stops the engine, then the broker, and deletes what they wrote. */
    @Override
    public synchronized void close() throws IOException {
        engine.ifPresent(DemoEngine::close);
        kafka.ifPresent(KafkaBroker::close);
        folder.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down, and the hook with it.
        }
    }

    private static DemoSettings.Ports withoutAny(DemoSettings.Ports wanted) {
        return new DemoSettings.Ports(
                wanted.kafka() == 0 ? Ports.free() : wanted.kafka(),
                wanted.dashboard() == 0 ? Ports.free() : wanted.dashboard(),
                wanted.metrics() == 0 ? Ports.free() : wanted.metrics());
    }

    private Hunt hunt() throws CommandFailedException, IOException {
        Path file = settings.hunt().isPresent() ? settings.hunt().get() : example();
        return HuntFile.read(List.of(file)).get(0).hunt();
    }

    private Path example() throws IOException {
        Path file = folder.path().resolve("example.yaml");
        try (InputStream yaml = DemoSystem.class.getClassLoader().getResourceAsStream(EXAMPLE)) {
            Files.copy(yaml, file);
        }
        return file;
    }

    /** The topic that must be there before the engine; the others it makes itself. */
    private void createHuntsTopic() throws TopicRefusedException {
        try (Admin admin = broker().admin()) {
            Topics.createOrVerify(admin, List.of(TopicSettings.hunts(TopicSettings.HUNTS)));
        }
    }

    private FlinkJob job() {
        Path configuration = settings.home().resolve("flink-conf").toAbsolutePath();
        String dashboard = Integer.toString(ports.dashboard());
        return FlinkJob.of(
                        ENGINE,
                        folder.path().resolve("checkpoints"),
                        folder.path().resolve("engine.log"))
                .configDir(configuration)
                .configuration(
                        Map.of(
                                "hunt.kafka.bootstrap-servers",
                                kafka.orElseThrow().bootstrapServers(),
                                "hunt.keys.folder",
                                settings.keys().folder().path().toAbsolutePath().toString(),
                                "hunt.actions.partitions",
                                Integer.toString(settings.partitions()),
                                "parallelism.default",
                                Integer.toString(Math.min(2, settings.partitions())),
                                "rest.port",
                                dashboard,
                                "rest.bind-address",
                                "localhost",
                                "metrics.reporter.prom.port",
                                Integer.toString(ports.metrics())))
                .heapMebibytes(ENGINE_HEAP_MEBIBYTES)
                .jvmOptions(
                        // Demos are short: on two cores the optimising compiler would take more of
                        // them than it gives back.
                        "-XX:TieredStopAtLevel=1",
                        "-Dlog4j2.configurationFile=" + configuration.resolve("log4j2.properties"))
                .build();
    }

    /** What a signal leaves to do, beside the testkit's hook that stops the children, too. */
    private final class Ending implements Runnable {
        private final Thread starter;

        Ending(Thread starter) {
            this.starter = starter;
        }

        @Override
        public void run() {
            starter.interrupt();
            try {
                close();
            } catch (IOException e) {
                System.err.println("Cannot delete " + folder.path() + ": " + e);
            }
        }
    }
}
