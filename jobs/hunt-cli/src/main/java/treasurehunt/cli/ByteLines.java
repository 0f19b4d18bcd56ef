package treasurehunt.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream as bytes, one at a time; blank ones are passed over. */
public final class ByteLines {
    /** Bytes of the longest line: a broker's largest record, in base64, several times over. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final InputStream in;
    private int number;

    /** Reads from a stream that is buffered and that the caller closes. */
    public ByteLines(InputStream in) {
        this.in = in;
    }

    /** The number, from 1, of the line that was read last. */
    public int number() {
        return number;
    }

    /** The next line, without its end; nothing at the end of the stream. */
    public Optional<byte[]> next() throws IOException {
        while (true) {
            Optional<byte[]> line = line();
            if (line.isEmpty() || !isBlank(line.get())) {
                return line;
            }
        }
    }

    private Optional<byte[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        number++;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == LONGEST) {
                throw new IOException("line " + number + " is longer than 64 MiB");
            }
            line.write(b);
        }
        return Optional.of(line.toByteArray());
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
