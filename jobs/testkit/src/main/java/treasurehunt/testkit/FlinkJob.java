package treasurehunt.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A Flink job's main class in a child JVM, on a local cluster inside it. Every start goes on from
 * the newest complete checkpoint. One thread at a time starts and ends it.
 *
 * <p>The main class is given {@code --configDir <folder>} if there is one, and {@code
 * -D<key>=<value>} for each Flink setting.
 */
public final class FlinkJob implements AutoCloseable {
    private static final Duration METRIC_DEADLINE = Duration.ofSeconds(60);
    private static final List<String> OPENED_FOR_FLINK =
            List.of(
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.time=ALL-UNNAMED");

    private final String mainClass;
    private final List<String> jvmOptions;
    private final Optional<Path> configDir;
    private final Map<String, String> configuration;
    private final Path checkpoints;
    private final Path log;
    private final Scratch scratch;
    private volatile Optional<ChildJvm> child = Optional.empty();

    private FlinkJob(Builder described) {
        mainClass = described.mainClass;
        jvmOptions = described.allJvmOptions();
        configDir = described.configDir;
        configuration = Map.copyOf(described.configuration);
        checkpoints = described.checkpoints;
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
     * for it to run.
     *
     * @throws IllegalStateException if it is alive already
     */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException("%s is running already.".formatted(mainClass));
        }
        scratch.empty();
        child =
                Optional.of(
                        ChildJvm.of(mainClass)
                                .jvmOptions(scratch.jvmOption())
                                .jvmOptions(jvmOptions)
                                .arguments(arguments())
                                .start(log));
    }

    /** Ends the job by SIGKILL, as a crash would; returns when it is gone. */
    public void kill() {
        child.ifPresent(ChildJvm::kill);
    }

    /** Kills the job if it is alive, and starts it from its newest complete checkpoint. */
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
     * The folder of the newest complete checkpoint, of whichever start: the highest number, or the
     * latest of several with that number.
     */
    public Optional<Path> newestCheckpoint() {
        return Checkpoints.newest(checkpoints);
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
        JobRest rest = new JobRest(restPort);
        AtomicReference<OptionalLong> restarts = new AtomicReference<>(OptionalLong.empty());
        started()
                .await(
                        "the number of restarts",
                        METRIC_DEADLINE,
                        () -> {
                            restarts.set(rest.restarts());
                            return restarts.get().isPresent();
                        });
        return restarts.get().orElseThrow();
    }

    private ChildJvm started() {
        return child.orElseThrow(
                () -> new IllegalStateException("%s was never started.".formatted(mainClass)));
    }

    private List<String> arguments() {
        Map<String, String> settings = new TreeMap<>(configuration);
        settings.put("execution.checkpointing.dir", "file://" + checkpoints);
        newestCheckpoint()
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
