package treasurehunt.endtoend;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.connector.kafka.source.Ticker;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;
import treasurehunt.testkit.FlinkJob;
import treasurehunt.testkit.KafkaBroker;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** A real broker with the topic of hunts, and engines on it in JVMs of their own. */
final class HuntSystem implements AutoCloseable {
    static final int PARTITIONS = 4;
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path FLINK_CONF =
            Path.of("..", "..", "flink-conf").toAbsolutePath().normalize();

    private final Path folder;
    private final KafkaBroker broker;

    private HuntSystem(Path folder, KafkaBroker broker) {
        this.folder = folder;
        this.broker = broker;
    }

    static HuntSystem start(Path folder) throws Exception {
        return start(folder, TopicSettings.hunts(TopicSettings.HUNTS));
    }

    /** One in which whoever sends says what time it is. */
    static HuntSystem withGivenTimestamps(Path folder) throws Exception {
        return start(folder, TopicSettings.huntsWithGivenTimestamps(TopicSettings.HUNTS));
    }

    private static HuntSystem start(Path folder, TopicSettings hunts) throws Exception {
        HuntSystem system = new HuntSystem(folder, KafkaBroker.start(folder.resolve("broker")));
        try (Admin admin = system.admin()) {
            Topics.createOrVerify(admin, List.of(hunts));
        }
        return system;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Steps the broker's wall clock to the machine's time and this offset. */
    void setClock(Duration offset) {
        broker.setClock(offset);
    }

    /** A folder with keys of every role. */
    Path keys() throws IOException {
        KeyFolder keys = new KeyFolder(folder.resolve("keys"));
        for (Role role : Role.values()) {
            keys.init(role);
        }
        return keys.path();
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes hunts; returns when they are in effect. */
    void publish(Hunt... hunts) throws Exception {
        try (HuntPublisher publisher = publisher()) {
            long effectiveAt = 0;
            for (Hunt hunt : hunts) {
                effectiveAt = Math.max(effectiveAt, publisher.publish(hunt).effectiveAt());
            }
            publisher.awaitTime(effectiveAt);
        }
    }

    HuntPublisher publisher() throws Exception {
        return new HuntPublisher(bootstrapServers(), TopicSettings.HUNTS, keys(Role.HUNTS));
    }

    /** Lets time come in every partition of {@code actions} to what the broker's clock says now. */
    void tick() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(Ticker.tick(new TopicPartition(TopicSettings.ACTIONS, partition)))
                        .get();
            }
        }
    }

    /** Sends so many actions of some players; returns when the broker has them. */
    void send(Players players, int actions) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            List<Future<RecordMetadata>> places = new ArrayList<>();
            for (int i = 0; i < actions; i++) {
                places.add(producer.send(players.next()));
            }
            for (Future<RecordMetadata> place : places) {
                place.get();
            }
        }
    }

    Keys keys(Role role) throws Exception {
        return new KeyFolder(keys()).read(role);
    }

    /** Starts an engine of this name and waits until it runs. */
    Engine engine(String name, int parallelism, Map<String, String> settings) throws Exception {
        return engine(name, parallelism, settings, List.of());
    }

    /** The same in a JVM with these options. */
    Engine engine(
            String name, int parallelism, Map<String, String> settings, List<String> jvmOptions)
            throws Exception {
        int restPort = Ports.free();
        Map<String, String> all = new HashMap<>();
        all.put("hunt.kafka.bootstrap-servers", bootstrapServers());
        all.put("hunt.actions.partitions", Integer.toString(PARTITIONS));
        all.put("hunt.engine.name", name);
        all.put("hunt.keys.folder", keys().toString());
        all.put("parallelism.default", Integer.toString(parallelism));
        all.put("taskmanager.numberOfTaskSlots", Integer.toString(parallelism));
        all.put("rest.port", Integer.toString(restPort));
        all.put("rest.bind-address", "localhost");
        all.put("metrics.reporter.prom.port", Integer.toString(Ports.free()));
        all.put("execution.checkpointing.interval", "500 ms");
        all.put("execution.checkpointing.min-pause", "100 ms");
        all.putAll(settings);
        return new Engine(
                job("treasurehunt.engine.HuntEngineJob", name, all, jvmOptions), restPort);
    }

    /** Starts a projector of this name into a database; it need not run yet. */
    Engine projector(String name, PostgresServer postgres, int metricsPort) {
        int restPort = Ports.free();
        Map<String, String> all = new HashMap<>();
        all.put("hunt.kafka.bootstrap-servers", bootstrapServers());
        all.put("hunt.projector.name", name);
        all.put("hunt.postgres.url", postgres.url());
        all.put("hunt.postgres.user", postgres.user());
        all.put("parallelism.default", "1");
        all.put("taskmanager.numberOfTaskSlots", "1");
        all.put("rest.port", Integer.toString(restPort));
        all.put("rest.bind-address", "localhost");
        all.put("metrics.reporter.prom.port", Integer.toString(metricsPort));
        all.put("execution.checkpointing.interval", "500 ms");
        all.put("execution.checkpointing.min-pause", "100 ms");
        // While the database is away and the buffer full none is complete: no reason to restart.
        all.put("execution.checkpointing.timeout", "30 s");
        return new Engine(
                job("treasurehunt.projector.ProjectorJob", name, all, List.of()), restPort);
    }

    private FlinkJob job(
            String mainClass, String name, Map<String, String> settings, List<String> jvmOptions) {
        return FlinkJob.of(
                        mainClass,
                        folder.resolve(name + "-checkpoints"),
                        folder.resolve(name + ".log"))
                .configDir(FLINK_CONF)
                .configuration(settings)
                .jvmOptions("-Dlog4j2.configurationFile=" + FLINK_CONF.resolve("log4j2.properties"))
                .jvmOptions(jvmOptions.toArray(String[]::new))
                .heapMebibytes(512)
                .build();
    }

    @Override
    public void close() {
        broker.close();
    }

    /** An engine's job and where to ask how it is. */
    record Engine(FlinkJob job, int restPort) implements AutoCloseable {
        /** Starts it, from its newest checkpoint if there is one, and waits until it runs. */
        Engine start() throws Exception {
            job.start();
            job.awaitRunning(restPort, PATIENCE);
            return this;
        }

        /** Has it make a checkpoint now; returns when that is complete. */
        void checkpoint() {
            job.checkpoint(restPort, PATIENCE);
        }

        long restarts() throws Exception {
            return job.restarts(restPort);
        }

        @Override
        public void close() {
            job.close();
        }
    }
}
