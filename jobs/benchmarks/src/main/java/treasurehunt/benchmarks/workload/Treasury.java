package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Treasure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Gives out what there is, in the order of the claims; nothing ever comes back. */
final class Treasury {
    private final Map<String, Long> given = new HashMap<>();

    /** The verdicts on the claims that solving a clue makes. */
    List<Kind.Verdict> verdicts(Hunt hunt, Clue clue) {
        List<Kind.Verdict> verdicts = new ArrayList<>(2);
        int bonuses = clue.firstFinders().size();
        if (bonuses > 0 && left(hunt, clue.firstFindersTreasure(), bonuses)) {
            verdicts.add(grant(hunt, clue.firstFindersTreasure()));
        }
        clue.treasure()
                .map(treasure -> hunt.treasures().get(treasure))
                .ifPresent(treasure -> verdicts.add(verdict(hunt, treasure)));
        return verdicts;
    }

    private Kind.Verdict verdict(Hunt hunt, Treasure treasure) {
        if (left(hunt, treasure.id(), treasure.stock())) {
            return grant(hunt, treasure.id());
        }
        return new Kind.Verdict(
                treasure.id(),
                treasure.waitingList() ? Outcome.WAITING : Outcome.SOLD_OUT,
                OptionalLong.empty());
    }

    private boolean left(Hunt hunt, String treasure, long stock) {
        return given.getOrDefault(key(hunt, treasure), 0L) < stock;
    }

    private Kind.Verdict grant(Hunt hunt, String treasure) {
        long rank = given.merge(key(hunt, treasure), 1L, Long::sum);
        return new Kind.Verdict(treasure, Outcome.GRANTED, OptionalLong.of(rank));
    }

    private static String key(Hunt hunt, String treasure) {
        return hunt.id() + "/" + treasure;
    }
}
