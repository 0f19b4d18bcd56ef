package treasurehunt.cli.log;

import treasurehunt.cli.ByteLines;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.log.RecordedLog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of a recorded log, read one record at a time. */
final class LogFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final ByteLines lines;

    private LogFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        lines = new ByteLines(in);
    }

    static LogFile open(Path file) throws IOException {
        return new LogFile(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /**
     * The next record; nothing at the file's end. A line that is none is refused with its place.
     */
    Optional<RawRecord> next() throws CommandFailedException, IOException {
        Optional<byte[]> line = lines.next();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordedLog.decode(line.get()));
        } catch (MalformedJsonException e) {
            throw new CommandFailedException(
                    file
                            + ":"
                            + lines.number()
                            + ": no record of a log: "
                            + e.getMessage().replace("line 1, ", ""),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
