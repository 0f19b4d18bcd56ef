package treasurehunt.cli.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.result.Code;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class FrameTest {
    @Test
    void theFrameFitsATerminalBeforeTheFirstAnswerAndWithAllCodes() {
        Map<Code, Long> all = new EnumMap<>(Code.class);
        for (Code code : Code.values()) {
            all.put(code, 12_345L);
        }

        assertThat(lines(Pictures.of(all))).hasSize(Frame.HEIGHT);
        assertThat(lines(Pictures.of(Map.of()))).hasSize(Frame.HEIGHT);
        assertThat(lines(Pictures.empty())).hasSize(Frame.HEIGHT);
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(lines(Pictures.of(Map.of(Code.WRONG, 123_456L))))
                .allMatch(line -> line.length() <= Frame.WIDTH);
    }

    @Test
    void theBarShowsHowMuchTimeHasGone() {
        assertThat(lines(Pictures.of(Map.of())))
                .contains(
                        "TREASURE HUNT ENGINE    #################................. 0:15 of 0:30");
    }

    @Test
    void theHuntsStandSideBySide() {
        assertThat(lines(Pictures.of(Map.of())))
                .contains(
                        "Harbour Lights             The Clockmaker's Will      The Old Town on Two Legs ",
                        row("half way  ####         31"),
                        row("1. ada-1              450"));
    }

    @Test
    void whatHappenedLastStandsBelow() {
        assertThat(lines(Pictures.of(Map.of())))
                .endsWith(
                        "bela-2 gives up", "bela-2 gives up", "bela-2 gives up", "bela-2 gives up");
    }

    @Test
    void aJobThatIsAwayIsSeen() {
        assertThat(lines(Pictures.of(Map.of())))
                .anyMatch(line -> line.startsWith("engine    * RUNNING"))
                .anyMatch(line -> line.startsWith("projector * is away"));
    }

    @Test
    void theHighestValueHasTheHighestColumn() {
        assertThat(new Ink(false, false).sparkline(List.of(0.0, 5.0, 10.0))).isEqualTo("_=#");
        assertThat(new Ink(false, true).sparkline(List.of(0.0, 5.0, 10.0))).isEqualTo("▁▅█");
        assertThat(new Ink(false, true).sparkline(List.of(0.0, 0.0))).isEqualTo("▁▁");
    }

    @Test
    void withoutColoursThereIsNotOneEscape() {
        Display.Picture picture = Pictures.of(Map.of());
        assertThat(String.join("", lines(picture))).doesNotContain("\u001B");
        assertThat(String.join("", new Frame(new Ink(true, true)).lines(picture)))
                .contains("\u001B[1m");
    }

    private static String row(String cell) {
        return String.join("  ", cell, cell, cell);
    }

    private static List<String> lines(Display.Picture picture) {
        return new Frame(new Ink(false, false)).lines(picture);
    }
}
