package treasurehunt.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Postgres in processes of its own, with its data in one folder, on 127.0.0.1. What it has
 * committed survives whatever ends it. Whatever ends this JVM ends it, too. One thread at a time
 * starts and ends it.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);

    /** Its input ends with this JVM; Postgres itself would not notice. */
    private static final String KEEP = "trap '' INT TERM HUP; read end; kill -INT $0";

    private final Path folder;
    private final int port;
    private Optional<EmbeddedPostgres> embedded = Optional.empty();
    private Optional<Process> keeper = Optional.empty();
    private final List<Suspension> frozen = new ArrayList<>();

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one, with the data that the folder holds from earlier ones, and waits until it
     * answers.
     *
     * @throws IllegalStateException if this machine does not let it run
     */
    public static PostgresServer start(Path folder, int port) {
        PostgresServer server = new PostgresServer(folder.toAbsolutePath(), port);
        server.start();
        return server;
    }

    /** {@code jdbc:postgresql://…}; the same after a restart. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Who owns it; no password is asked for. */
    public String user() {
        return "postgres";
    }

    /** Starts it again. */
    public void start() {
        requireThatItMayRun();
        try {
            Files.createDirectories(folder);
            embedded =
                    Optional.of(
                            EmbeddedPostgres.builder()
                                    .setPort(port)
                                    .setDataDirectory(folder.resolve("data"))
                                    .setCleanDataDirectory(false)
                                    .setRegisterShutdownHook(false)
                                    .setPGStartupWait(START_DEADLINE)
                                    // Its own defaults are for tests that may lose what they
                                    // commit.
                                    .setServerConfig("synchronous_commit", "on")
                                    .setServerConfig("fsync", "on")
                                    .setOutputRedirector(
                                            Redirect.appendTo(
                                                    folder.resolve("postgres.log").toFile()))
                                    .setErrorRedirector(
                                            Redirect.appendTo(
                                                    folder.resolve("postgres.log").toFile()))
                                    .start());
            keeper =
                    Optional.of(
                            new ProcessBuilder("/bin/sh", "-c", KEEP, Long.toString(pid()))
                                    .redirectOutput(Redirect.DISCARD)
                                    .redirectError(Redirect.DISCARD)
                                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres does not start in " + folder, e);
        }
    }

    /**
     * As {@code pg_ctl stop -m immediate}: it drops everything at once; returns when it is gone.
     */
    public void crash() {
        long pid = pid();
        signal("-QUIT", pid);
        boolean gone =
                Poll.until(
                        STOP_DEADLINE,
                        () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        if (!gone) {
            throw new IllegalStateException("Postgres does not stop: process " + pid);
        }
        stop();
    }

    /** Suspends all of its processes: it keeps its connections, and says nothing. */
    public void freeze() {
        long server = pid();
        suspend(server);
        // From now on it starts no others.
        ProcessHandle.of(server)
                .ifPresent(it -> it.descendants().forEach(child -> suspend(child.pid())));
    }

    private void suspend(long pid) {
        try {
            frozen.add(Suspension.of(pid));
        } catch (IllegalStateException e) {
            // It has ended meanwhile, as one whose connection was closed does.
        }
    }

    /** Lets it go on. */
    public void thaw() {
        frozen.forEach(Suspension::end);
        frozen.clear();
    }

    /** Also what is gone already: the lock on its folder is still this JVM's. */
    private void stop() {
        thaw();
        keeper.ifPresent(Process::destroyForcibly);
        keeper = Optional.empty();
        Optional<EmbeddedPostgres> there = embedded;
        embedded = Optional.empty();
        if (there.isPresent()) {
            try {
                there.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException("Postgres does not stop in " + folder, e);
            }
        }
    }

    private Path pidFile() {
        return folder.resolve("data").resolve("postmaster.pid");
    }

    /** Its first process. */
    public long pid() {
        try (Stream<String> lines = Files.lines(pidFile())) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres is not running in " + folder, e);
        }
    }

    private static void signal(String signal, long pid) {
        run("kill", signal, Long.toString(pid));
    }

    /**
     * Refuses a machine that does not let it run: as root Postgres runs in a user namespace of its
     * own, if at all.
     *
     * @throws IllegalStateException with what can be done
     */
    public static void requireThatItMayRun() {
        boolean root = System.getProperty("user.name").equals("root");
        if (root && !run("unshare", "-U", "true")) {
            throw new IllegalStateException(
                    "Postgres does not run as root, and this machine forbids `unshare -U`: start this as another user, or use a database that runs elsewhere.");
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
