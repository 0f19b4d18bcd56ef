package treasurehunt.cli.demo;

import org.apache.kafka.clients.admin.Admin;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.log.WholeTopics;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.FlinkJob;
import treasurehunt.testkit.KafkaBroker;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A broker with hunts in it, the engine, a database, and the projector that fills it. Whatever ends
 * this JVM ends them, and nothing of them stays but what is to be kept.
 */
final class DemoSystem implements AutoCloseable {
    private static final String ENGINE = "treasurehunt.engine.HuntEngineJob";
    private static final String PROJECTOR = "treasurehunt.projector.ProjectorJob";
    private static final String PROJECTOR_NAME = "projector";
    private static final String CONFIG = "config.yaml";
    private static final int ENGINE_HEAP_MEBIBYTES = 1_024;
    private static final int PROJECTOR_HEAP_MEBIBYTES = 384;
    private static final Duration PROJECTED_WITHIN = Duration.ofSeconds(60);

    private final DemoSettings settings;
    private final DemoSettings.Ports ports;
    private final Consumer<String> news;
    private final DemoFolder folder;
    private final Path configuration;
    private final Thread hook;
    private Optional<KafkaBroker> kafka = Optional.empty();
    private Optional<PostgresServer> postgres = Optional.empty();
    private Optional<DemoJob> engine = Optional.empty();
    private Optional<DemoJob> projector = Optional.empty();
    private int projectorMetrics;

    /**
     * A system of which nothing runs yet. The thread that makes it is the one that starts it.
     *
     * @param news told, in words, what happens
     */
    DemoSystem(DemoSettings settings, Consumer<String> news)
            throws CommandFailedException, IOException {
        this.settings = settings;
        this.news = news;
        ports = withoutAny(settings.ports());
        configuration = settings.home().resolve("flink-conf").toAbsolutePath();
        folder = DemoFolder.of(settings.kept());
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

    /** Which demo on this log it is, from 1 on. */
    int run() {
        return folder.run();
    }

    /** Where the audit may keep what it reads; gone with the system. */
    Path auditFolder() {
        return folder.scratch("audit");
    }

    DemoJob engine() {
        return engine.orElseThrow();
    }

    DemoJob projector() {
        return projector.orElseThrow();
    }

    /** The port for Prometheus. */
    int projectorMetrics() {
        return projectorMetrics;
    }

    /** How often the jobs restarted by themselves, those of them that are there. */
    long ownRestarts() {
        return engine().ownRestarts()
                + (projector().failure().isDone() ? 0 : projector().ownRestarts());
    }

    /** The database that the projector fills. */
    PostgresOptions database() {
        return settings.postgres()
                .orElseGet(
                        () -> {
                            PostgresServer server = postgres.orElseThrow();
                            return new PostgresOptions(server.url(), server.user(), "");
                        });
    }

    /** How a database is called in what is kept. */
    static String nameOf(Optional<PostgresOptions> postgres) {
        return postgres.map(PostgresOptions::url).orElse("the demo's own");
    }

    /** Starts everything; returns the hunts when they are in effect and the engine runs. */
    synchronized DemoHunts start()
            throws CommandFailedException,
                    TopicRefusedException,
                    IOException,
                    ExecutionException,
                    InterruptedException {
        DemoHunts hunts = DemoHunts.read(settings.hunts(), folder.scratch("hunts"));
        news.accept("Starting a Kafka broker ...");
        kafka = Optional.of(KafkaBroker.start(folder.data("kafka"), ports.kafka()));
        createTopics();
        for (Role role : Role.values()) {
            settings.keys().folder().init(role);
        }
        try (HuntPublisher publisher =
                new HuntPublisher(
                        broker().address(), TopicSettings.HUNTS, settings.keys().of(Role.HUNTS))) {
            long effectiveAt = publish(hunts.all(), publisher);
            news.accept("Starting the engine ...");
            engine = Optional.of(job("engine", engineJob(), ports.dashboard()));
            engine.get().begin();
            startDatabase();
            engine.get().awaitRunning();
            folder.isWrittenTo(nameOf(settings.postgres()));
            // It need not run yet: nobody waits for it.
            projector = Optional.of(projectorJob());
            projector.get().startSoon();
            publisher.awaitTime(effectiveAt);
        }
        return hunts;
    }

    /** From when on all are in effect, ms UTC; a log that goes on may have them already. */
    private static long publish(List<Hunt> hunts, HuntPublisher publisher)
            throws CommandFailedException, ExecutionException, InterruptedException {
        PublishedHunts published = publisher.published();
        long effectiveAt = 0;
        for (Hunt hunt : hunts) {
            PublishedHunts.Id id = new PublishedHunts.Id(hunt.id(), hunt.version());
            Optional<PublishedHunts.Version> there = published.find(id);
            if (there.isPresent()) {
                refuseOther(there.get(), id, hunt);
            }
            long at =
                    there.isPresent()
                            ? there.get().effectiveAt()
                            : publisher.publish(hunt).effectiveAt();
            effectiveAt = Math.max(effectiveAt, at);
        }
        return effectiveAt;
    }

    private static void refuseOther(PublishedHunts.Version there, PublishedHunts.Id id, Hunt hunt)
            throws CommandFailedException {
        boolean same = Arrays.equals(HuntCodec.encode(there.hunt()), HuntCodec.encode(hunt));
        if (there.isVoid() || !same) {
            throw new CommandFailedException(
                    "%s stands in the log that was kept, %s: give this one the next number."
                            .formatted(id, same ? "void" : "with other rules"));
        }
    }

    private void startDatabase() {
        if (settings.postgres().isEmpty()) {
            news.accept("Starting Postgres ...");
            postgres = Optional.of(PostgresServer.start(folder.data("postgres"), ports.postgres()));
        }
    }

    /**
     * Ends the engine when all it has said is committed; whether the projector has written all of
     * that within a minute.
     */
    synchronized boolean settle() throws CommandFailedException {
        engine().stop();
        return !projector().failure().isDone()
                && WholeTopics.committed(broker(), TopicSettings.PROGRESS, TopicSettings.RESULTS)
                        .awaitReadBy(PROJECTOR_NAME, PROJECTED_WITHIN);
    }

    /** Stops the jobs, then what they work on, and deletes what nobody wants to keep. */
    @Override
    public synchronized void close() throws IOException {
        projector.ifPresent(DemoJob::close);
        engine.ifPresent(DemoJob::close);
        postgres.ifPresent(PostgresServer::close);
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
                wanted.metrics() == 0 ? Ports.free() : wanted.metrics(),
                wanted.postgres() == 0 ? Ports.free() : wanted.postgres());
    }

