package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A riddle of a hunt.
 *
 * @param text the riddle, shown once the clue is unlocked
 * @param media a URL, shown with the text
 * @param requires what must hold before it unlocks
 * @param unlocksAfter ms from when {@code requires} first holds until it unlocks; 0 for at once
 * @param deadline ms from its unlocking until it expires
 * @param wrongPenalty points taken for each wrong attempt
 * @param hints by id, in the author's order
 * @param firstFinders bonus points for the first, second, third… solver
 * @param treasure id of what is claimed for who solves it
 */
public record Clue(
        String id,
        String title,
        Optional<String> text,
        Optional<String> media,
        long points,
        Condition requires,
        long unlocksAfter,
        OptionalLong deadline,
        Proof proof,
        Attempts attempts,
        long wrongPenalty,
        Map<String, Hint> hints,
        List<Long> firstFinders,
        Optional<String> treasure) {

    /** Whether it is still to be unlocked when a player joins. */
    public boolean startsLocked() {
        return unlocksAfter > 0 || !requires.holds(Condition.Standing.NOTHING);
    }

    /** The treasure whose units are the bonuses of the first finders. */
    public String firstFindersTreasure() {
        return id + "#first-finders";
    }
}
