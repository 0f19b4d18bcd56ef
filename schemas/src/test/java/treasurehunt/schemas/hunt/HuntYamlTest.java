package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import java.util.OptionalDouble;
import java.util.OptionalLong;

class HuntYamlTest {
    private static final String EVERY_FIELD =
            """
            hunt: harbour-lights
            version: 2
            effective-from: 2026-05-30T12:00:00.1239Z
            title: Harbour Lights
            text: Follow the lights.
            opens: 2026-06-01T08:00:00Z
            closes: 2026-06-30T20:00:00Z
            time-limit: 2h
            freeze-at: 2026-06-30T19:00:00+02:00
            hint-policy: debt
            rate: {burst: 20, per-second: 2}
            max-speed: 70
            complete-when: {any: [{treasure: golden-compass}, {points: 300}]}
            clues:
              - id: anchor
                title: The rusty anchor
                text: What holds a ship?
                media: https://harbour.example/a.jpg
                points: 100
                requires: {at-least: 2, of: [gate, mast, {points: 50}]}
                unlocks-after: 10m
                deadline: 30m
                proof:
                  answer: {accept: [anchor, the anchor], near: {ancor: check your spelling}, match: exact}
                attempts: {max: 5, free: 2, wait: 30s, factor: 3, ceiling: 15m}
                wrong-penalty: 5
                hints: [{id: h1, cost: 10, after: 5m, text: It holds ships}]
                first-finders: [50, 30, 10]
                treasure: golden-compass
              - {id: mast, title: Mast, proof: {pattern: "(rusty )?masts?"}, attempts: {wait: 30s}}
              - {id: gate, title: Gate, proof: {code: {accept: [QR-7781]}}}
              - id: pier
                title: Pier
                proof: {place: {latitude: 54.35, longitude: -18.65, radius-m: 4e1, accuracy-m: 0}}
              - id: choir
                title: Choir
                requires: {treasure: golden-compass}
                proof: {review: {}}
            treasures:
              - {id: golden-compass, title: The golden compass, stock: 3, points: 500, waiting-list: true}
              - {id: chart, title: A chart, stock: 0}
            """;

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

        assertThat(hunt.completeWhen().holds(solved(six))).isTrue();
        assertThat(hunt.completeWhen().holds(solved(six.subList(0, 5)))).isFalse();
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

