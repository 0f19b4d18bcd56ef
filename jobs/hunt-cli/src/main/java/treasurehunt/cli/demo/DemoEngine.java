package treasurehunt.cli.demo;

import treasurehunt.testkit.FlinkJob;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The engine's JVM, started again from its newest checkpoint whenever somebody kills it. */
final class DemoEngine implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofMinutes(2);
    private static final int MOST_DEATHS_IN_A_ROW = 5;

    private final FlinkJob job;
    private final int restPort;
    private final Consumer<String> news;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private boolean closed;
    private int deathsInARow;
    private volatile int revivals;

    /**
     * An engine, not started yet.
     *
     * @param news told, in words, of deaths and of new lives
     */
    DemoEngine(FlinkJob job, int restPort, Consumer<String> news) {
        this.job = job;
        this.restPort = restPort;
        this.news = news;
    }

    /** Starts the job; returns when it runs. */
    void start() {
        job.start();
        job.awaitRunning(restPort, START_DEADLINE);
        watch();
    }

    long pid() {
        return job.pid();
    }

    /** How often its JVM died and was started again. */
    int revivals() {
        return revivals;
    }

    /** How often the job restarted by itself, within its present JVM. */
    long ownRestarts() {
        return job.restarts(restPort);
    }

    /** Why there will be no engine any more. */
    CompletableFuture<String> failure() {
        return failure;
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
            failure.complete("The engine died %d times in a row.".formatted(MOST_DEATHS_IN_A_ROW));
            return false;
        }
        revivals++;
        news.accept("the engine was killed: starting it again from its newest checkpoint");
        job.start();
        return true;
    }

    private synchronized void lives() {
        deathsInARow = 0;
        news.accept("the engine runs again, pid " + job.pid());
    }
}
