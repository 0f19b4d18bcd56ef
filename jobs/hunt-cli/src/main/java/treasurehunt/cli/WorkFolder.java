package treasurehunt.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A folder for everything that is gone after a command. */
public final class WorkFolder implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Path path;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Thread> hook = Optional.empty();

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** A new one, whose name begins as the command wants it. */
    public static WorkFolder create(String prefix) throws IOException {
        return new WorkFolder(Files.createTempDirectory(parent(), prefix));
    }

    /** The same, deleted at a signal, too: that interrupts this thread, which has to close it. */
    public static WorkFolder goneAtAnyEnd(String prefix) throws IOException {
        WorkFolder folder = create(prefix);
        Thread user = Thread.currentThread();
        Thread hook = new Thread(() -> folder.end(user), "delete-" + prefix);
        folder.hook = Optional.of(hook);
        Runtime.getRuntime().addShutdownHook(hook);
        return folder;
    }

    /** Where temporary folders are made. */
    public static Path parent() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    public Path path() {
        return path;
    }

    /** Deletes the folder; what is gone already is no error. */
    @Override
    public void close() throws IOException {
        try {
            hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is on its way down, and the hook waits for this.
        }
        try {
            delete();
        } finally {
            closed.countDown();
        }
    }

    /** Returns when its user has closed it, or deletes it if that takes too long. */
    void end(Thread user) {
        user.interrupt();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                delete();
            }
        } catch (InterruptedException | IOException e) {
            System.err.println("Cannot delete " + path + ": " + e);
        }
    }

    private void delete() throws IOException {
        if (Files.exists(path)) {
            Files.walkFileTree(path, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
