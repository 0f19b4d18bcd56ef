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
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.StrictJson;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

class HuntFileTest {
    private static final Keys KEYS = Keys.fresh(Role.HUNTS);
    private static final String PUBLISHED =
            Story.json(
                    "{'hunt':'h','version':3,'title':'t','opens':'2026-01-01T00:00:00Z',"
                            + "'closes':'2026-02-01T00:00:00Z','clues':["
                            + "{'id':'a','title':'t','text':'open','proof':{'place':{'latitude':54.35,"
                            + "'longitude':-1e1,'radius-m':40}}},"
                            + "{'id':'b','title':'t','text':'locked','requires':'a','points':5,"
                            + "'proof':{'pattern':'oak|elm'},'hints':[{'id':'h','text':'a tree'}]}]}");

    @TempDir Path folder;

    private Hunt read(String name, String text) throws Exception {
        return HuntFile.read(Files.writeString(folder.resolve(name), text), KEYS);
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

        assertThat(HuntFile.read(example, KEYS).clues()).isNotEmpty();
    }

    @Test
    void aSealedHuntIsReadAsThePlainOneIs() throws Exception {
        Hunt plain = read("plain.json", PUBLISHED);

        Hunt sealed = read("sealed.json", sealed(PUBLISHED));

        assertThat(sealed).usingRecursiveComparison().isEqualTo(plain);
    }

    @Test
    void aSealedHuntThatDoesNotOpenIsToldWithoutWhatIsInIt() throws Exception {
        String moved = sealed(PUBLISHED).replace("\"version\":3", "\"version\":4");
        Keys others = Keys.fresh(Role.HUNTS);
        Path file = Files.writeString(folder.resolve("hunt.json"), sealed(PUBLISHED));

        assertThatThrownBy(() -> read("moved.json", moved))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageContaining("moved.json: is not what was sealed under the key ");
        assertThatThrownBy(() -> HuntFile.read(file, others))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageContaining("the key " + KEYS.ids().get(0))
                .hasMessageContaining("--keys");
    }

    @Test
    void whatIsWrongWithSealedSecretsIsNotQuoted() throws Exception {
        String wrong = sealed(PUBLISHED.replace("54.35", "\"north of all\""));

        assertThatThrownBy(() -> read("wrong.json", wrong))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageEndingWith("wrong.json: opens to no hunt of the rule book's");
    }

    private static String sealed(String hunt) throws Exception {
        Map<String, Object> tree = new StrictJson(100).read(hunt.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = JsonWriter.tree(HuntSeal.seal(tree, Set.of("b"), KEYS));
        return new String(sealed, StandardCharsets.UTF_8);
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
