package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
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

/** The lines of the answers by player, and the dead letters by id; the lines stay in the file. */
final class AnswersFile implements Closeable {
    private static final StrictJson JSON = new StrictJson(100);

    private final FileChannel file;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final DeadLetters deadLetters = new DeadLetters();
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];

    private AnswersFile(FileChannel file) {
        this.file = file;
    }

    /** Reads the file once; a line that is no answer is a violation. */
    static AnswersFile index(Path path, Consumer<Violation> violations) throws IOException {
        AnswersFile answers = new AnswersFile(FileChannel.open(path, StandardOpenOption.READ));
        try (LineReader lines = new LineReader(path)) {
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                answers.place(lines.number(), lines.start(), line.get().length);
                answers.index(parse(lines.number(), line.get()), violations);
            }
        } catch (IOException e) {
            answers.close();
            throw e;
        }
        return answers;
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

    private void index(Line line, Consumer<Violation> violations) {
        boolean known = line.isDeadLetter() || line.values().containsKey("code");
        if (line.id().isEmpty() || (line.broken().isEmpty() && !known)) {
            String what = line.broken().orElse("neither a result nor a dead letter");
            violations.accept(
                    new Violation(
                            Rule.UNREADABLE,
                            line.id(),
                            line.text("player"),
                            line.number(),
                            "This is no answer: " + what));
        } else if (line.isDeadLetter()) {
            deadLetters.add(line);
        } else {
            lanes.computeIfAbsent(line.text("player"), player -> new Lane(this)).add(line.number());
        }
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
                    throw new EOFException("the answers have become shorter");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parse(number, bytes.array());
    }

    /** A player's answers; none of who has none. */
    Lane lane(String player) {
        return lanes.computeIfAbsent(player, unknown -> new Lane(this));
    }

    Map<String, Lane> lanes() {
        return lanes;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