        Proof yes = new Proof.Answer(List.of("yes"), Map.of(), Proof.Match.FOLDED);
        Clue only =
                new Clue(
                        "only",
                        "Only",
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        new Condition.All(List.of()),
                        0,
                        OptionalLong.empty(),
                        yes,
                        new Attempts(OptionalLong.empty(), Optional.empty()),
                        0,
                        Map.of(),
                        List.of(),
                        Optional.empty());
        long opens = Instant.parse("2026-06-01T08:00:00Z").toEpochMilli();
        assertThat(hunt)
                .isEqualTo(
                        new Hunt(
                                "small",
                                1,
                                OptionalLong.empty(),
                                "Small",
                                Optional.empty(),
                                opens,
                                opens + 1,
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                HintPolicy.BLOCK,
                                new Rate(30, 5),
                                OptionalDouble.empty(),
                                new Condition.All(List.of(new Condition.Solved("only"))),
                                Map.of("only", only),
                                Map.of()));
    }

    @Test
    void whatIsGivenIsRead() throws Exception {
        Hunt hunt = read(EVERY_FIELD);

        assertThat(hunt.effectiveFrom()).hasValue(ms("2026-05-30T12:00:00.123Z"));
        assertThat(hunt.timeLimit()).hasValue(7_200_000);
        assertThat(hunt.freezeAt()).hasValue(ms("2026-06-30T17:00:00Z"));
        assertThat(hunt.hintPolicy()).isEqualTo(HintPolicy.DEBT);
        assertThat(hunt.rate()).isEqualTo(new Rate(20, 2));
        assertThat(hunt.maxSpeed()).hasValue(70);
        assertThat(hunt.completeWhen())
                .isEqualTo(
                        new Condition.Any(
                                List.of(
                                        new Condition.Granted("golden-compass"),
                                        new Condition.Points(300))));
        assertThat(hunt.treasures().values())
                .containsExactly(
                        new Treasure("golden-compass", "The golden compass", 3, 500, true),
                        new Treasure("chart", "A chart", 0, 0, false));
        assertThat(hunt.clues().keySet())
                .containsExactly("anchor", "mast", "gate", "pier", "choir");
        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
    }

    @Test
    void aCluesFieldsAreRead() throws Exception {
        Clue anchor = read(EVERY_FIELD).clues().get("anchor");

        assertThat(anchor)
                .isEqualTo(
                        new Clue(
                                "anchor",
                                "The rusty anchor",
                                Optional.of("What holds a ship?"),
                                Optional.of("https://harbour.example/a.jpg"),
                                100,
                                new Condition.AtLeast(
                                        2,
                                        List.of(
                                                new Condition.Solved("gate"),
                                                new Condition.Solved("mast"),
                                                new Condition.Points(50))),
                                600_000,
                                OptionalLong.of(1_800_000),
                                new Proof.Answer(
                                        List.of("anchor", "the anchor"),
                                        Map.of("ancor", "check your spelling"),
                                        Proof.Match.EXACT),
                                new Attempts(
                                        OptionalLong.of(5),
                                        Optional.of(new Attempts.CoolDown(2, 30_000, 3, 900_000))),
                                5,
                                Map.of("h1", new Hint("h1", 10, 300_000, "It holds ships")),
                                List.of(50L, 30L, 10L),
                                Optional.of("golden-compass")));
        assertThat(anchor.firstFindersTreasure()).isEqualTo("anchor#first-finders");
    }

    @Test
    void everyProofIsRead() throws Exception {
        Map<String, Clue> clues = read(EVERY_FIELD).clues();

        assertThat(clues.get("mast").proof()).isEqualTo(new Proof.Pattern("(rusty )?masts?"));
        assertThat(clues.get("gate").proof()).isEqualTo(new Proof.Code(List.of("QR-7781")));
        assertThat(clues.get("pier").proof())
                .isEqualTo(new Proof.Place(54.35, -18.65, 40, OptionalDouble.of(0)));
        assertThat(clues.get("choir").proof()).isEqualTo(new Proof.Review());
    }

    @Test
    void aWaitHasDefaults() throws Exception {
        Attempts attempts = read(EVERY_FIELD).clues().get("mast").attempts();

        assertThat(attempts)
                .isEqualTo(
                        new Attempts(
                                OptionalLong.empty(),
                                Optional.of(new Attempts.CoolDown(0, 30_000, 1, 86_400_000))));
    }

    @ParameterizedTest
    @CsvSource({
        "54.35, 54.35",
        "-90, -90.0",
        "9e1, 90.0",
        "-0.0, -0.0",
        "1.5E-3, 0.0015",
        "0.1000000000000000055511151231257827, 0.1"
    })
    void decimalsAreReadAsTheNearestDouble(String written, double latitude) throws Exception {
        Hunt hunt = read(EVERY_FIELD.replace("latitude: 54.35", "latitude: " + written));

        Proof.Place place = (Proof.Place) hunt.clues().get("pier").proof();
        assertThat(place.latitude()).isEqualTo(latitude);
        assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
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
                "<<"
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

        assertThat(hunt.title()).isEqualTo(scalar);
        assertThat(hunt.clues().get("no").proof())
                .isEqualTo(
                        new Proof.Answer(
                                List.of(scalar), Map.of(scalar, scalar), Proof.Match.FOLDED));
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

    private static Condition.Standing solved(List<String> clues) {
        return new Condition.Standing() {
            @Override
            public boolean isSolved(String clue) {
                return clues.contains(clue);
            }

            @Override
            public boolean isGranted(String treasure) {
                return false;
            }

            @Override
            public long score() {
                return 0;
            }
        };
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private Hunt read(String yaml) throws Exception {
        return HuntYaml.read(Files.writeString(folder.resolve("hunt.yaml"), yaml));
    }

    static Path example() throws URISyntaxException {
        return Path.of(HuntYamlTest.class.getResource("/examples/harbour-lights.yaml").toURI());
    }
}
