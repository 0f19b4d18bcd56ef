package treasurehunt.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A record's value as one line of JSON. */
public final class JsonLine {
    private static final int DEPTH = 64;
    private static final StrictJson JSON = new StrictJson(DEPTH);

    private JsonLine() {}

    /**
     * An object as it stands, on one line; any other bytes as a JSON text, each byte a character
     * where they are no UTF-8; {@code null} for no value.
     */
    public static String of(byte[] value) {
        if (value == null) {
            return "null";
        }
        if (object(value).isPresent()) {
            // White space, since inside of a text they would have been refused.
            return new String(value, StandardCharsets.UTF_8).replaceAll("[\\r\\n]+", " ").strip();
        }
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text(value))) + '"';
    }

    /** Whether a record with this key and value is about a player. */
    public static boolean isOf(String player, byte[] key, byte[] value) {
        if (key != null && Arrays.equals(key, player.getBytes(StandardCharsets.UTF_8))) {
            return true;
        }
        return value != null
                && object(value).map(members -> members.get("player")).equals(Optional.of(player));
    }

    private static Optional<Map<String, Object>> object(byte[] value) {
        try {
            return Optional.of(JSON.read(value));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            return new String(value, StandardCharsets.ISO_8859_1);
        }
    }
}
