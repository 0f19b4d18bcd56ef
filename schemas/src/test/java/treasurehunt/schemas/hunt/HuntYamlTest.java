package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.contract.Contract;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class HuntYamlTest {
    @TempDir Path folder;

    @Test
    void theExampleIsAHuntAndSurvivesPublishing() throws Exception {
        Hunt hunt = HuntYaml.read(example());

        byte[] published = HuntCodec.encode(hunt);

        assertThat(HuntCodec.decode(published)).isEqualTo(hunt);
        assertThat(HuntCodec.encode(HuntCodec.decode(published))).isEqualTo(published);
        assertThat(Contract.HUNT.breaches(new String(published, StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void theExampleCanBeCompletedWithoutEveryClue() throws Exception {
        Hunt hunt = HuntYaml.read(example());
        List<String> six =
                List.of("anchor", "tide", "bollard", "harbour-mouth", "knot", "lighthouse");

        assertThat(hunt.completeWhen().holds(six::contains, 0)).isTrue();
        assertThat(hunt.completeWhen().holds(six.subList(0, 5)::contains, 0)).isFalse();
        assertThat(hunt.clues()).hasSize(8);
    }

    @Test
    void whatIsNotGivenHasItsDefault() throws Exception {
        Hunt hunt =
                read(
                        """
                        hunt: small
                        version: 1
                        title: Small
                        opens: 2026-06-01T10:00:00+02:00
                        closes: 2026-06-01T10:00:00.001+02:00
                        clues:
                          - id: only
                            title: Only
                            proof: {answer: {accept: [yes]}}
                        """);

        Condition always = new Condition.All(List.of());
        Proof yes = new Proof.Answer(List.of("yes"), Map.of(), Proof.Match.FOLDED);
        Clue only =
                new Clue(
                        "only",
                        "Only",
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        always,
                        yes,
                        OptionalInt.empty(),
                        0,
                        Map.of());
        long opens = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
        assertThat(hunt)
                .isEqualTo(
                        new Hunt(
                                "small",
                                1,
                                "Small",
                                Optional.empty(),
                                opens,
                                opens + 1,
                                HintPolicy.BLOCK,
                                new Rate(30, 5),
                                new Condition.All(List.of(new Condition.Solved("only"))),
                                Map.of("only", only)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "007",
                "12:30",
                "1.0",
                "~",
                "null",
                "true",
                "0x1F",
                "1e3",
                ".inf",
                "2026-06-01",
                "1_000",
                "=",
                "<<",
                "!!str 5"
            })
    void scalarsStayTheTextTheyWereWrittenAs(String scalar) throws Exception {
        Hunt hunt =
                read(
                        """
                        hunt: 007
                        version: 1
                        title: %1$s
                        opens: 2026-06-01T08:00:00Z
                        closes: 2026-06-02T08:00:00Z
                        clues:
                          - id: no
                            title: Number
                            requires: {points: 0}
                            proof: {answer: {accept: [%1$s], near: {%1$s: %1$s}}}
                        """
                                .formatted(scalar));

        String text = scalar.replace("!!str ", "");
        assertThat(hunt.title()).isEqualTo(text);
        assertThat(hunt.clues().get("no").proof())
                .isEqualTo(new Proof.Answer(List.of(text), Map.of(text, text), Proof.Match.FOLDED));
        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
    }

    @Test
    void numbersMayBeQuoted() throws Exception {
        Hunt hunt = read(Files.readString(example()).replace("points: 50", "points: '50'"));

        assertThat(hunt.clues().get("anchor").points()).isEqualTo(50);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstField() throws Exception {
        Hunt hunt = read("\uFEFF" + Files.readString(example()));

        assertThat(hunt.id()).isEqualTo("harbour-lights");
    }

    @Test
    void conditionsMayBeNestedToDepth8() throws Exception {
        String deep = "{any: [".repeat(7) + "{points: 0}" + "]}".repeat(7);

        Hunt hunt =
                read(Files.readString(example()).replace("requires: tide", "requires: " + deep));

        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
    }

    @Test
    void theLongestHuntIsPublishable() throws Exception {
        StringBuilder yaml =
                new StringBuilder(
                        """
                        hunt: long
                        version: 1000000000
                        title: Long
                        opens: 2026-06-01T08:00:00Z
                        closes: 2026-06-02T08:00:00Z
                        clues:
                        """);
        for (int i = 0; i < HuntReader.MOST_CLUES; i++) {
            yaml.append("- {id: c").append(i).append(", title: t, proof: {code: {accept: [x]}}");
            yaml.append(i == 0 ? "}\n" : ", requires: c" + (i - 1) + "}\n");
        }

        Hunt hunt = read(yaml.toString());

        assertThat(hunt.clues()).hasSize(1000);
        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
    }

    private Hunt read(String yaml) throws Exception {
        return HuntYaml.read(Files.writeString(folder.resolve("hunt.yaml"), yaml));
    }

    static Path example() throws URISyntaxException {
        return Path.of(HuntYamlTest.class.getResource("/examples/harbour-lights.yaml").toURI());
    }
}
