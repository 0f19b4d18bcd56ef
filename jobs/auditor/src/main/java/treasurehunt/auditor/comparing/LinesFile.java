package treasurehunt.auditor.comparing;

import treasurehunt.auditor.reading.LineReader;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a file, which stay there; only their places are held. */
final class LinesFile implements Closeable {
    private static final StrictJson JSON = new StrictJson(100);

    private final FileChannel file;
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];

    private LinesFile(FileChannel file) {
        this.file = file;
    }

    /** Reads the file once; then its lines can be read again one by one. */
    static LinesFile index(Path path, Consumer<Line> each) throws IOException {
        LinesFile file = new LinesFile(FileChannel.open(path, StandardOpenOption.READ));
        try (LineReader lines = new LineReader(path)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                file.place(lines.number(), lines.start(), line.get().length);
                each.accept(parse(lines.number(), line.get()));
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    private void place(int number, long start, int length) {
        if (number >= starts.length) {
            int size = Math.max(number + 1, starts.length + starts.length / 2);
            starts = Arrays.copyOf(starts, size);
            lengths = Arrays.copyOf(lengths, size);
        }
        starts[number] = start;
        lengths[number] = length;
    }

    private static Line parse(int number, byte[] bytes) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            JSON.readInto(values, bytes);
            return new Line(number, values, Optional.empty());
        } catch (MalformedJsonException e) {
            return new Line(number, values, Optional.of(unquoted(e.getMessage())));
        }
    }

    /** A message up to where it quotes the line, which may hold a secret. */
    private static String unquoted(String message) {
        return message.replaceFirst("(?s)['\"(].*", "…");
    }

    Line read(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(lengths[number]);
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, starts[number] + bytes.position()) < 0) {
                    throw new EOFException("the file has become shorter");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(number, bytes.array());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
