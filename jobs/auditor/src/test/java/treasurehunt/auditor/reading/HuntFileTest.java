package treasurehunt.auditor.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.auditor.Story;
import treasurehunt.auditor.UnreadableEvidenceException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

class HuntFileTest {
    @TempDir Path folder;

    private Hunt read(String name, String text) throws Exception {
        return HuntFile.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void theHarbourTownIsReadAsItIsWritten() throws Exception {
        Hunt hunt = read("hunt.yaml", Story.harbourTown());

        assertThat(hunt.effectiveFrom()).isEqualTo(Story.ms("2026-05-30T12:00:00Z"));
        assertThat(hunt.timeLimit()).hasValue(7_200_000);
        assertThat(hunt.burst()).isEqualTo(20);
        assertThat(hunt.perSecond()).isEqualTo(2);
        assertThat(hunt.clues()).containsOnlyKeys("gate", "mast", "crane", "anchor", "photo");
        assertThat(hunt.worth("golden-compass", 3)).isEqualTo(500);
        assertThat(hunt.worth("mast#first-finders", 2)).isEqualTo(30);
        assertThat(hunt.worth("mast#first-finders", 4)).isZero();
        assertThat(hunt.clue("anchor").get().hints().get("h1").after()).isEqualTo(300_000);
        assertThat(hunt.clue("crane").get().sealed()).containsExactly("QR-7781", "QR-7782");
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        Hunt hunt =
                read(
                        "hunt.json",
                        Story.json(
                                "{'hunt':'h','version':1,'title':'t',"
                                        + "'opens':'2026-01-01T00:00:00Z',"
                                        + "'closes':'2026-01-01T02:00:00+01:00','clues':["
                                        + "{'id':'c','title':'t','proof':{'code':{'accept':['0']}},"
                                        + "'attempts':{'wait':'1s','factor':3}}]}"));

        assertThat(hunt.effectiveFrom()).isEqualTo(Long.MIN_VALUE);
        assertThat(hunt.closes() - hunt.opens()).isEqualTo(3_600_000);
        assertThat(hunt.burst()).isEqualTo(30);
        assertThat(hunt.perSecond()).isEqualTo(5);
        assertThat(hunt.blocksHintsBelowZero()).isTrue();
        assertThat(hunt.completeWhen())
                .isEqualTo(Condition.all(List.of(new Condition.Solved("c"))));
        Clue clue = hunt.clue("c").get();
        assertThat(clue.deadline()).isEmpty();
        assertThat(clue.attempts().max()).isEmpty();
        assertThat(clue.attempts().waits()).hasValue(new Clue.Waits(0, 1000, 3, 86_400_000));
    }

    @ParameterizedTest
    @CsvSource({
        "harbour-lights.yaml",
        "old-town-walk.yaml",
        "clockmakers-will.yaml",
        "night-market.yaml"
    })
    void theExamplesAreRead(String name) throws Exception {
        Path example = folder.resolve(name);
        try (var in = HuntFileTest.class.getResourceAsStream("/examples/" + name)) {
            Files.copy(in, example);
        }

        assertThat(HuntFile.read(example).clues()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers: 1", "time-limit: 30m1h", "opens: tomorrow", "clues: x"})
    void whatCannotBeReadIsToldWithItsFile(String line) {
        assertThatThrownBy(() -> read("bad.yaml", "hunt: h\n" + line + "\n"))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageContaining("bad.yaml");
    }

    @ParameterizedTest
    @CsvSource({"1h30m, 5400000", "90m, 5400000", "5400s, 5400000", "1d2h3m4s5ms, 93784005"})
    void durationsHaveTheLargestUnitFirst(String text, long millis) {
        assertThat(Durations.millis(text)).hasValue(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30m1h", "1.5h", "0s", "", "5", "1h1h", "-1s", "1 h"})
    void otherDurationsAreNone(String text) {
        assertThat(Durations.millis(text)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void waitsGrowUpToTheCeiling() {
        Clue.Waits waits = new Clue.Waits(2, 30_000, 2, 900_000);

        assertThat(List.of(waits.after(2), waits.after(3), waits.after(4), waits.after(9)))
                .containsExactly(0L, 30_000L, 60_000L, 900_000L);
        assertThat(new Clue.Waits(0, 5000, 1, 1000).after(7)).isEqualTo(1000);
        assertThat(new Clue.Waits(0, 1000, 1, 5000).after(7)).isEqualTo(1000);
    }
}
