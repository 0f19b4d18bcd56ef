package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What publishing refuses: file, line and reason. */
class RefusedHuntTest {
    private static final String GOOD =
            """
            hunt: harbour
            version: 1
            title: Harbour
            opens: 2026-06-01T08:00:00Z
            closes: 2026-06-02T08:00:00Z
            rate: {burst: 20, per-second: 2}
            clues:
              - id: anchor
                title: Anchor
                points: 50
                proof: {answer: {accept: [anchor]}}
                hints:
                  - {id: mud, cost: 10, after: 5m, text: In the mud}
                  - {id: rust, text: It rusts}
              - id: tide
                title: Tide
                requires: anchor
                proof: {code: {accept: [HL-1]}}
                attempts: {max: 3}
            """;

    @TempDir Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                row(
                        "version: 1",
                        "version: 1\ncolour: red",
                        3,
                        "colour: unknown field; known here: closes, clues, complete-when, hint-policy, hunt, opens, rate, text, title, version"),
                row(
                        "max: 3",
                        "max: 3, free: 2",
                        19,
                        "clues[1].attempts.free: unknown field; known here: max"),
                row("id: tide", "id: anchor", 15, "clues[1].id: anchor is there already"),
                row("id: rust", "id: mud", 14, "clues[0].hints[1].id: mud is there already"),
                row(
                        "requires: anchor",
                        "requires: ankor",
                        17,
                        "clues[1].requires: no clue is called ankor"),
                row(
                        "version: 1",
                        "complete-when: {any: [tide, boat]}\nversion: 1",
                        2,
                        "complete-when: no clue is called boat"),
                row(
                        "requires: anchor",
                        "requires: tide",
                        17,
                        "clues[1].requires: tide requires itself, directly or through others"),
                row(
                        "requires: anchor",
                        "requires: {points: 51}",
                        17,
                        "clues[1].requires: tide can never open"),
                row(
                        "requires: anchor",
                        "requires: {any: []}",
                        17,
                        "clues[1].requires: tide can never open"),
                row(
                        "requires: anchor",
                        "requires: {at-least: 2, of: [anchor]}",
                        17,
                        "clues[1].requires: tide can never open"),
                row(
                        "requires: anchor",
                        "requires: {at-least: 2}",
                        17,
                        "clues[1].requires.of: is missing"),
                row(
                        "requires: anchor",
                        "requires: {}",
                        17,
                        "clues[1].requires: is no condition: a clue id, {points: n}, {all: []}, {any: []}, {at-least: n, of: []}"),
                row(
                        "requires: anchor",
                        "requires: [anchor]",
                        17,
                        "clues[1].requires: needs fields, such as `name: value`"),
                row(
                        "requires: anchor",
                        "requires: {all: anchor}",
                        17,
                        "clues[1].requires.all: must be a list"),
                row(
                        "requires: anchor",
                        "requires: {points: 1, all: [anchor]}",
                        17,
                        "clues[1].requires.all: unknown field; known here: points"),
                row(
                        "requires: anchor",
                        "requires: " + "{any: [".repeat(8) + "anchor" + "]}".repeat(8),
                        17,
                        "clues[1].requires"
                                + ".any[0]".repeat(8)
                                + ": conditions are nested deeper than 8"),
                row("closes: 2026-06-02", "closes: 2026-05-02", 5, "closes: must come after opens"),
                row("closes: 2026-06-02", "closes: 2026-06-01", 5, "closes: must come after opens"),
                row("title: Tide\n    ", "", 15, "clues[1].title: is missing"),
                row("title: Harbour\n", "", 1, "title: is missing"),
                row("title: Tide", "title:", 16, "clues[1].title: is empty"),
                row("title: Tide", "title: [Tide]", 16, "clues[1].title: must be a text"),
                row(
                        "title: Tide",
                        "title: \"\\ud83c\"",
                        16,
                        "clues[1].title: has an unpaired surrogate"),
                row(
                        "after: 5m",
                        "after: 0s",
                        13,
                        "clues[0].hints[0].after: must be a duration of at least 1 ms, such as 90s or 1h30m"),
                row(
                        "after: 5m",
                        "after: 5",
                        13,
                        "clues[0].hints[0].after: must be a duration of at least 1 ms, such as 90s or 1h30m"),
                row(
                        "opens: 2026-06-01T08:00:00Z",
                        "opens: 2026-06-01T08:00:00",
                        4,
                        "opens: must be a time with an offset, such as 2026-06-01T08:00:00Z"),
                row(
                        "opens: 2026-06-01T08:00:00Z",
                        "opens: 2026-02-30T08:00:00Z",
                        4,
                        "opens: must be a time with an offset, such as 2026-06-01T08:00:00Z"),
                row(
                        "opens: 2026",
                        "opens: +999999999",
                        4,
                        "opens: must be a time with an offset, such as 2026-06-01T08:00:00Z"),
                row(
                        "points: 50",
                        "points: -1",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "points: 50",
                        "points: 1000000001",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "points: 50",
                        "points: 99999999999999999999",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "points: 50",
                        "points: .nan",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "points: 50",
                        "points: 5e1",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "points: 50",
                        "points: 0x32",
                        10,
                        "clues[0].points: must be a whole number from 0 to 10^9"),
                row(
                        "version: 1",
                        "version: 0",
                        2,
                        "version: must be a whole number from 1 to 10^9"),
                row(
                        "burst: 20",
                        "burst: 0",
                        6,
                        "rate.burst: must be a whole number from 1 to 10^9"),
                row(
                        "max: 3",
                        "max: 0",
                        19,
                        "clues[1].attempts.max: must be a whole number from 1 to 10^9"),
                row("hunt: harbour", "hunt: Harbour", 1, "hunt: must be 1 to 64 of a-z, 0-9 and -"),
                row(
                        "hunt: harbour",
                        "hunt: " + "h".repeat(65),
                        1,
                        "hunt: must be 1 to 64 of a-z, 0-9 and -"),
                row(
                        "version: 1",
                        "version: 1\nhint-policy: lend",
                        3,
                        "hint-policy: must be one of: block, debt"),
                row(
                        "{code:",
                        "{answer: {accept: [x]}, code:",
                        18,
                        "clues[1].proof.answer: a proof is exactly one of: answer, code"),
                row(
                        "{code: {accept: [HL-1]}}",
                        "{}",
                        18,
                        "clues[1].proof.answer: a proof is exactly one of: answer, code"),
                row(
                        "[anchor]",
                        "[]",
                        11,
                        "clues[0].proof.answer.accept: names nothing that would be accepted"),
                row("[anchor]", "['']", 11, "clues[0].proof.answer.accept: is empty"),
                row(
                        "[anchor]",
                        "[" + "x,".repeat(101) + "]",
                        11,
                        "clues[0].proof.answer.accept: has 101 elements; at most 100"),
                row(
                        "[anchor]",
                        "[anchor], near: {" + numbered(101, "n%d: x,") + "}",
                        11,
                        "clues[0].proof.answer.near: has 101 elements; at most 100"),
                row(
                        "title: Tide",
                        "hints:\n" + numbered(21, "    - {id: h%d, text: x}\n") + "    title: Tide",
                        16 + 1,
                        "clues[1].hints: has 21 elements; at most 20"),
                row(
                        "text: In the mud",
                        "text: " + "é".repeat(2049),
                        13,
                        "clues[0].hints[0].text: is longer than 4 KiB"),
                row("version: 1", "version: 1\nversion: 2", 3, "version: is there twice"),
                row("id: mud,", "id: mud, id: mud,", 13, "clues[0].hints[0].id: is there twice"),
                row(
                        "title: Tide",
                        "title: &t Tide",
                        16,
                        "clues[1].title: anchors and aliases are not for hunts; write it out"),
                row(
                        "title: Tide",
                        "? [title]\n    : Tide",
                        15,
                        "clues[1]: a field's name must be a text, written out"),
                row(
                        "title: Tide",
                        "&t title: Tide",
                        15,
                        "clues[1]: a field's name must be a text, written out"),
                row("title: Tide", "title: *t", 16, "found undefined alias t"),
                row(
                        "title: Tide",
                        "\ttitle: Tide",
                        16,
                        "while scanning for the next token: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                row("title: Tide", "title: Tide: Ebb", 16, "mapping values are not allowed here"),
                row("title: Tide", "title: a\0b", 16, "holds U+0000, which is no text"),
                row("title: Tide", "title: a\u001bb", 16, "holds U+001B, which is no text"),
                row(
                        "title: Tide",
                        "\"ti\\ntle\": Tide",
                        16,
                        "clues[1].ti tle: unknown field; known here: attempts, hints, id, media, points, proof, requires, text, title, wrong-penalty"),
                row(
                        "max: 3}\n",
                        "max: 3}\n---\nhunt: b\n",
                        20,
                        "expected a single document in the stream: but found another document"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("broken")
    void namesFileLineAndReason(String good, String bad, int line, String reason) throws Exception {
        String yaml = GOOD.replace(good, bad);
        assertThat(yaml).isNotEqualTo(GOOD);

        RefusedHuntException refused = refused(yaml.getBytes(UTF_8));

        assertThat(refused.getMessage().lines()).contains("hunt.yaml:" + line + ": " + reason);
    }

    static Stream<Arguments> noHunt() {
        String clue = "- {id: c%d, title: t, proof: {code: {accept: [x]}}}\n";
        return Stream.of(
                arguments(
                        "empty",
                        "".getBytes(UTF_8),
                        "1: needs fields, such as `hunt: harbour-lights`"),
                arguments(
                        "only comments",
                        "# soon\n".getBytes(UTF_8),
                        "1: needs fields, such as `hunt: harbour-lights`"),
                arguments(
                        "a list",
                        "- hunt".getBytes(UTF_8),
                        "1: needs fields, such as `hunt: harbour-lights`"),
                arguments(
                        "a text",
                        "hunt".getBytes(UTF_8),
                        "1: needs fields, such as `hunt: harbour-lights`"),
                arguments(
                        "not YAML",
                        "hunt: [a".getBytes(UTF_8),
                        "1: while parsing a flow sequence: expected ',' or ']', but got <stream end>"),
                arguments(
                        "Latin-1",
                        GOOD.replace("Tide", "Flüt").getBytes(ISO_8859_1),
                        "16: is not valid UTF-8"),
                arguments("UTF-16", GOOD.getBytes(UTF_16), "1: is not valid UTF-8"),
                arguments("cut within a character", cut(), "2: is not valid UTF-8"),
                arguments(
                        "a picture",
                        "\u0089PNG\r\n\u001a\n\0".getBytes(ISO_8859_1),
                        "1: is not valid UTF-8"),
                arguments(
                        "a program",
                        "\u007fELF\2\1\1\0".getBytes(ISO_8859_1),
                        "1: holds U+007F, which is no text"),
                arguments(
                        "no clue",
                        GOOD.replaceFirst("(?s)clues:.*", "clues: []").getBytes(UTF_8),
                        "7: clues: a hunt needs at least one clue"),
                arguments(
                        "no clues",
                        GOOD.replaceFirst("(?s)clues:.*", "").getBytes(UTF_8),
                        "1: clues: a hunt needs at least one clue"),
                arguments(
                        "1001 clues",
                        GOOD.replaceFirst("(?s)clues:.*", "clues:\n" + numbered(1001, clue))
                                .getBytes(UTF_8),
                        "8: clues: has 1001 elements; at most 1000"),
                arguments(
                        "a file of 256 KiB and a byte",
                        ("#" + "x".repeat(256 * 1024)).getBytes(UTF_8),
                        "1: is larger than 256 KiB"),
                arguments(
                        "100,000 lists",
                        ("a: " + "[".repeat(100_000)).getBytes(UTF_8),
                        "1: is nested deeper than 24"),
                arguments(
                        "100,000 lists in lines",
                        "- ".repeat(100_000).getBytes(UTF_8),
                        "1: is nested deeper than 24"),
                arguments(
                        "50,000 objects",
                        "{a: ".repeat(50_000).getBytes(UTF_8),
                        "1: is nested deeper than 24"),
                arguments(
                        "100,000 keys of keys",
                        "? ".repeat(100_000).getBytes(UTF_8),
                        "1: is nested deeper than 24"),
                arguments(
                        "itself",
                        "hunt: &h [*h]".getBytes(UTF_8),
                        "1: hunt: anchors and aliases are not for hunts; write it out"),
                arguments(
                        "a billion laughs",
                        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]".getBytes(UTF_8),
                        "1: a: anchors and aliases are not for hunts; write it out"),
                arguments(
                        "a later YAML",
                        "%YAML 3.0\n---\nhunt: a".getBytes(UTF_8),
                        "1: Version{major=3, minor=0}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noHunt")
    void refusesWhatIsNoHuntAtAll(String name, byte[] bytes, String reason) throws Exception {
        RefusedHuntException refused = refused(bytes);

        assertThat(refused.getMessage().lines()).contains("hunt.yaml:" + reason);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() throws Exception {
        String yaml =
                GOOD.replace("version: 1", "version: one")
                        .replace("opens: 2026-06-01T08:00:00Z", "opens: tomorrow")
                        .replace("points: 50", "points: 1.5\n    colour: red")
                        .replace("after: 5m", "after: soon")
                        .replace("id: tide", "id: Tide")
                        .replace("max: 3", "most: 3");

        RefusedHuntException refused = refused(yaml.getBytes(UTF_8));

        assertThat(refused.problems())
                .extracting(Problem::reason)
                .extracting(reason -> reason.replaceFirst("; known here.*|: must be.*", ""))
                .containsExactly(
                        "hunt.yaml:2: version",
                        "hunt.yaml:4: opens",
                        "hunt.yaml:10: clues[0].points",
                        "hunt.yaml:14: clues[0].hints[0].after",
                        "hunt.yaml:11: clues[0].colour: unknown field",
                        "hunt.yaml:16: clues[1].id",
                        "hunt.yaml:20: clues[1].attempts.max: is missing",
                        "hunt.yaml:20: clues[1].attempts.most: unknown field");
    }

    @Test
    void everyClueOfACycleIsNamed() throws Exception {
        String yaml = GOOD.replace("points: 50", "requires: {any: [tide, {points: 0}]}");

        RefusedHuntException refused = refused(yaml.getBytes(UTF_8));

        assertThat(refused.problems())
                .extracting(Problem::reason)
                .containsExactly(
                        "hunt.yaml:10: clues[0].requires: anchor requires itself, directly or through others",
                        "hunt.yaml:17: clues[1].requires: tide requires itself, directly or through others");
    }

    @Test
    void publishedJsonIsHeldToTheSameGrammar() {
        String published =
                """
                {"hunt":"h","version":1e0,"title":null,"text":"","opens":"2026-06-01T08:00:00Z",
                "closes":"2026-06-02T08:00:00Z","clues":[{"id":"a","title":"A","proof":{"code":
                {"accept":["x"]}},"requires":7}],"sealed":{}}
                """;

        RefusedHuntException refused =
                catchThrowableOfType(
                        RefusedHuntException.class,
                        () -> HuntCodec.decode(published.getBytes(UTF_8)));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "version",
                        "title",
                        "text",
                        "clues[0].requires",
                        "clues[0].requires",
                        "sealed");
    }

    private RefusedHuntException refused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("hunt.yaml"), bytes);
        RefusedHuntException refused =
                catchThrowableOfType(RefusedHuntException.class, () -> HuntYaml.read(file));
        assertThat(refused).isNotNull();
        String in = folder + "/";
        return new RefusedHuntException(
                refused.problems().stream()
                        .map(p -> new Problem(p.path(), p.reason().replace(in, "")))
                        .toList());
    }

    private static Arguments row(String good, String bad, int line, String reason) {
        return arguments(good, bad, line, reason);
    }

    private static String numbered(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(i -> form.replace("%d", "" + i))
                .collect(Collectors.joining());
    }

    private static byte[] cut() {
        return "title: x\ntext: é".replace("é", "\u00c3").getBytes(ISO_8859_1);
    }
}
