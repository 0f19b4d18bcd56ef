package treasurehunt.core.state;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a player stands with one clue.
 *
 * @param since ms UTC: while it is pending, when its {@code requires} first held; while it is open
 *     or under review, when it unlocked; else 0
 * @param attempts used
 * @param hints given, by id
 */
public record ClueState(Status status, long since, long attempts, Set<String> hints) {
    public static final ClueState LOCKED = new ClueState(Status.LOCKED, 0, 0, Set.of());

    /** What can be done with a clue. */
    public enum Status {
        LOCKED,
        /** Its {@code requires} has held; its {@code unlocks-after} runs. */
        PENDING,
        OPEN,
        UNDER_REVIEW,
        EXPIRED,
        SOLVED
    }

    public ClueState {
        hints = hints == null ? Set.of() : hints;
    }

    public boolean isSolved() {
        return status == Status.SOLVED;
    }

    /** Whether it has unlocked and can still be tried. */
    public boolean isOpen() {
        return status == Status.OPEN || status == Status.UNDER_REVIEW;
    }

    ClueState with(Status changed, long from) {
        return new ClueState(changed, from, attempts, hints);
    }

    ClueState with(Status changed) {
        return with(changed, since);
    }

    ClueState withAttempts(long used) {
        return new ClueState(status, since, used, hints);
    }

    ClueState hinted(String hint) {
        Set<String> given = new HashSet<>(hints);
        given.add(hint);
        return new ClueState(status, since, attempts, given);
    }
}
