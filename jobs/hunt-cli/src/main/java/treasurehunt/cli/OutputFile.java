package treasurehunt.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/** A file that is there when it is complete, and not before. */
public final class OutputFile implements AutoCloseable {
    private final Path file;
    private final Path written;
    private final OutputStream out;

    private OutputFile(Path file, Path written, OutputStream out) {
        this.file = file;
        this.written = written;
        this.out = out;
    }

    /**
     * The same of a file that is none of those that are read.
     *
     * @param option what named it
     */
    public static OutputFile of(Path file, String option, Collection<Path> inputs)
            throws CommandFailedException, IOException {
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new CommandFailedException(
                        option + ": " + file + " is read: name another file.");
            }
        }
        return of(file);
    }

    public static OutputFile of(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        // A pipe or a device is written as it is.
        boolean whole = !Files.exists(absolute) || Files.isRegularFile(absolute);
        Path written = whole ? absolute.resolveSibling(absolute.getFileName() + ".part") : absolute;
        return new OutputFile(
                absolute,
                written,
                new BufferedOutputStream(Files.newOutputStream(written), 1 << 16));
    }

    public OutputStream stream() {
        return out;
    }

    /** Says that all is written. Without it, closing leaves the file as it was. */
    public void complete() throws IOException {
        out.close();
        if (!written.equals(file)) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!written.equals(file)) {
            Files.deleteIfExists(written);
        }
    }
}
