package treasurehunt.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object, strictly: valid UTF-8 without a byte-order mark, no duplicate names, no
 * unpaired surrogates, bounded nesting, nothing but white space after it. Values are {@code
 * String}, {@link JsonNumber}, {@code Boolean}, {@code Map<String, Object>}, {@code List<Object>}
 * and {@link #NULL}.
 */
public final class StrictJson {
    /** What a JSON {@code null} is read as. */
    public static final Object NULL =
            new Object() {
                @Override
                public String toString() {
                    return "null";
                }
            };

    private static final int LONGEST_MESSAGE = 200;

    private final JsonFactory factory;

    /** A reader that accepts nesting to {@code depth}, the outermost object being 1. */
    public StrictJson(int depth) {
        factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // Names come from anywhere: a table of all names ever seen would grow for
                        // ever.
                        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        // The broker bounds a record; what its contract ignores has no length of
                        // its own.
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(depth)
                                        .maxNumberLength(Integer.MAX_VALUE)
                                        .maxNameLength(Integer.MAX_VALUE)
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .build())
                        .build();
    }

    /** The object in these bytes. */
    public Map<String, Object> read(byte[] json) throws MalformedJsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        readInto(members, json);
        return members;
    }

    /**
     * Reads the object's members into the given map, in their order. When it throws, the map holds
     * the members that stood before the place that was wrong.
     */
    public void readInto(Map<String, Object> members, byte[] json) throws MalformedJsonException {
        String text = utf8(json);
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("not a JSON object");
            }
            readMembers(parser, members);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(
                        at(parser) + "more than white space after the object");
            }
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(message(e));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static String utf8(byte[] json) throws MalformedJsonException {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(json))
                            .toString();
            if (text.startsWith("\uFEFF")) {
                throw new MalformedJsonException("a byte-order mark before the object");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not valid UTF-8");
        }
    }

    private static void readMembers(JsonParser parser, Map<String, Object> members)
            throws IOException, MalformedJsonException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = paired(parser, parser.currentName());
            parser.nextToken();
            members.put(name, readValue(parser));
        }
    }

    private static Object readValue(JsonParser parser) throws IOException, MalformedJsonException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> paired(parser, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                readMembers(parser, members);
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(readValue(parser));
                }
                yield elements;
            }
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new MalformedJsonException(at(parser) + "a value is missing");
        };
    }

    private static String paired(JsonParser parser, String text) throws MalformedJsonException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new MalformedJsonException(at(parser) + "an unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }

    private static String at(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static String message(JsonProcessingException e) {
        String brief = brief(e.getOriginalMessage());
        var location = e.getLocation();
        return location == null
                ? brief
                : "line "
                        + location.getLineNr()
                        + ", column "
                        + location.getColumnNr()
                        + ": "
                        + brief;
    }

    /** The start of a message that quotes its input, as text that can be written again. */
    private static String brief(String what) {
        String start = what.substring(0, Math.min(LONGEST_MESSAGE, what.length()));
        // The way through bytes leaves no unpaired surrogate, quoted or cut.
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
