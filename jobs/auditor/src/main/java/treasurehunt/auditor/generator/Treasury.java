package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Treasure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives out what there is, in the order of the claims. Of what came back it knows only that
 * somebody who waits may have it.
 */
final class Treasury {
    private final Map<String, Long> given = new HashMap<>();

    /** The verdict on a claim; who is none of the first finders gets none. */
    Optional<Kind.Verdict> verdict(Hunt hunt, String treasure) {
        String key = hunt.id() + "/" + treasure;
        Treasure listed = hunt.treasures().get(treasure);
        long stock = listed == null ? bonuses(hunt, treasure) : listed.stock();
        if (given.getOrDefault(key, 0L) < stock) {
            long rank = given.merge(key, 1L, Long::sum);
            return Optional.of(granted(treasure, rank));
        }
        return Optional.ofNullable(listed)
                .map(
                        it ->
                                new Kind.Verdict(
                                        treasure,
                                        it.waitingList() ? Outcome.WAITING : Outcome.SOLD_OUT,
                                        OptionalLong.empty()));
    }

    static Kind.Verdict granted(String treasure, long rank) {
        return new Kind.Verdict(treasure, Outcome.GRANTED, OptionalLong.of(rank));
    }

    private static long bonuses(Hunt hunt, String treasure) {
        return hunt.clues().values().stream()
                .filter(clue -> clue.firstFindersTreasure().equals(treasure))
                .map(Clue::firstFinders)
                .mapToLong(bonuses -> bonuses.size())
                .sum();
    }
}
