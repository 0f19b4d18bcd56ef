package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.demo.Leaders.Leader;
import treasurehunt.schemas.result.Code;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FrameTest {
    @Test
    void theFrameIsAsHighBeforeTheFirstAnswerAsWithAllCodes() {
        Map<Code, Long> all = new EnumMap<>(Code.class);
        for (Code code : List.of(Code.values()).subList(0, 12)) {
            all.put(code, 12_345L);
        }

        assertThat(lines(picture(all))).hasSameSizeAs(lines(picture(Map.of())));
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(lines(picture(Map.of(Code.WRONG, 123_456L))))
                .allMatch(line -> line.length() <= Frame.WIDTH);
    }

    @Test
    void theBarShowsHowMuchTimeHasGone() {
        assertThat(String.join("\n", lines(picture(Map.of()))))
                .contains("[####################....................] 0:15 of 0:30");
    }

    @Test
    void leadersAndEventsStandSideBySide() {
        assertThat(lines(picture(Map.of())))
                .anyMatch(line -> line.startsWith("1. ada-1") && line.contains("bela-2 gives up"));
    }

    @Test
    void withoutColoursThereIsNotOneEscape() {
        assertThat(String.join("", lines(picture(Map.of())))).doesNotContain("\u001B");
        assertThat(String.join("", new Frame(true).lines(picture(Map.of())))).contains("\u001B[1m");
    }

    private static List<String> lines(Display.Picture picture) {
        return new Frame(false).lines(picture);
    }

    private static Display.Picture picture(Map<Code, Long> results) {
        return new Display.Picture(
                Duration.ofSeconds(15),
                Optional.of(Duration.ofSeconds(30)),
                new Tally.Standing(
                        200,
                        15_000,
                        10_000,
                        14_990,
                        results,
                        new Latency(12.3, 45.6, 178.9, 300, 400),
                        List.of(new Leader("ada-1", 450)),
                        Collections.nCopies(5, "bela-2 gives up and goes home and says no more")),
                998.7,
                1,
                4711);
    }
}
