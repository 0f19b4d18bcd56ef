package treasurehunt.auditor.reading;

import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.auditor.reading.ActionReader.Members;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a recorded log, line by line (rule book, section 11). */
public final class RecordedActions implements Closeable {
    private static final int TOLD_OF_A_VALUE = 4096;
    private static final StrictJson JSON = new StrictJson(1000);

    private final Path file;
    private final OptionalInt partitions;
    private final LineReader lines;
    private final Map<Integer, Long> lastOffsets = new HashMap<>();

    /**
     * @param partitions how many the topic has; unknown, a record's partition is right
     */
    public RecordedActions(Path file, OptionalInt partitions) throws IOException {
        this.file = file;
        this.partitions = partitions;
        this.lines = new LineReader(file);
    }

    public Optional<LogRecord> next() throws IOException, UnreadableEvidenceException {
        Optional<byte[]> line = lines.next();
        return line.isEmpty() ? Optional.empty() : Optional.of(read(line.get()));
    }

    private LogRecord read(byte[] line) throws UnreadableEvidenceException {
        Map<String, Object> values = object(line);
        int partition = (int) number(values, "partition", 0, Integer.MAX_VALUE);
        long offset = number(values, "offset", 0, Long.MAX_VALUE);
        long appendTime = number(values, "append_time", Long.MIN_VALUE, Long.MAX_VALUE);
        Long last = lastOffsets.put(partition, offset);
        if (last != null && last >= offset) {
            throw unreadable(
                    "offset " + offset + " of partition " + partition + " stands after " + last);
        }
        return new LogRecord(partition, offset, appendTime, intake(values, line, partition));
    }

    private Intake intake(Map<String, Object> values, byte[] line, int partition)
            throws UnreadableEvidenceException {
        if (values.get("tick") instanceof Map<?, ?>) {
            return new Intake.Tick();
        }
        return values.containsKey("value") || values.containsKey("headers")
                ? raw(values, partition)
                : plain(values, line, partition);
    }

    private Intake raw(Map<String, Object> values, int partition)
            throws UnreadableEvidenceException {
        Optional<byte[]> key = bytes("key", values.get("key"));
        Optional<byte[]> value = bytes("value", values.get("value"));
        boolean tick = false;
        if (values.get("headers") instanceof Map<?, ?> headers) {
            tick = headers.containsKey("tick");
        } else if (values.containsKey("headers")) {
            throw unreadable("headers: no object");
        }
        if (tick && key.isEmpty() && value.isEmpty()) {
            return new Intake.Tick();
        }
        Intake.Value told =
                value.isEmpty()
                        ? new Intake.Value.None()
                        : new Intake.Value.Known(start(value.get()));
        Members members = ActionReader.members(value.orElse(new byte[0]));
        return judged(members, told, key, sealed(values, false), partition);
    }

    private Intake plain(Map<String, Object> values, byte[] line, int partition)
            throws UnreadableEvidenceException {
        // Read again to the depth of an action: what is deeper breaks its bounds.
        Members members = new Members(values, depth(values) <= 8);
        if (!members.whole()) {
            members = ActionReader.members(line);
        }
        Object key = values.getOrDefault("key", members.player().orElse(""));
        if (!(key instanceof String) && key != StrictJson.NULL) {
            throw unreadable("key: no text");
        }
        Optional<byte[]> bytes =
                key instanceof String text
                        ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                        : Optional.empty();
        return judged(members, new Intake.Value.Unknown(), bytes, sealed(values, true), partition);
    }

    private Intake judged(
            Members members,
            Intake.Value value,
            Optional<byte[]> key,
            boolean sealed,
            int partition) {
        Optional<Action> action = ActionReader.action(members);
        Optional<Reason> reason =
                action.isEmpty()
                        ? Optional.of(Reason.MALFORMED)
                        : refusal(action.get(), key, sealed, partition);
        return reason.isEmpty()
                ? new Intake.Asked(action.get())
                : new Intake.Refused(reason.get(), members.actionId(), members.player(), value);
    }

    private Optional<Reason> refusal(
            Action action, Optional<byte[]> key, boolean sealed, int partition) {
        byte[] player = action.player().getBytes(StandardCharsets.UTF_8);
        if (action.kind().by() != ActionKind.By.PLAYER && !sealed) {
            return Optional.of(Reason.UNSEALED);
        }
        if (key.isEmpty() || !Arrays.equals(key.get(), player)) {
            return Optional.of(Reason.WRONG_KEY);
        }
        return partitions.isPresent()
                        && Murmur2.partition(player, partitions.getAsInt()) != partition
                ? Optional.of(Reason.WRONG_PARTITION)
                : Optional.empty();
    }

    private boolean sealed(Map<String, Object> values, boolean unlessSaid)
            throws UnreadableEvidenceException {
        if (values.getOrDefault("sealed", unlessSaid) instanceof Boolean sealed) {
            return sealed;
        }
        throw unreadable("sealed: neither true nor false");
    }

    private Optional<byte[]> bytes(String name, Object json) throws UnreadableEvidenceException {
        if (json == null || json == StrictJson.NULL) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode((String) json));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw unreadable(name + ": no base64");
        }
    }

    private static String start(byte[] value) {
        byte[] start = Arrays.copyOf(value, Math.min(TOLD_OF_A_VALUE, value.length));
        return Base64.getEncoder().encodeToString(start);
    }

    private static int depth(Object node) {
        Iterable<?> parts =
                node instanceof Map<?, ?> map
                        ? map.values()
                        : node instanceof Iterable<?> list ? list : null;
        if (parts == null) {
            return 0;
        }
        int deepest = 0;
        for (Object part : parts) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest + 1;
    }

    private Map<String, Object> object(byte[] line) throws UnreadableEvidenceException {
        try {
            return JSON.read(line);
        } catch (MalformedJsonException e) {
            throw unreadable(e.getMessage());
        }
    }

    private long number(Map<String, Object> values, String name, long least, long most)
            throws UnreadableEvidenceException {
        return Field.whole(values.get(name), least, most)
                .orElseThrow(() -> unreadable(name + ": no whole number in its bounds"));
    }

    private UnreadableEvidenceException unreadable(String what) {
        return new UnreadableEvidenceException(file + ":" + lines.number() + ": " + what);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
