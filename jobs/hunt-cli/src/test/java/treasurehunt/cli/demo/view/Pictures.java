package treasurehunt.cli.demo.view;

import treasurehunt.cli.demo.crowd.Example;
import treasurehunt.cli.demo.view.Leaders.Leader;
import treasurehunt.schemas.result.Code;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of demos that never were. */
final class Pictures {
    private Pictures() {}

    static Display.Picture of(Map<Code, Long> results) {
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("joined", 62L);
        stages.put("1st clue", 50L);
        stages.put("half way", 31L);
        stages.put("completed", 1L);
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
                        List.of(
                                hunt("Harbour Lights", stages),
                                hunt("The Clockmaker's Will", stages),
                                hunt("The Old Town on Two Legs", stages)),
                        Collections.nCopies(4, "bela-2 gives up")),
                Collections.nCopies(Trend.LENGTH, 998.7),
                Collections.nCopies(3, 178.9),
                List.of(
                        new Health(
                                "engine",
                                Optional.of("RUNNING"),
                                Optional.of(Duration.ofMillis(1_200)),
                                1,
                                4711),
                        new Health("projector", Optional.empty(), Optional.empty(), 0, 4712)));
    }

    /** Before anything has happened. */
    static Display.Picture empty() {
        Tally nothing = new Tally(List.of(Example.HARBOUR_LIGHTS), 0);
        return new Display.Picture(
                Duration.ZERO,
                Optional.empty(),
                nothing.standing(),
                List.of(),
                List.of(),
                of(Map.of()).jobs());
    }

    private static Tally.HuntStanding hunt(String title, Map<String, Long> stages) {
        return new Tally.HuntStanding(title, stages, List.of(new Leader("ada-1", 450)));
    }
}
