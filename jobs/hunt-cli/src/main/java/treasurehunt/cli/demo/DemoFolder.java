package treasurehunt.cli.demo;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.WorkFolder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a demo's system keeps what it writes: in a folder that is gone with it, or in one that
 * stays, and that one demo at a time goes on with.
 */
final class DemoFolder implements AutoCloseable {
    private static final String RUNS = "runs";
    private static final String LOCK = "lock";
    private static final String DATABASE = "database";

    private final WorkFolder scratch;
    private final Optional<FileChannel> lock;
    private final Path data;
    private final int run;

    private DemoFolder(WorkFolder scratch, Optional<FileChannel> lock, Path data, int run) {
        this.scratch = scratch;
        this.lock = lock;
        this.data = data;
        this.run = run;
    }

    /**
     * Opens it.
     *
     * @param kept the one that stays; made if it is not there
     */
    static DemoFolder of(Optional<Path> kept) throws CommandFailedException, IOException {
        if (kept.isEmpty()) {
            WorkFolder scratch = WorkFolder.create("hunt-demo-");
            return new DemoFolder(scratch, Optional.empty(), scratch.path(), 1);
        }
        Path data = kept.get().toAbsolutePath().normalize();
        FileChannel lock = locked(data);
        try {
            int run = nextRun(data);
            return new DemoFolder(WorkFolder.create("hunt-demo-"), Optional.of(lock), data, run);
        } catch (CommandFailedException | IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Refuses what is there and is no demo's. */
    static void refuseForeign(Path kept) throws CommandFailedException, IOException {
        if (Files.exists(kept) && !Files.isDirectory(kept)) {
            throw new CommandFailedException("--keep: " + kept + " is no folder.");
        }
        if (!Files.isDirectory(kept) || Files.exists(kept.resolve(RUNS))) {
            return;
        }
        try (Stream<Path> children = Files.list(kept)) {
            if (children.anyMatch(child -> !child.endsWith(LOCK))) {
                throw new CommandFailedException(
                        "--keep: %s holds other things than a demo's: name a folder that is new or empty."
                                .formatted(kept));
            }
        }
    }

    /** The database that the log there has been written to, if any has. */
    static Optional<String> database(Optional<Path> kept) throws IOException {
        Optional<Path> file = kept.map(folder -> folder.resolve(DATABASE)).filter(Files::exists);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(file.get()).strip());
    }

    /** Says to which database the log is written from now on. */
    void isWrittenTo(String database) throws IOException {
        Files.writeString(data.resolve(DATABASE), database + "\n");
    }

    private static FileChannel locked(Path data) throws CommandFailedException, IOException {
        refuseForeign(data);
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(
                        data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new CommandFailedException(
                    "--keep: another demo plays in %s: end it, or name another folder."
                            .formatted(data));
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static int nextRun(Path data) throws CommandFailedException, IOException {
        Path runs = data.resolve(RUNS);
        try {
            int run = Files.exists(runs) ? Integer.parseInt(Files.readString(runs).strip()) + 1 : 1;
            Files.writeString(runs, run + "\n");
            return run;
        } catch (NumberFormatException e) {
            throw new CommandFailedException(
                    "--keep: %s is no number of demos: name another folder.".formatted(runs), e);
        }
    }

    /** Which demo in this folder it is, from 1 on. */
    int run() {
        return run;
    }

    /** A place for what the next demo in this folder goes on with. */
    Path data(String name) {
        return data.resolve(name);
    }

    /** A place for what nobody needs afterwards. */
    Path scratch(String name) {
        return scratch.path().resolve(name);
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
        scratch.close();
    }
}
