package treasurehunt.cli.demo;

import com.sun.management.OperatingSystemMXBean;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.WorkFolder;
import treasurehunt.cli.database.Database;
import treasurehunt.cli.words.Quoted;
import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.projector.ProjectorJob;
import treasurehunt.testkit.PostgresServer;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Why the demo cannot run here, found out before anything is started. */
final class Obstacles {
    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1024 * KIBIBYTE;
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE =
            Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);

    /**
     * The heaps of broker, jobs and players, with what their JVMs and Postgres need beside them.
     */
    static final long MEMORY_MEBIBYTES = 3_328;

    static final long DISK_MEBIBYTES = 1_024;

    private Obstacles() {}

    /** Refuses with one sentence if the machine has not what the demo needs. */
    static void refuseIfAny(DemoSettings settings) throws CommandFailedException, IOException {
        refuseUnlessHome(settings.home());
        refuseIfTaken(settings.ports().kafka(), "--kafka-port");
        refuseIfTaken(settings.ports().dashboard(), "--dashboard-port");
        refuseIfTaken(settings.ports().metrics(), "--metrics-port");
        if (settings.postgres().isEmpty()) {
            refuseIfTaken(settings.ports().postgres(), "--postgres-port");
            refuseUnlessPostgresMayRun();
        }
        if (settings.kept().isPresent()) {
            DemoFolder.refuseForeign(settings.kept().get());
        }
        refuseOtherDatabase(settings.kept(), settings.postgres());
        refuseIfLessMemory(availableMemory());
        Path folder = settings.kept().map(Obstacles::nearest).orElse(WorkFolder.parent());
        refuseIfLessDisk(folder, Files.getFileStore(folder).getUsableSpace());
    }

    /** The folder, or the one in which it would be made. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static void refuseUnlessHome(Path home) throws CommandFailedException {
        if (!Files.isRegularFile(home.resolve("flink-conf/config.yaml"))) {
            throw new CommandFailedException(
                    home.toAbsolutePath()
                            + " holds no flink-conf/config.yaml: start the demo by ./hunt.");
        }
    }

    /**
     * What the projector has written stands in one database and nowhere else. And a new log begins
     * with version 1 of everybody: older rows would stand above it for ever.
     */
    static void refuseOtherDatabase(Optional<Path> kept, Optional<PostgresOptions> postgres)
            throws CommandFailedException, IOException {
        Optional<String> before = DemoFolder.database(kept);
        String now = DemoSystem.nameOf(postgres);
        if (before.isPresent() && !before.get().equals(now)) {
            throw new CommandFailedException(
                    "--keep: the log in %s is written to %s, not to %s: say the same --postgres as before, or take another folder."
                            .formatted(kept.orElseThrow(), before.get(), now));
        }
        if (postgres.isEmpty()) {
            return;
        }
        try (Database database = Database.of(postgres.get())) {
            if (before.isEmpty() && database.hasRows()) {
                throw new CommandFailedException(
                        "--postgres: %s has rows of another log already. Name an empty database, or go on with that log: --keep DIR."
                                .formatted(postgres.get()));
            }
        }
        try {
            // What the projector would fail at is said here and now.
            Migrations.apply(postgres.get(), ProjectorJob.MIGRATIONS);
        } catch (RuntimeException e) {
            throw new CommandFailedException(
                    "--postgres: the projector's tables cannot be made at %s: %s"
                            .formatted(
                                    postgres.get(), Quoted.visible(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static void refuseUnlessPostgresMayRun() throws CommandFailedException {
        try {
            PostgresServer.requireThatItMayRun();
        } catch (IllegalStateException e) {
            throw new CommandFailedException(e.getMessage() + " Name it with --postgres URL.", e);
        }
    }

    static void refuseIfTaken(int port, String option) throws CommandFailedException {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailedException(
                    "Port "
                            + port
                            + " is in use: stop what listens there, or take another with "
                            + option
                            + " PORT (0 for any free one).",
                    e);
        }
    }

    /** The total memory, which knows of containers' limits, or less if others use it. */
    private static long availableMemory() throws IOException {
        long total =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return Files.isReadable(MEMINFO)
                ? Math.min(total, availableMemory(Files.readString(MEMINFO)).orElse(total))
                : total;
    }

    /** The bytes that Linux' {@code /proc/meminfo} calls available, if it does. */
    static OptionalLong availableMemory(String meminfo) {
        return AVAILABLE
                .matcher(meminfo)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)) * KIBIBYTE)
                .findFirst();
    }

    static void refuseIfLessMemory(long bytes) throws CommandFailedException {
        if (bytes < MEMORY_MEBIBYTES * MEBIBYTE) {
            throw new CommandFailedException(
                    "The demo needs %d MiB of memory, and this machine has %d MiB available."
                            .formatted(MEMORY_MEBIBYTES, bytes / MEBIBYTE));
        }
    }

    static void refuseIfLessDisk(Path folder, long bytes) throws CommandFailedException {
        if (bytes < DISK_MEBIBYTES * MEBIBYTE) {
            throw new CommandFailedException(
                    ("The demo needs %d MiB of disk in %s, and %d MiB are free: make room, or name"
                                    + " another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.")
                            .formatted(DISK_MEBIBYTES, folder, bytes / MEBIBYTE));
        }
    }
}
