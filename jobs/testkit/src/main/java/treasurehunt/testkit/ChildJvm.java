package treasurehunt.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A main class in a JVM of its own, on this JVM's class path, with its output in a log file. It
 * never outlives this JVM, whatever that dies of; on an orderly end of this JVM (Ctrl-C, too) the
 * children still alive are stopped, the last started first. Needs a POSIX shell.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(20);
    private static final Deque<ChildJvm> LAST_STARTED_FIRST = new ConcurrentLinkedDeque<>();

    // Ctrl-C reaches the whole process group; a child must wait for its turn in the order of stops.
    // A signal ignored by the shell stays ignored in the JVM that replaces it.
    private static final List<String> DEAF_TO_CTRL_C =
            List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::stopAll, "stop-child-jvms"));
    }

    private final String mainClass;
    private final Process process;
    private final Path log;
    private volatile Optional<Suspension> suspension = Optional.empty();

    private ChildJvm(String mainClass, Process process, Path log) {
        this.mainClass = mainClass;
        this.process = process;
        this.log = log;
    }

    /** A child to describe and then to start; the class needs a {@code main(String[])}. */
    public static Builder of(String mainClass) {
        return new Builder(mainClass);
    }

    /** The child's process id, known even when it is gone. */
    public long pid() {
        return process.pid();
    }

    /** Whether the child's process is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Empty while the child is alive; 128 + the signal's number if a signal ended it. */
    public OptionalInt exitCode() {
        return isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** The file that takes the child's standard output and error; starts append to it. */
    public Path log() {
        return log;
    }

    /** The last lines of the log, at most 16 KiB; one sentence instead if it cannot be read. */
    public String logTail() {
        return LogTail.of(log);
    }

    /** Ends the child by SIGKILL, as a crash would; returns when it is gone. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        resume();
    }

    /**
     * Stops the child's threads by SIGSTOP, wherever they are, until it is resumed, ended, or this
     * JVM is gone. Its connections stay open.
     */
    public void suspend() {
        suspension = suspension.or(() -> Optional.of(Suspension.of(pid())));
    }

    /** Lets a suspended child go on. */
    public void resume() {
        suspension.ifPresent(Suspension::end);
        suspension = Optional.empty();
    }

    /** Ends the child by SIGTERM, and by SIGKILL if it is still there after 20 s. */
    public void stop() {
        stop(STOP_DEADLINE);
    }

    void stop(Duration deadline) {
        // Not Process.destroy(): it closes the child's input, which means that the parent is dead.
        process.toHandle().destroy();
        // A suspended one does not see the signal.
        resume();
        if (!endsWithin(deadline)) {
            kill();
        }
    }

    boolean endsWithin(Duration deadline) {
        process.onExit().completeOnTimeout(process, deadline.toMillis(), MILLISECONDS).join();
        return !isAlive();
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /**
     * Waits until the condition holds.
     *
     * @param what what is waited for, to stand after "waiting for" in the error
     * @throws IllegalStateException with the end of the log if the child dies or the deadline
     *     passes first
     */
    public void await(String what, Duration deadline, BooleanSupplier condition) {
        boolean ended = Poll.until(deadline, () -> !isAlive() || condition.getAsBoolean());
        if (!isAlive()) {
            throw failure("exited with code " + process.exitValue(), what);
        }
        if (!ended) {
            throw failure("was not ready after " + deadline.toSeconds() + " s", what);
        }
    }

    private IllegalStateException failure(String outcome, String what) {
        return new IllegalStateException(
                "%s (pid %d) %s, waiting for %s. The end of %s:%n%s"
                        .formatted(mainClass, pid(), outcome, what, log, logTail()));
    }

    private static void stopAll() {
        LAST_STARTED_FIRST.forEach(ChildJvm::stop);
    }

    /** What to run and how; everything but the main class and the log may be left out. */
    public static final class Builder {
        private final String mainClass;
        private final List<String> jvmOptions = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private Path directory = Path.of("").toAbsolutePath();

        private Builder(String mainClass) {
            this.mainClass = mainClass;
        }

        /** Adds options such as {@code -Xmx512m}. */
        public Builder jvmOptions(String... options) {
            return jvmOptions(List.of(options));
        }

        /** Adds options such as {@code -Xmx512m}. */
        public Builder jvmOptions(List<String> options) {
            jvmOptions.addAll(options);
            return this;
        }

        /** Adds arguments for the main class. */
        public Builder arguments(String... more) {
            return arguments(List.of(more));
        }

        /** Adds arguments for the main class. */
        public Builder arguments(List<String> more) {
            arguments.addAll(more);
            return this;
        }

        /** Adds a variable to the environment, which is otherwise this JVM's. */
        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** The working directory, which must exist; this JVM's if left out. */
        public Builder directory(Path existing) {
            directory = existing.toAbsolutePath();
            return this;
        }

        /**
         * Starts the child, whose output is appended to the log; does not wait for it.
         *
         * @throws UncheckedIOException if no process can be started or the log not be written
         */
        public ChildJvm start(Path log) {
            Path file = log.toAbsolutePath();
            ChildJvm child = new ChildJvm(mainClass, startProcess(file), file);
            LAST_STARTED_FIRST.removeIf(earlier -> !earlier.isAlive());
            LAST_STARTED_FIRST.addFirst(child);
            return child;
        }

        private Process startProcess(Path log) {
            ProcessBuilder builder =
                    new ProcessBuilder(command())
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            try {
                Files.createDirectories(log.getParent());
                return builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Cannot start a JVM for %s in %s with its log in %s."
                                .formatted(mainClass, directory, log),
                        e);
            }
        }

        private List<String> command() {
            List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-cp", classPath(), ChildMain.class.getName(), mainClass));
            command.addAll(arguments);
            return command;
        }

        // Absolute, since the child may have another working directory.
        private static String classPath() {
            String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
            return Arrays.stream(entries)
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