    /** What must be there before the engine, or is refused here more kindly than there. */
    private void createTopics() throws TopicRefusedException {
        try (Admin admin = broker().admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(
                            TopicSettings.hunts(TopicSettings.HUNTS),
                            TopicSettings.actions(TopicSettings.ACTIONS, settings.partitions())));
        }
    }

    private DemoJob job(String name, FlinkJob job, int restPort) {
        return new DemoJob(name, job, restPort, folder.data(name + "-savepoints"), news);
    }

    private FlinkJob engineJob() {
        return flink(
                        ENGINE,
                        "engine",
                        configuration,
                        ports.dashboard(),
                        ports.metrics(),
                        Map.of(
                                "hunt.keys.folder",
                                settings.keys().folder().path().toAbsolutePath().toString(),
                                "hunt.actions.partitions",
                                Integer.toString(settings.partitions()),
                                "parallelism.default",
                                Integer.toString(Math.min(2, settings.partitions()))))
                .heapMebibytes(ENGINE_HEAP_MEBIBYTES)
                .build();
    }

    private DemoJob projectorJob() throws IOException {
        PostgresOptions database = database();
        int dashboard = Ports.free();
        projectorMetrics = Ports.free();
        FlinkJob job =
                flink(
                                PROJECTOR,
                                PROJECTOR_NAME,
                                withPassword(database.password()),
                                dashboard,
                                projectorMetrics,
                                Map.of(
                                        "hunt.projector.name",
                                        PROJECTOR_NAME,
                                        "hunt.postgres.url",
                                        database.url(),
                                        "hunt.postgres.user",
                                        database.user(),
                                        "parallelism.default",
                                        "1",
                                        "taskmanager.numberOfTaskSlots",
                                        "1"))
                        .heapMebibytes(PROJECTOR_HEAP_MEBIBYTES)
                        .build();
        return job(PROJECTOR_NAME, job, dashboard);
    }

    /** A folder of Flink's configuration with the password: whoever lists processes sees none. */
    private Path withPassword(String password) throws IOException {
        if (password.isEmpty()) {
            return configuration;
        }
        Path secret = Files.createDirectory(folder.scratch("projector-conf"));
        String config = Files.readString(configuration.resolve(CONFIG));
        // The scratch folder is its owner's alone.
        Files.writeString(
                secret.resolve(CONFIG),
                config + "\nhunt.postgres.password: '" + password.replace("'", "''") + "'\n");
        return secret;
    }

    private FlinkJob.Builder flink(
            String mainClass,
            String name,
            Path configDir,
            int dashboard,
            int metrics,
            Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("hunt.kafka.bootstrap-servers", kafka.orElseThrow().bootstrapServers());
        all.put("rest.port", Integer.toString(dashboard));
        all.put("rest.bind-address", "localhost");
        all.put("metrics.reporter.prom.port", Integer.toString(metrics));
        Path logging = configuration.resolve("log4j2.properties");
        return FlinkJob.of(
                        mainClass, folder.data(name + "-checkpoints"), folder.data(name + ".log"))
                .configDir(configDir)
                .configuration(all)
                .jvmOptions(
                        // Demos are short: on two cores the optimising compiler would take more of
                        // them than it gives back.
                        "-XX:TieredStopAtLevel=1", "-Dlog4j2.configurationFile=" + logging);
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
                System.err.println("Cannot clean up: " + e);
            }
        }
    }
}
