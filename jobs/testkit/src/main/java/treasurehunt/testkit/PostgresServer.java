package treasurehunt.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    private static final String KEEP = "trap '' INT QUIT TERM HUP; read end; kill -INT $0";

    private static final int TAIL = 5;

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
        // An earlier one may be on its way down, its JVM gone.
        if (!Poll.until(STOP_DEADLINE, () -> process().isEmpty())) {
            throw new IllegalStateException("Postgres runs in " + folder + " already.");
        }
        // Postgres would end at once, and nobody would tell until the deadline has passed.
        Ports.requireFree(port);
        try {
            Files.createDirectories(folder);
            embedded = Optional.of(startWhole());
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while Postgres was starting.");
            }
            keeper =
                    Optional.of(
                            new ProcessBuilder("/bin/sh", "-c", KEEP, Long.toString(pid()))
                                    .redirectOutput(Redirect.DISCARD)
                                    .redirectError(Redirect.DISCARD)
                                    .start());
        } catch (IOException e) {
            String log = endOfLog();
            stop();
            throw new IllegalStateException(
                    "Postgres does not start on port %d: %s%n%s"
                            .formatted(port, e.getMessage(), log),
                    e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** On a thread of its own: what is interrupted in its midst leaves half a server behind. */
    private EmbeddedPostgres startWhole() throws IOException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(() -> builder().start());
        new Thread(start, "start-postgres").start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IOException(e.getCause().getMessage(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private String endOfLog() {
        try (Stream<String> lines = Files.lines(log())) {
            List<String> all = lines.toList();
            return String.join(
                    System.lineSeparator(),
                    all.subList(Math.max(0, all.size() - TAIL), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    private EmbeddedPostgres.Builder builder() {
        Redirect log = Redirect.appendTo(log().toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                // Else they would stay in the folder for temporary files.
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_DEADLINE)
                // Its own defaults are for tests that may lose what they commit.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
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

    /**
     * Also what is gone already: the lock on its folder is still this JVM's. Returns when no
     * process of it is there, though the thread be interrupted.
     */
    private void stop() {
        boolean interrupted = Thread.interrupted();
        thaw();
        keeper.ifPresent(Process::destroyForcibly);
        keeper = Optional.empty();
        Optional<ProcessHandle> process = process();
        Optional<EmbeddedPostgres> there = embedded;
        embedded = Optional.empty();
        try {
            if (there.isPresent()) {
                there.get().close();
            } else {
                process.ifPresent(it -> signal("-INT", it.pid()));
            }
            process.ifPresent(PostgresServer::end);
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres does not stop in " + folder, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was to stop it has waited for some seconds only, and says nothing. */
    private static void end(ProcessHandle process) {
        if (!Poll.until(STOP_DEADLINE, () -> !process.isAlive())) {
            signal("-QUIT", process.pid());
            Poll.until(STOP_DEADLINE, () -> !process.isAlive());
        }
    }

    /** The server by the file it leaves, which may be an older one's. */
    private Optional<ProcessHandle> process() {
        return Files.exists(pidFile())
                ? ProcessHandle.of(pid())
                        .filter(ProcessHandle::isAlive)
                        .filter(it -> it.info().command().orElse("").endsWith("postgres"))
                : Optional.empty();
    }

    private Path pidFile() {
        return folder.resolve("data").resolve("postmaster.pid");
    }

    /** Its first process. */
    public long pid() {
        // Not by a channel, which an interruption would close.
        try (BufferedReader lines = new BufferedReader(new FileReader(pidFile().toFile(), UTF_8))) {
            String line = lines.readLine();
            if (line == null) {
                throw new IllegalStateException("Postgres is not running in " + folder);
            }
            return Long.parseLong(line.strip());
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
        requireThatItMayRun(System.getProperty("user.name"), "unshare", "-U", "true");
    }

    static void requireThatItMayRun(String user, String... namespace) {
        if (user.equals("root") && !run(namespace)) {
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
