package treasurehunt.auditor.reading;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file as bytes, without their line feeds; what is blank has none of its own. */
public final class LineReader implements Closeable {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private long position;
    private long start;
    private int number;

    public LineReader(Path file) throws IOException {
        in = Files.newInputStream(file);
    }

    /** The next line that is not blank. */
    public Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (fill()) {
            start = position;
            number++;
            readInto(line);
            if (!isBlank(line)) {
                return Optional.of(line.toByteArray());
            }
            line.reset();
        }
        return Optional.empty();
    }

    /** The number of the line read last, from 1. */
    public int number() {
        return number;
    }

    /** Where in the file the line read last begins. */
    public long start() {
        return start;
    }

    private void readInto(ByteArrayOutputStream line) throws IOException {
        while (fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            line.write(buffer, from, next - from);
            position += next - from;
            if (next < end) {
                next++;
                position++;
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next < end;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        if (line.size() > 2) {
            return false;
        }
        for (byte b : line.toByteArray()) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
