package treasurehunt.auditor.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A riddle of a hunt in one version.
 *
 * @param unlocksAfter ms; 0 for at once
 * @param deadline ms after unlocking
 * @param hints by id
 * @param sealed what nobody may read in a result that does not give it: answers, codes, a pattern,
 *     coordinates, near misses
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
        Optional<String> treasure,
        List<String> sealed) {

    /** The treasure that the bonuses for the first finders are. */
    public String firstFindersTreasure() {
        return id + Hunt.FIRST_FINDERS;
    }

    /**
     * Help with a clue.
     *
     * @param after ms from the clue's unlocking
     */
    public record Hint(long cost, long after, String text) {}

    /** How often, and how fast after each other, a player may fail. */
    public record Attempts(OptionalLong max, Optional<Waits> waits) {}

    /** Times in ms. */
    public record Waits(long free, long first, long factor, long ceiling) {
        /** How long the wait is that the given try starts, counted from 1; 0 for none. */
        public long after(long tries) {
            long length = Math.min(first, ceiling);
            for (long k = 2; k <= tries - free && length < ceiling && factor > 1; k++) {
                length = length > ceiling / factor ? ceiling : length * factor;
            }
            return tries > free ? length : 0;
        }
    }
}
