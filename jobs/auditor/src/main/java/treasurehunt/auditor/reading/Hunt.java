package treasurehunt.auditor.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A hunt in one version; times are ms UTC, durations ms.
 *
 * @param effectiveFrom the least there is where the file gives none
 * @param clues by id, in the author's order
 * @param treasures the points of each, by id
 */
public record Hunt(
        String id,
        long version,
        long effectiveFrom,
        long opens,
        long closes,
        OptionalLong timeLimit,
        OptionalLong freezeAt,
        boolean blocksHintsBelowZero,
        long burst,
        long perSecond,
        OptionalDouble maxSpeed,
        Condition completeWhen,
        Map<String, Clue> clues,
        Map<String, Long> treasures) {

    static final String FIRST_FINDERS = "#first-finders";

    /** Whether the public board stands still at a time for who is on this version. */
    public boolean isFrozen(long at) {
        return freezeAt.isPresent() && at >= freezeAt.getAsLong();
    }

    public Optional<Clue> clue(String id) {
        return Optional.ofNullable(clues.get(id));
    }

    /** Whether it is the treasure of a clue's first finders. */
    public static boolean isOfFirstFinders(String treasure) {
        return treasure.endsWith(FIRST_FINDERS);
    }

    /** What being granted the treasure with this rank, from 1, is worth; 0 if it is gone. */
    public long worth(String treasure, long rank) {
        if (!isOfFirstFinders(treasure)) {
            return treasures.getOrDefault(treasure, 0L);
        }
        String clue = treasure.substring(0, treasure.length() - FIRST_FINDERS.length());
        List<Long> bonuses = clue(clue).map(Clue::firstFinders).orElse(List.of());
        return rank <= bonuses.size() ? bonuses.get((int) rank - 1) : 0;
    }
}
