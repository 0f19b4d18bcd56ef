package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class VersionsTest {
    private static final String LATER = "effective-from: 2026-06-01T12:00:00Z";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "4, 2, 'compass at 3, as in version 1'",
        "0, 2, 'compass at 3, as in version 1'",
        "3, 3, 'anchor#first-finders at 2, as in version 1'"
    })
    void anotherStockTakesEffectAtOnceOrNotAtAll(int stock, int finders, String kept)
            throws Exception {
        Hunt first = hunt("harbour", 1, 3, 2, "");
        Hunt second = hunt("harbour", 2, stock, finders, LATER);

        assertThat(Versions.restocked(second, List.of(second, first)))
                .extracting(Problem::toString)
                .containsExactly(
                        "effective-from: a stock changes as soon as it is published: leave this"
                                + " out, or keep the stock of "
                                + kept);
    }

    @Test
    void anotherStockAtOnceIsFine() throws Exception {
        Hunt first = hunt("harbour", 1, 3, 2, LATER);
        Hunt second = hunt("harbour", 2, 4, 1, "");

        assertThat(Versions.restocked(second, List.of(first))).isEmpty();
    }

    @Test
    void theSameStockLaterIsFine() throws Exception {
        Hunt second = hunt("harbour", 2, 3, 2, LATER);

        assertThat(Versions.restocked(second, List.of(hunt("harbour", 1, 3, 2, "")))).isEmpty();
        assertThat(Versions.restocked(second, List.of(hunt("harbour", 3, 4, 2, "")))).isEmpty();
        assertThat(Versions.restocked(second, List.of(hunt("pier", 1, 4, 2, "")))).isEmpty();
        assertThat(Versions.restocked(second, List.of(second))).isEmpty();
    }

    @Test
    void theNewestEarlierVersionThatHasTheTreasureCounts() throws Exception {
        List<Hunt> earlier =
                List.of(
                        hunt("harbour", 3, 5, 0, ""),
                        hunt("harbour", 1, 3, 1, ""),
                        hunt("harbour", 2, 4, 2, ""));

        assertThat(Versions.restocked(hunt("harbour", 4, 5, 2, LATER), earlier)).isEmpty();
        assertThat(Versions.restocked(hunt("harbour", 4, 4, 1, LATER), earlier)).hasSize(2);
        assertThat(Versions.restocked(hunt("harbour", 4, 5, 0, LATER), earlier)).isEmpty();
    }

    private Hunt hunt(String id, int version, int stock, int finders, String effectiveFrom)
            throws Exception {
        String yaml =
                """
                hunt: %s
                version: %d
                %s
                title: Harbour
                opens: 2026-06-01T08:00:00Z
                closes: 2026-06-02T08:00:00Z
                clues:
                  - {id: anchor, title: Anchor, proof: {review: {}}, first-finders: [%s]}
                treasures:
                  - {id: compass, title: Compass, stock: %d}
                """
                        .formatted(id, version, effectiveFrom, "7,".repeat(finders), stock);
        return HuntYaml.read(Files.writeString(folder.resolve("hunt.yaml"), yaml));
    }
}
