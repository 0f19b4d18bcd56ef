package treasurehunt.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.KindNames;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.contract.RuleBook.Row;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rule book says what the code says. */
class RuleBookTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final RuleBook BOOK = RuleBook.read(DOCS.resolve("rules.md"));

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

    @TempDir Path folder;

    @Test
    void codesAreTheCodes() {
        assertThat(names("### Codes")).containsExactlyElementsOf(constants(Code.values()));
    }

    @Test
    void effectsAreTheEffects() {
        assertThat(names("### Effects"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Effect.class.getPermittedSubclasses())
                                .map(type -> constantCase(type.getSimpleName()))
                                .toList());
    }

    @Test
    void effectsHaveTheFieldsOfTheirContract() {
        Map<String, Set<String>> fields = new HashMap<>();
        for (JsonNode effect : Contract.RESULT.text().at("/$defs/effect/oneOf")) {
            Set<String> names = fields(effect.at("/properties"));
            names.remove("type");
            fields.put(effect.at("/properties/type/const").textValue(), names);
        }

        assertThat(fieldsByName("### Effects")).isEqualTo(fields);
    }

    @Test
    void kindsAreTheKinds() {
        assertThat(names("### Kinds")).containsExactlyElementsOf(KindNames.ALL);
    }

    @Test
    void kindsHaveTheFieldsOfTheirContract() {
        Map<String, Set<String>> fields = new HashMap<>();
        for (String kind : names("### Kinds")) {
            fields.put(
                    kind, fields(Contract.ACTION.text().at("/properties/" + kind + "/properties")));
        }

        assertThat(fieldsByName("### Kinds")).isEqualTo(fields);
    }

    @Test
    void reasonsOfPointsAreTheReasons() {
        assertThat(names("### Reasons of points"))
                .containsExactlyElementsOf(
                        Arrays.stream(PointsReason.values()).map(PointsReason::word).toList());
    }

    @Test
    void reasonsOfDeadLettersAreTheReasons() {
        assertThat(names("### Dead letters")).containsExactlyElementsOf(constants(Reason.values()));
    }

    @Test
    void fieldsOfHuntsAreTheFieldsOfTheirContract() {
        JsonNode hunt = Contract.HUNT.text().at("/properties");
        Set<String> authored = fields(hunt);
        authored.removeAll(Set.of("sealed", "void"));

        assertThat(names("### Fields of a hunt")).containsExactlyInAnyOrderElementsOf(authored);
        assertThat(names("### Fields of a clue"))
                .containsExactlyInAnyOrderElementsOf(fields(hunt.at("/clues/items/properties")));
        assertThat(names("### Proofs"))
                .containsExactlyElementsOf(
                        fields(hunt.at("/clues/items/properties/proof/properties")));
        assertThat(names("### Fields of a treasure"))
                .containsExactlyInAnyOrderElementsOf(
                        fields(hunt.at("/treasures/items/properties")));
    }

    @Test
    void wholeHuntsInTheBookAreAccepted() throws Exception {
        List<String> hunts =
                BOOK.blocks("yaml").stream().filter(yaml -> yaml.startsWith("hunt:")).toList();

        assertThat(hunts).isNotEmpty();
        for (String yaml : hunts) {
            Path file = Files.writeString(folder.resolve("hunt.yaml"), yaml);
            assertThatCode(() -> HuntYaml.read(file)).doesNotThrowAnyException();
        }
    }

    @Test
    void actionsAndResultsInTheBookKeepTheirContracts() throws Exception {
        List<JsonNode> actions = new ArrayList<>();
        List<JsonNode> results = new ArrayList<>();
        for (String block : BOOK.blocks("json")) {
            try (MappingIterator<JsonNode> samples = JSON.readValues(block)) {
                samples.forEachRemaining(
                        sample -> {
                            if (sample.has("effects")) {
                                results.add(sample);
                            } else if (sample.has("action_id")) {
                                actions.add(sample);
                            }
                        });
            }
        }

        assertThat(actions)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(Contract.ACTION.breaches(a.toString())).isEmpty());
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(Contract.RESULT.breaches(r.toString())).isEmpty());
    }

    private static List<String> names(String heading) {
        return BOOK.table(heading).stream().map(Row::name).toList();
    }

    private static Map<String, Set<String>> fieldsByName(String heading) {
        Map<String, Set<String>> fields = new HashMap<>();
        for (Row row : BOOK.table(heading)) {
            fields.put(row.name(), new LinkedHashSet<>(row.words(1)));
        }
        return fields;
    }

    private static Set<String> fields(JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> constants(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static String constantCase(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
