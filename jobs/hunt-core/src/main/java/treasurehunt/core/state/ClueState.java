package treasurehunt.core.state;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a player stands with one clue.
 *
 * @param unlockedAt ms UTC; 0 while it is locked
 * @param attempts used
 * @param hints given, by id
 */
public record ClueState(
        boolean unlocked, long unlockedAt, boolean solved, long attempts, Set<String> hints) {
    public static final ClueState LOCKED = new ClueState(false, 0, false, 0, Set.of());

    public ClueState {
        hints = hints == null ? Set.of() : hints;
    }

    ClueState unlocked(long at) {
        return new ClueState(true, at, solved, attempts, hints);
    }

    ClueState asSolved() {
        return new ClueState(unlocked, unlockedAt, true, attempts, hints);
    }

    ClueState attempted() {
        return new ClueState(unlocked, unlockedAt, solved, attempts + 1, hints);
    }

    ClueState hinted(String hint) {
        Set<String> given = new HashSet<>(hints);
        given.add(hint);
        return new ClueState(unlocked, unlockedAt, solved, attempts, given);
    }
}
