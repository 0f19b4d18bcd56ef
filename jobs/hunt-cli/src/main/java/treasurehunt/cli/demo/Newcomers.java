package treasurehunt.cli.demo;

import treasurehunt.schemas.hunt.Hunt;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Players without end, each with a name of his own, other ones in every run. The same seed brings
 * the same people.
 */
final class Newcomers {
    private static final List<String> NAMES =
            List.of(
                    "ada", "anton", "bela", "carla", "dora", "emil", "fatma", "greta", "hugo",
                    "ida", "jonas", "kaya", "lena", "milan", "nora", "otto", "paula", "quinn",
                    "rosa", "sami", "tilda", "umut", "vera", "willi", "xenia", "yusuf", "zoe");

    private final Hunt hunt;
    private final String run;
    private final SplittableRandom random;
    private int count;

    /**
     * Those of a run.
     *
     * @param run of the demos on one log, from 1 on
     */
    Newcomers(Hunt hunt, long seed, int run) {
        this.hunt = hunt;
        this.run = run == 1 ? "-" : "-" + run + ".";
        random = new SplittableRandom(seed);
    }

    SimulatedPlayer next() {
        SplittableRandom own = random.split();
        String name = NAMES.get(own.nextInt(NAMES.size())) + run + ++count;
        return new SimulatedPlayer(name, Temper.any(own), hunt, own);
    }
}
