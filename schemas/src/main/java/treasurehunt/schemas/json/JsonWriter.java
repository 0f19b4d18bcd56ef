package treasurehunt.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes one JSON object as UTF-8, its members in the order of the calls, so equal values have
 * equal bytes.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    // A character is the same bytes everywhere: UTF-8, never a pair of escapes.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    // The shortest digits, by the library's algorithm: the platform's differ from
                    // one Java version to another.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build();

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes members. */
    @FunctionalInterface
    public interface Members {
        void writeTo(JsonWriter json) throws IOException;
    }

    /** The bytes of an object with these members. */
    public static byte[] object(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            members.writeTo(new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** The bytes of an object as {@link StrictJson} reads them. */
    public static byte[] tree(Map<String, Object> members) {
        return object(json -> json.members(members));
    }

    private void members(Map<?, ?> members) throws IOException {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            generator.writeFieldName((String) member.getKey());
            node(member.getValue());
        }
    }

    private void node(Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            generator.writeStartObject();
            members(members);
            generator.writeEndObject();
        } else if (value instanceof List<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                node(element);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof JsonNumber number) {
            generator.writeNumber(number.text());
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value == StrictJson.NULL) {
            generator.writeNull();
        } else {
            throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }

    public void text(String name, String value) throws IOException {
        generator.writeStringField(name, value);
    }

    public void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    public void number(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
    }

    public void number(String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsLong());
        }
    }

    public void number(String name, double value) throws IOException {
        generator.writeNumberField(name, value);
    }

    public void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        }
    }

    public void bool(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
    }

    public void object(String name, Members members) throws IOException {
        generator.writeObjectFieldStart(name);
        members.writeTo(this);
        generator.writeEndObject();
    }

    public void array(String name, Members elements) throws IOException {
        generator.writeArrayFieldStart(name);
        elements.writeTo(this);
        generator.writeEndArray();
    }

    /** An object as an element of the array that is being written. */
    public void element(Members members) throws IOException {
        generator.writeStartObject();
        members.writeTo(this);
        generator.writeEndObject();
    }

    /** A whole number as an element of the array that is being written. */
    public void element(long value) throws IOException {
        generator.writeNumber(value);
    }

    /** A text as an element of the array that is being written. */
    public void element(String value) throws IOException {
        generator.writeString(value);
    }
}
