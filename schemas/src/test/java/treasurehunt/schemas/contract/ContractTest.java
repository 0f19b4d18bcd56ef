package treasurehunt.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.KindNames;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.hunt.HintPolicy;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.progress.Standing;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contracts say what the code says. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void codesAreTheCodes() {
        assertThat(Contract.RESULT.words("/properties/code/enum"))
                .containsExactlyElementsOf(names(Code.values()));
    }

    @Test
    void reasonsOfDeadLettersAreTheReasons() {
        assertThat(Contract.DEAD_LETTER.words("/properties/reason/enum"))
                .containsExactlyElementsOf(names(Reason.values()));
    }

    @Test
    void standingsAreTheStandings() {
        assertThat(Contract.PROGRESS.words("/properties/standing/enum"))
                .containsExactlyElementsOf(names(Standing.Play.values()));
        assertThat(Contract.PROGRESS.words("/properties/clues/items/properties/status/enum"))
                .containsExactlyElementsOf(names(Standing.Clue.Status.values()));
        assertThat(Contract.PROGRESS.words("/properties/treasures/items/properties/status/enum"))
                .containsExactlyElementsOf(names(Standing.Treasure.values()));
    }

    @Test
    void effectsAreTheEffects() {
        List<String> types = new ArrayList<>();
        JsonNode reasons = JSON.missingNode();
        for (JsonNode effect : Contract.RESULT.text().at("/$defs/effect/oneOf")) {
            types.add(effect.at("/properties/type/const").textValue());
            if (effect.at("/properties/type/const").textValue().equals("POINTS")) {
                reasons = effect.at("/properties/reason/enum");
            }
        }

        assertThat(types)
                .containsExactlyElementsOf(
                        Arrays.stream(Effect.class.getPermittedSubclasses())
                                .map(type -> constantCase(type.getSimpleName()))
                                .toList());
        assertThat(reasons)
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(
                        Arrays.stream(PointsReason.values()).map(PointsReason::word).toList());
    }

    @Test
    void kindsAreTheKinds() {
        List<String> kinds = KindNames.ALL;
        List<String> ofActions = new ArrayList<>();
        Contract.ACTION
                .text()
                .at("/oneOf")
                .forEach(kind -> ofActions.add(kind.at("/required/0").textValue()));

        assertThat(ofActions).containsExactlyElementsOf(kinds);
        assertThat(Contract.RESULT.words("/properties/kind/enum")).containsExactlyElementsOf(kinds);
    }

    @Test
    void operatorsKindsAreThoseThatTheyMustSign() {
        List<String> signed = new ArrayList<>();
        Contract.ACTION
                .text()
                .at("/allOf/1/if/anyOf")
                .forEach(kind -> signed.add(kind.at("/required/0").textValue()));

        assertThat(signed).containsExactlyElementsOf(KindNames.of(Kind.ByOperator.class));
    }

    @Test
    void outcomesAreTheOutcomes() {
        assertThat(Contract.ACTION.words("/properties/verdict/properties/outcome/enum"))
                .containsExactlyElementsOf(names(Outcome.values()));
    }

    @Test
    void wordsOfHuntsAreTheWords() {
        String proof = "/properties/clues/items/properties/proof/properties";

        assertThat(Contract.HUNT.words("/properties/hint-policy/enum"))
                .containsExactlyElementsOf(words(HintPolicy.values()));
        assertThat(Contract.HUNT.words(proof + "/answer/properties/match/enum"))
                .containsExactlyElementsOf(words(Proof.Match.values()));
        assertThat(Contract.HUNT.text().at(proof).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Proof.class.getPermittedSubclasses())
                                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                                .toList());
    }

    static Stream<Contract> contracts() {
        return Stream.of(
                Contract.ACTION,
                Contract.RESULT,
                Contract.PROGRESS,
                Contract.DEAD_LETTER,
                Contract.HUNT);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyFieldIsDescribed(Contract contract) {
        assertThat(undescribed("", contract.text())).isEmpty();
    }

    private static List<String> undescribed(String path, JsonNode node) {
        List<String> found = new ArrayList<>();
        node.forEachEntry(
                (name, value) -> {
                    String at = path + "/" + name;
                    if (path.endsWith("/properties") && !value.path("description").isTextual()) {
                        found.add(at);
                    }
                    found.addAll(undescribed(at, value));
                });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                found.addAll(undescribed(path + "/" + i, node.get(i)));
            }
        }
        return found;
    }

    @Test
    void everyFieldOfAContractOccursInASample() throws IOException {
        List<String> actions = new ArrayList<>();
        for (Path file : Golden.actions()) {
            actions.add(Files.readString(file));
        }

        assertThat(namesIn(actions)).containsAll(fields(Contract.ACTION));
        assertThat(namesIn(Golden.results())).containsAll(fields(Contract.RESULT));
        assertThat(namesIn(Golden.progress())).containsAll(fields(Contract.PROGRESS));
        assertThat(namesIn(Golden.deadLetters())).containsAll(fields(Contract.DEAD_LETTER));
        List<String> hunts = new ArrayList<>(Golden.hunts());
        hunts.addAll(Golden.publications());
        assertThat(namesIn(hunts)).containsAll(fields(Contract.HUNT));
    }

    @Test
    void everyFieldTheEngineWritesIsInItsContract() throws IOException {
        assertThat(fields(Contract.RESULT)).containsAll(namesIn(Golden.results()));
        assertThat(fields(Contract.PROGRESS)).containsAll(namesIn(Golden.progress()));
        assertThat(fields(Contract.DEAD_LETTER)).containsAll(namesIn(Golden.deadLetters()));
    }

    private static Set<String> fields(Contract contract) {
        Set<String> fields = new TreeSet<>();
        contract.text()
                .findValues("properties")
                .forEach(properties -> collectFields(properties, fields));
        return fields;
    }

    private static void collectFields(JsonNode properties, Set<String> fields) {
        properties.fieldNames().forEachRemaining(fields::add);
        properties.findValues("properties").forEach(nested -> collectFields(nested, fields));
    }

    private static Set<String> namesIn(List<String> samples) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String sample : samples) {
            collectNames(JSON.readTree(sample), names);
        }
        return names;
    }

    private static void collectNames(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collectNames(child, names));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> words(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static String constantCase(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
