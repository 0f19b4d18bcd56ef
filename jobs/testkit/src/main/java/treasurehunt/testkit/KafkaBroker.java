package treasurehunt.testkit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real Kafka broker, alone in its cluster, in a child JVM with 512 MiB of heap. It listens on
 * 127.0.0.1 only and keeps everything in one folder: settings, log and data. Topics are not created
 * by use. One thread at a time starts and ends it.
 */
public final class KafkaBroker implements AutoCloseable {
    /**
     * A broker of a test or a demo lives for minutes: on two cores the optimising compiler would
     * take more of them than it gives back.
     */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration START_DEADLINE = Duration.ofSeconds(60);
    private static final int ADMIN_MILLIS = 5_000;
    private static final String LOGGING =
            "-Dlog4j2.configurationFile=classpath:treasurehunt/testkit/broker-log4j2.properties";

    private final Path folder;
    private final int port;
    private final Scratch scratch;
    private final ClockOffset clock;
    private volatile ChildJvm child;

    private KafkaBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.scratch = new Scratch(folder.resolve("tmp"));
        this.clock = ClockOffset.in(clockFile());
        this.child = startChild();
    }

    /**
     * The same as {@link #start(Path, int)} on a port that is free.
     *
     * @throws IllegalStateException if the broker does not come up within 60 s
     */
    public static KafkaBroker start(Path folder) {
        return start(folder, Ports.free());
    }

    /**
     * Starts a broker, with the data the folder holds from earlier brokers, and waits until it
     * answers.
     *
     * @throws IllegalStateException if the port is in use, or the broker does not come up within 60
     *     s (with the end of its log)
     */
    public static KafkaBroker start(Path folder, int port) {
        return new KafkaBroker(folder.toAbsolutePath(), port);
    }

    /** {@code 127.0.0.1:<port>}; the same after a restart. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker's process id; another one after a restart. */
    public long pid() {
        return child.pid();
    }

    /** Whether the broker's JVM is there; it need not answer. */
    public boolean isAlive() {
        return child.isAlive();
    }

    /** Warnings and errors of the broker, from all its starts. */
    public Path log() {
        return child.log();
    }

    /**
     * Steps the broker's wall clock, by which it stamps records and reckons timeouts of
     * transactions, to the machine's time and this offset; negative ones set it back. The broker
     * reads the new time from this call's return on, and after restarts, too. Its metadata quorum
     * keeps the machine's time.
     */
    public void setClock(Duration offset) {
        clock.set(offset);
    }

    /** Ends the broker by SIGKILL, as a crash would; returns when it is gone. */
    public void kill() {
        child.kill();
    }

    /**
     * Kills the broker if it is alive and starts it again, on the same port with the same data;
     * returns when it answers.
     *
     * @throws IllegalStateException as {@link #start(Path, int)} does
     */
    public void restart() {
        kill();
        child = startChild();
    }

    /** Shuts the broker down, which writes everything to disk; its folder stays. */
    @Override
    public void close() {
        child.close();
        scratch.delete();
    }

    private ChildJvm startChild() {
        Ports.requireFree(port);
        Path settings = writeSettings();
        scratch.empty();
        ChildJvm started =
                ChildJvm.of(BrokerMain.class.getName())
                        .jvmOptions(
                                "-Xms512m", "-Xmx512m", QUICK_START, LOGGING, scratch.jvmOption())
                        .arguments(settings.toString(), data().toString(), clockFile().toString())
                        .directory(folder)
                        .start(folder.resolve("broker.log"));
        try {
            // Asking a closed port first would fill the caller's log with warnings.
            started.await(
                    "an answer on " + bootstrapServers(),
                    START_DEADLINE,
                    () -> Ports.answers(port) && answersAsCluster());
            return started;
        } catch (RuntimeException e) {
            started.kill();
            throw e;
        }
    }

    private boolean answersAsCluster() {
        Map<String, Object> config =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MILLIS,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MILLIS);
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ADMIN_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a Kafka broker was starting.", e);
        }
    }

    private Path writeSettings() {
        Path file = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(file)) {
                settings().store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the broker's settings to " + file, e);
        }
    }

    private Properties settings() throws IOException {
        Properties settings = new Properties();
        try (InputStream in = KafkaBroker.class.getResourceAsStream("broker.properties")) {
            settings.load(in);
        }
        String broker = "PLAINTEXT://" + bootstrapServers();
        String controller = "127.0.0.1:" + Ports.free();
        settings.setProperty("listeners", broker + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", broker);
        settings.setProperty("controller.quorum.voters", "1@" + controller);
        settings.setProperty("log.dirs", data().toString());
        return settings;
    }

    private Path clockFile() {
        return folder.resolve("clock");
    }

    private Path data() {
        return folder.resolve("data");
    }
}
