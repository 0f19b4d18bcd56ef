package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can open is not refused; what cannot is in {@code broken-hunts}. */
class OpeningsTest {
    private static final String HUNT =
            """
            hunt: harbour
            version: 1
            title: Harbour
            opens: 2026-06-01T08:00:00Z
            closes: 2026-06-02T08:00:00Z
            time-limit: 2h
            clues:
              - {id: last, title: Last, proof: {review: {}}, requires: %s}
              - {id: first, title: First, proof: {review: {}}, unlocks-after: 1h, points: 50}
              - id: second
                title: Second
                requires: first
                unlocks-after: 1h
                proof: {review: {}}
                first-finders: [10, 30]
                treasure: compass
              - {id: third, title: Third, proof: {review: {}}, points: 5, treasure: compass}
            treasures:
              - {id: compass, title: Compass, stock: 1, points: 500}
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: []}",
                "second",
                "{treasure: compass}",
                "{points: 585}",
                "{all: [second, {treasure: compass}, {points: 585}]}",
                "{any: [{points: 999}, {all: [{any: []}, first]}, second]}",
                "{at-least: 2, of: [{points: 999}, first, third]}",
                "{at-least: 2, of: [first, first]}"
            })
    void whatTheLuckiestPlayerReachesIsFine(String condition) {
        assertThatCode(() -> read(HUNT.formatted(condition))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{points: 586}",
                "{all: [second, {points: 586}]}",
                "{at-least: 3, of: [first, third]}",
                "{any: []}"
            })
    void whatNobodyReachesIsRefused(String condition) {
        assertThatCode(() -> read(HUNT.formatted(condition)))
                .hasMessageEndingWith(
                        "clues[0].requires: last can never open: nobody can come to this, with at"
                                + " most 585 points to be had");
    }

    @Test
    void everyClueOfACycleIsNamedAndNoOther() {
        String clues =
                """
                  - {id: before, title: B, requires: one, proof: {review: {}}}
                  - {id: one, title: 1, requires: two, proof: {review: {}}}
                  - {id: two, title: 2, requires: {any: [after, three]}, proof: {review: {}}}
                  - {id: three, title: 3, requires: one, proof: {review: {}}}
                  - {id: after, title: A, proof: {review: {}}}
                """;
        String yaml = HUNT.replaceFirst("(?s)  - \\{id: last.*treasures:\n.*", clues);

        assertThatCode(() -> read(yaml))
                .isInstanceOfSatisfying(
                        RefusedHuntException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Problem::toString)
                                        .containsExactly(
                                                "clues[1].requires: one requires itself through three, two",
                                                "clues[2].requires: two requires itself through one, three",
                                                "clues[3].requires: three requires itself through one, two"));
    }

    @Test
    void ofALongCycleSomeAreNamed() {
        String clues =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        "  - {id: c%d, title: C, requires: c%d, proof: {review: {}}}\n"
                                                .formatted(i, (i + 1) % 8))
                        .collect(Collectors.joining());
        String yaml = HUNT.replaceFirst("(?s)  - \\{id: last.*treasures:\n.*", clues);

        assertThatCode(() -> read(yaml))
                .hasMessageContaining("c0 requires itself through c1, c2, c3, c4, c5 and 2 more\n");
    }

    private Hunt read(String yaml) throws Exception {
        return HuntYaml.read(Files.writeString(folder.resolve("hunt.yaml"), yaml));
    }
}
