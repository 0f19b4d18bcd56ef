package treasurehunt.schemas.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The contracts as anyone else would check them. */
public final class Contract {
    /** As lenient as the contracts: what they ignore has no length. */
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNumberLength(Integer.MAX_VALUE)
                                            .build())
                            .build());

    public static final Contract ACTION = new Contract("action");
    public static final Contract RESULT = new Contract("result");
    public static final Contract DEAD_LETTER = new Contract("dead-letter");
    public static final Contract PROGRESS = new Contract("progress");
    public static final Contract HUNT = new Contract("hunt");

    private final JsonNode text;
    private final JsonSchema schema;

    private Contract(String name) {
        try (InputStream file =
                Contract.class.getResourceAsStream("/contracts/" + name + ".schema.json")) {
            text = JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    }

    /** What of the contract a record breaks. */
    public List<String> breaches(String json) {
        try {
            return schema.validate(JSON.readTree(json)).stream().map(Object::toString).toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** The contract itself. */
    JsonNode text() {
        return text;
    }

    /** The words of an enum list of the contract. */
    List<String> words(String pointer) {
        return JSON.convertValue(
                text.at(pointer),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }
}
