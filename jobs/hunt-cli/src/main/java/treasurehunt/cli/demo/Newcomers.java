package treasurehunt.cli.demo;

import treasurehunt.schemas.hunt.Hunt;

import java.util.List;
import java.util.SplittableRandom;

/** Players without end, each with a name of his own. The same seed brings the same people. */
final class Newcomers {
    private static final List<String> NAMES =
            List.of(
                    "ada", "anton", "bela", "carla", "dora", "emil", "fatma", "greta", "hugo",
                    "ida", "jonas", "kaya", "lena", "milan", "nora", "otto", "paula", "quinn",
                    "rosa", "sami", "tilda", "umut", "vera", "willi", "xenia", "yusuf", "zoe");

    private final Hunt hunt;
    private final SplittableRandom random;
    private int count;

    Newcomers(Hunt hunt, long seed) {
        this.hunt = hunt;
        random = new SplittableRandom(seed);
    }

    SimulatedPlayer next() {
        SplittableRandom own = random.split();
        String name = NAMES.get(own.nextInt(NAMES.size())) + "-" + ++count;
        return new SimulatedPlayer(name, Temper.any(own), hunt, own);
    }
}
