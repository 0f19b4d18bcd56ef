package treasurehunt.testkit;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A Flink job's main class in a child JVM, on a local cluster inside it. A start goes on from the
 * newest complete checkpoint, or from the savepoint that the job was stopped with, if not told
 * otherwise. One thread at a time starts and ends it.
 *
 * <p>The main class is given {@code --configDir <folder>} if there is one, and {@code
 * -D<key>=<value>} for each Flink setting.
 */
public final class FlinkJob implements AutoCloseable {
    private static final Duration METRIC_DEADLINE = Duration.ofSeconds(60);

    /** From the last task's end to the JVM's. */
    private static final Duration END_DEADLINE = Duration.ofSeconds(20);

    private static final List<String> OPENED_FOR_FLINK =
            List.of(
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.time=ALL-UNNAMED");

    private final String mainClass;
    private final List<String> jvmOptions;
    private final Optional<Path> configDir;
    private final Map<String, String> configuration;
    private final Path log;
    private final Scratch scratch;
    private volatile Lineage lineage;
    private volatile Optional<ChildJvm> child = Optional.empty();

    private FlinkJob(Builder described) {
        mainClass = described.mainClass;
        jvmOptions = described.allJvmOptions();
        configDir = described.configDir;
        configuration = new TreeMap<>(described.configuration);
        lineage = Lineage.of(described.checkpoints);
        log = described.log;
        scratch = new Scratch(log.resolveSibling(log.getFileName() + ".tmp"));
    }

    /**
     * A job to describe and then to start.
     *
     * @param checkpoints where the job keeps its checkpoints; it need not be there yet
     * @param log takes the output of all starts, one after another; until the close, a folder of
     *     that name and {@code .tmp} is beside it for Flink's temporary files
     */
    public static Builder of(String mainClass, Path checkpoints, Path log) {
        return new Builder(mainClass, checkpoints.toAbsolutePath(), log.toAbsolutePath());
    }

    /**
     * Starts the job from the newest complete checkpoint, or afresh if there is none; does not wait
     * for it to run. A snapshot that the job was started from or stopped with counts as newer than
     * all checkpoints before.
     *
     * @throws IllegalStateException if it is alive already
     */
    public void start() {
        start(Map.of());
    }

    /**
     * The same with Flink settings to add to those there are, or to stand in their place: for this
     * start and all later ones.
     */
    public void start(Map<String, String> settings) {
        requireEnded();
        configuration.putAll(settings);
        startChild();
    }

    /**
     * The same from this savepoint or checkpoint, be it older than others: from now on only the
     * checkpoints that are made after it count, for this object.
     *
     * @param snapshot a folder with a {@code _metadata} file
     */
    public void startFrom(Path snapshot, Map<String, String> settings) {
        requireEnded();
        lineage = lineage.from(snapshot.toAbsolutePath());
        start(settings);
    }

    /**
     * Ends the job with a savepoint, to be started from with any parallelism; returns the
     * savepoint's folder when the job's JVM is gone. A plain start goes on from there.
     *
     * @param restPort the job's {@code rest.port}
     * @param savepoints where to make the savepoint's folder
     * @throws IllegalStateException if the job cannot make it, and with the end of the log if the
     *     job's JVM ends or the deadline passes first
     */
    public Path stopWithSavepoint(int restPort, Path savepoints, Duration deadline) {
        return stop(restPort, savepoints, false, deadline);
    }

    /**
     * The same when the job has seen the end of all time: every event-time timer fires before the
     * savepoint is made.
     */
    public Path drainWithSavepoint(int restPort, Path savepoints, Duration deadline) {
        return stop(restPort, savepoints, true, deadline);
    }

    /** Ends the job by SIGKILL, as a crash would; returns when it is gone. */
    public void kill() {
        child.ifPresent(ChildJvm::kill);
    }

    /** Stops the job's threads wherever they are, until it is killed or closed. */
    public void suspend() {
        started().suspend();
    }

    /** Kills the job if it is alive, and starts it as {@link #start()} does. */
    public void restart() {
        kill();
        start();
    }

    /** Stops the job's JVM, without a savepoint; its checkpoints stay as the job's settings say. */
    @Override
    public void close() {
        child.ifPresent(ChildJvm::close);
        scratch.delete();
    }

    /** Whether the job's JVM is there; its tasks need not run. */
    public boolean isAlive() {
        return child.map(ChildJvm::isAlive).orElse(false);
    }

    /**
     * The job's process id.
     *
     * @throws IllegalStateException if the job was never started
     */
    public long pid() {
        return started().pid();
    }

    /** The output of the job's JVMs, from all starts. */
    public Path log() {
        return log;
    }

    /**
     * The folder of the newest complete checkpoint, of whichever start since the job was started
     * from or stopped with a snapshot: the highest number, or the latest of several with that
     * number.
     */
    public Optional<Path> newestCheckpoint() {
        return lineage.newestCheckpoint();
    }

    /**
     * Has the running job make a checkpoint now, and returns its folder when it is complete.
     *
     * @param restPort the job's {@code rest.port}
     * @throws IllegalStateException if the job cannot make it, and with the end of the log if the
     *     job's JVM ends or the deadline passes first
     */
    public Path checkpoint(int restPort, Duration deadline) {
        JobRest rest = new JobRest(restPort);
        JobRest.Wish wish = rest.checkpoint();
        JsonNode made = await("the checkpoint asked for", deadline, () -> rest.outcome(wish));
        return Checkpoints.of(
                lineage.checkpoints(), wish.jobId(), made.path("checkpointId").asLong());
    }

    /**
     * Waits for the newest checkpoint to be another than the older one, and returns its folder.
     *
     * @param older an earlier {@link #newestCheckpoint()}
     * @throws IllegalStateException with the end of the log if the job's JVM ends or the deadline
     *     passes first
     */
    public Path awaitCheckpointAfter(Optional<Path> older, Duration deadline) {
        started()
                .await(
                        "a checkpoint after " + older.map(Path::toString).orElse("none"),
                        deadline,
                        () -> newestCheckpoint().isPresent() && !newestCheckpoint().equals(older));
        return newestCheckpoint().orElseThrow();
    }

    /**
     * Waits until all tasks of the job are running.
     *
     * @param restPort the job's {@code rest.port}
     * @throws IllegalStateException with the end of the log if the job's JVM ends or the deadline
     *     passes first
     */
    public void awaitRunning(int restPort, Duration deadline) {
        JobRest rest = new JobRest(restPort);
        started().await("all tasks to run", deadline, rest::allTasksRunning);
    }

    /**
     * How often the job has restarted by itself since its JVM started. Flink refreshes the figure
     * every {@code metrics.fetcher.update-interval}, 10 s if not set.
     *
     * @param restPort the job's {@code rest.port}
     * @throws IllegalStateException with the end of the log if the job's JVM ends first, or tells
     *     no figure within 60 s
     */
    public long restarts(int restPort) {
        return await("the number of restarts", METRIC_DEADLINE, new JobRest(restPort)::restarts);
    }

    /**
     * The same as it is told now; empty if it is not.
     *
     * @param restPort the job's {@code rest.port}
     */
    public Optional<Long> restartsIfTold(int restPort) {
        return new JobRest(restPort).restarts();
    }

    /**
     * Where the job is in its life; empty while it does not answer.
     *
     * @param restPort the job's {@code rest.port}
     */
    public Optional<JobState> state(int restPort) {
        return new JobRest(restPort).state();
    }

    /**
     * The stack trace of the job's newest failure since its JVM started, be it one that it got over
     * by itself; empty if there was none or the job does not answer. Flink tells of a failure only
     * when it starts the tasks again, after its restart strategy's delay.
     *
     * @param restPort the job's {@code rest.port}
     */
    public Optional<String> newestFailure(int restPort) {
        return new JobRest(restPort).newestFailure();
    }

    private Path stop(int restPort, Path savepoints, boolean drain, Duration deadline) {
        JobRest rest = new JobRest(restPort);
        JobRest.Wish wish = rest.stop(savepoints.toAbsolutePath(), drain);
        JsonNode made = await("the savepoint of its stop", deadline, () -> rest.outcome(wish));
        Path savepoint = Path.of(URI.create(made.path("location").asText()));
        started().endsWithin(END_DEADLINE);
        started().stop();
        lineage = lineage.from(savepoint);
        return savepoint;
    }

    private <T> T await(String what, Duration deadline, Supplier<Optional<T>> answer) {
        AtomicReference<Optional<T>> newest = new AtomicReference<>(Optional.empty());
        started()
                .await(
                        what,
                        deadline,
                        () -> {
                            newest.set(answer.get());
                            return newest.get().isPresent();
                        });
        return newest.get().orElseThrow();
    }

    private void requireEnded() {
        if (isAlive()) {
            throw new IllegalStateException("%s is running already.".formatted(mainClass));
        }
    }

    private void startChild() {
        scratch.empty();
        child =
                Optional.of(
                        ChildJvm.of(mainClass)
                                .jvmOptions(scratch.jvmOption())
                                .jvmOptions(jvmOptions)
                                .arguments(arguments())
                                .start(log));
    }

    private ChildJvm started() {
        return child.orElseThrow(
                () -> new IllegalStateException("%s was never started.".formatted(mainClass)));
    }

    private List<String> arguments() {
        Map<String, String> settings = new TreeMap<>(configuration);
        settings.put("execution.checkpointing.dir", "file://" + lineage.checkpoints());
        lineage.newest()
                .ifPresent(
                        newest ->
                                settings.put("execution.state-recovery.path", "file://" + newest));
        List<String> arguments = new ArrayList<>();
        configDir.ifPresent(folder -> arguments.addAll(List.of("--configDir", folder.toString())));
        settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        return arguments;
    }

    /** What to run and how; may all be left out. */
    public static final class Builder {
        private static final int DEFAULT_HEAP_MEBIBYTES = 1024;

        private final String mainClass;
        private final Path checkpoints;
        private final Path log;
        private final List<String> jvmOptions = new ArrayList<>();
        private final Map<String, String> configuration = new TreeMap<>();
        private Optional<Path> configDir = Optional.empty();
        private int heapMebibytes = DEFAULT_HEAP_MEBIBYTES;

        private Builder(String mainClass, Path checkpoints, Path log) {
            this.mainClass = mainClass;
            this.checkpoints = checkpoints;
            this.log = log;
        }

        /** The folder of Flink's {@code config.yaml}. */
        public Builder configDir(Path folder) {
            configDir = Optional.of(folder.toAbsolutePath());
            return this;
        }

        /** Adds Flink settings; the job's checkpoint folder and its recovery are set anyway. */
        public Builder configuration(Map<String, String> settings) {
            configuration.putAll(settings);
            return this;
        }

        /** The heap's upper limit; 1024 MiB if left out. */
        public Builder heapMebibytes(int limit) {
            heapMebibytes = limit;
            return this;
        }

        /** Adds JVM options to those that Flink needs. */
        public Builder jvmOptions(String... options) {
            jvmOptions.addAll(List.of(options));
            return this;
        }

        /** The job, not started yet. */
        public FlinkJob build() {
            return new FlinkJob(this);
        }

        private List<String> allJvmOptions() {
            List<String> all = new ArrayList<>(OPENED_FOR_FLINK);
            all.add("-Xmx" + heapMebibytes + "m");
            all.addAll(jvmOptions);
            return List.copyOf(all);
        }
    }
}
