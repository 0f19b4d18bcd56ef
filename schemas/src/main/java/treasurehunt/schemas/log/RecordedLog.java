package treasurehunt.schemas.log;

import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of a recorded log: one JSON object a record of {@code actions}, in any order that keeps
 * each partition's own.
 *
 * <p>The <b>plain</b> form is the action itself beside {@code partition}, {@code offset} and {@code
 * append_time}; its key is its player unless {@code key} gives another one, and its seal is taken
 * as valid unless {@code sealed} is false. The <b>raw</b> form, for what is no readable action, has
 * {@code value} or {@code headers}; these and {@code key} are base64, and what a record does not
 * have is left out; {@code sealed} is true where its reader held its seal to be valid for what the
 * action needs. A tick is {@code "tick":{}}.
 */
public final class RecordedLog {
    /** Deeper than any action may be: a line that is too deep for an action is still a line. */
    private static final int DEPTH = 64;

    private static final StrictJson JSON = new StrictJson(DEPTH);

    /** Stands for a seal that was valid: it is told, and no bytes of it. */
    private static final byte[] TOLD = {};

    private RecordedLog() {}

    /** The record on a line; a line that places no record in a log is refused. */
    public static RawRecord decode(byte[] line) throws MalformedJsonException {
        Map<String, Object> members = JSON.read(line);
        int partition = (int) whole(members, "partition", Integer.MAX_VALUE);
        long offset = whole(members, "offset", Long.MAX_VALUE);
        long appendTime = whole(members, "append_time", Long.MAX_VALUE);
        if (members.containsKey("tick")) {
            return new RawRecord(partition, offset, appendTime, true, null, null, null);
        }
        if (members.containsKey("value") || members.containsKey("headers")) {
            byte[] key = base64(members, "key");
            byte[] value = base64(members, "value");
            boolean tick = key == null && value == null && hasHeader(members, RawRecord.TICK);
            byte[] seal = seal(members, false);
            return new RawRecord(partition, offset, appendTime, tick, seal, key, value);
        }
        // The line is the action: what places it are fields that an action's reader passes over.
        byte[] seal = seal(members, true);
        return new RawRecord(partition, offset, appendTime, false, seal, plainKey(members), line);
    }

    /**
     * The line of a record.
     *
     * @param headers the record's, by name; a value may be {@code null}
     * @param intake of the topic it was read from: what this refuses is kept byte by byte
     */
    public static byte[] encode(RawRecord record, Map<String, byte[]> headers, Intake intake) {
        if (record.tick()) {
            return line(record, json -> json.object(RawRecord.TICK, tick -> {}));
        }
        try {
            LoggedAction action = intake.admit(record, record.appendTime());
            return joined(line(record, json -> {}), ActionCodec.encode(action.action()));
        } catch (RejectedException e) {
            boolean sealed = intake.isSealed(record);
            return line(record, json -> writeRaw(json, record, sealed, headers));
        }
    }

    private static byte[] line(RawRecord record, JsonWriter.Members more) {
        return JsonWriter.object(
                json -> {
                    json.number("partition", record.partition());
                    json.number("offset", record.offset());
                    json.number("append_time", record.appendTime());
                    more.writeTo(json);
                });
    }

    private static void writeRaw(
            JsonWriter json, RawRecord record, boolean sealed, Map<String, byte[]> headers)
            throws IOException {
        if (sealed) {
            json.bool("sealed", true);
        }
        writeBase64(json, "key", record.key());
        writeBase64(json, "value", record.value());
        json.object(
                "headers",
                all -> {
                    for (Map.Entry<String, byte[]> header : new TreeMap<>(headers).entrySet()) {
                        writeBase64(all, header.getKey(), header.getValue());
                    }
                });
    }

    private static void writeBase64(JsonWriter json, String name, byte[] bytes) throws IOException {
        if (bytes != null) {
            json.text(name, Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** One object with the members of two. */
    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.write(first, 0, first.length - 1);
        both.write(',');
        both.write(second, 1, second.length - 1);
        return both.toByteArray();
    }

    private static long whole(Map<String, Object> members, String name, long highest)
            throws MalformedJsonException {
        long number = members.get(name) instanceof JsonNumber json ? json.whole().orElse(-1) : -1;
        if (number < 0 || number > highest) {
            throw new MalformedJsonException(name + ": no whole number from 0 on");
        }
        return number;
    }

    private static byte[] plainKey(Map<String, Object> members) throws MalformedJsonException {
        Object key = members.getOrDefault("key", members.get("player"));
        if (key instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (members.containsKey("key")) {
            throw new MalformedJsonException("key: no text");
        }
        return null;
    }

    private static byte[] base64(Map<String, Object> members, String name)
            throws MalformedJsonException {
        if (!members.containsKey(name)) {
            return null;
        }
        try {
            if (members.get(name) instanceof String text) {
                return Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below, for every kind of value.
        }
        throw new MalformedJsonException(name + ": no base64");
    }

    private static byte[] seal(Map<String, Object> members, boolean unlessSaid)
            throws MalformedJsonException {
        if (members.getOrDefault("sealed", unlessSaid) instanceof Boolean sealed) {
            return sealed ? TOLD : null;
        }
        throw new MalformedJsonException("sealed: neither true nor false");
    }

    private static boolean hasHeader(Map<String, Object> members, String name) {
        return members.get("headers") instanceof Map<?, ?> headers && headers.containsKey(name);
    }
}
