package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.hunt.Hunt;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Players without end, each with a name of his own, other ones in every run. The same seed brings
 * the same people.
 */
public final class Newcomers {
    private static final List<String> NAMES =
            List.of(
                    "ada", "anton", "bela", "carla", "dora", "emil", "fatma", "greta", "hugo",
                    "ida", "jonas", "kaya", "lena", "milan", "nora", "otto", "paula", "quinn",
                    "rosa", "sami", "tilda", "umut", "vera", "willi", "xenia", "yusuf", "zoe");

    private static final List<String> TEAMS =
            List.of("the-badgers", "the-gulls", "the-moles", "the-owls", "the-sparrows");

    private static final double IN_TEAMS = 0.2;
    private static final int LARGEST_TEAM = 4;

    /** One of so many collects hunts. */
    private static final int HOARDS = 50;

    private static final int FIRST_HOARDER = 3;

    private final List<Hunt> hunts;
    private final String run;
    private final SplittableRandom random;
    private int count;

    /**
     * Those of a run.
     *
     * @param hunts of which each plays one
     * @param run of the demos on one log, from 1 on
     */
    public Newcomers(List<Hunt> hunts, long seed, int run) {
        this.hunts = List.copyOf(hunts);
        this.run = run == 1 ? "-" : "-" + run + ".";
        random = new SplittableRandom(seed);
    }

    /** The next one. */
    public Participant next() {
        SplittableRandom own = random.split();
        String number = run + ++count;
        Hunt hunt = hunts.get(own.nextInt(hunts.size()));
        if (count % HOARDS == FIRST_HOARDER) {
            return new Hoarder(any(NAMES, own) + number, hunt.id(), own);
        }
        List<String> members = own.nextDouble() < IN_TEAMS ? members(own) : List.of();
        String name = any(members.isEmpty() ? NAMES : TEAMS, own) + number;
        return new SimulatedPlayer(name, members, Temper.any(own), hunt, own);
    }

    private static List<String> members(SplittableRandom own) {
        return own.ints(0, NAMES.size())
                .distinct()
                .limit(own.nextInt(2, LARGEST_TEAM + 1))
                .mapToObj(NAMES::get)
                .toList();
    }

    private static String any(List<String> names, SplittableRandom own) {
        return names.get(own.nextInt(names.size()));
    }
}
