package treasurehunt.cli.demo;

import treasurehunt.cli.demo.view.Health;
import treasurehunt.testkit.FlinkJob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A job's JVM, started again from its newest checkpoint whenever somebody kills it. */
final class DemoJob implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofMinutes(2);
    private static final Duration STOP_DEADLINE = Duration.ofMinutes(1);
    private static final int MOST_DEATHS_IN_A_ROW = 5;

    private final String name;
    private final FlinkJob job;
    private final int restPort;
    private final Path savepoints;
    private final Consumer<String> news;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private boolean closed;
    private int deathsInARow;
    private Optional<String> why = Optional.empty();
    private volatile int revivals;

    /**
     * A job, not started yet.
     *
     * @param name in the news
     * @param savepoints where it makes one at an orderly end, and finds that of an earlier one
     * @param news told, in words, of deaths and of new lives
     */
    DemoJob(String name, FlinkJob job, int restPort, Path savepoints, Consumer<String> news) {
        this.name = name;
        this.job = job;
        this.restPort = restPort;
        this.savepoints = savepoints;
        this.news = news;
    }

    /** Waits for the job to run; from then on it is started again whenever it dies. */
    void awaitRunning() {
        job.awaitRunning(restPort, START_DEADLINE);
        watch();
    }

    /** Starts the job, and again whenever it dies, be it before it ever runs. */
    void startSoon() {
        begin();
        watch();
    }

    /** Starts the job where it was, if it ever was. */
    void begin() {
        Optional<Path> savepoint = newest(savepoints);
        Optional<Path> checkpoint = job.newestCheckpoint();
        boolean stoppedLast =
                savepoint.isPresent()
                        && (checkpoint.isEmpty()
                                || completed(savepoint.get()).compareTo(completed(checkpoint.get()))
                                        > 0);
        if (stoppedLast) {
            job.startFrom(savepoint.get(), Map.of());
        } else {
            job.start();
        }
    }

    long pid() {
        return job.pid();
    }

    /** Where its dashboard and its REST interface are. */
    int restPort() {
        return restPort;
    }

    /** How often its JVM died and was started again. */
    int revivals() {
        return revivals;
    }

    /** How often the job restarted by itself, within its present JVM. */
    long ownRestarts() {
        return job.restarts(restPort);
    }

    /** How it is; asks its REST interface. */
    Health health() {
        Optional<Duration> age = Optional.empty();
        try {
            age =
                    job.newestCheckpoint()
                            .map(DemoJob::completed)
                            .map(at -> Duration.between(at.toInstant(), Instant.now()));
        } catch (UncheckedIOException e) {
            // Flink deletes old ones while they are listed.
        }
        long restarts = revivals + job.restartsIfTold(restPort).orElse(0L);
        return new Health(name, job.state(restPort).map(Enum::name), age, restarts, job.pid());
    }

    /** Why there will be no such job any more. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** Ends it with a savepoint: all it has written is committed then. */
    void stop() {
        synchronized (this) {
            closed = true;
        }
        job.stopWithSavepoint(restPort, savepoints, STOP_DEADLINE);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        job.close();
    }

    private void watch() {
        Optional<ProcessHandle> process = ProcessHandle.of(job.pid());
        CompletableFuture<?> death =
                process.<CompletableFuture<?>>map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
        var unused = death.thenRunAsync(this::revive);
    }

    private void revive() {
        try {
            if (startAgain()) {
                long pid = job.pid();
                watch();
                awaitLife(pid);
            }
        } catch (IllegalStateException e) {
            failure.complete(e.getMessage());
        }
    }

    private void awaitLife(long pid) {
        try {
            job.awaitRunning(restPort, START_DEADLINE);
            lives();
        } catch (IllegalStateException e) {
            // It is stuck; or it died again while it started, which the watch sees, too, and may
            // have answered with a new start already.
            diedOf(e.getMessage());
            if (isStillThere(pid)) {
                failure.complete(e.getMessage());
            }
        }
    }

    private synchronized boolean isStillThere(long pid) {
        return job.pid() == pid && job.isAlive();
    }

    private synchronized boolean startAgain() {
        if (closed) {
            return false;
        }
        if (++deathsInARow > MOST_DEATHS_IN_A_ROW) {
            String reason = why.map(it -> " " + it).orElse("");
            failure.complete(
                    "The %s died %d times in a row.%s"
                            .formatted(name, MOST_DEATHS_IN_A_ROW, reason));
            return false;
        }
        revivals++;
        news.accept("the %s is gone: starting it again from its newest checkpoint".formatted(name));
        job.start();
        return true;
    }

    private synchronized void diedOf(String reason) {
        why = Optional.ofNullable(reason);
    }

    private synchronized void lives() {
        deathsInARow = 0;
        news.accept("the %s runs again, pid %d".formatted(name, job.pid()));
    }

    private static Optional<Path> newest(Path savepoints) {
        if (!Files.isDirectory(savepoints)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(savepoints)) {
            List<Path> complete =
                    children.filter(it -> Files.exists(it.resolve("_metadata"))).toList();
            return complete.stream().max(Comparator.comparing(DemoJob::completed));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the savepoints in " + savepoints, e);
        }
    }

    private static FileTime completed(Path snapshot) {
        try {
            return Files.getLastModifiedTime(snapshot.resolve("_metadata"));
        } catch (NoSuchFileException e) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + snapshot, e);
        }
    }
}
