package treasurehunt.schemas.hunt;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How often, and how fast after each other, a player may fail at a clue.
 *
 * @param max how many attempts he has; unlimited if empty
 * @param coolDown how long he must wait after a failure; not at all if empty
 */
public record Attempts(OptionalLong max, Optional<CoolDown> coolDown) {
    public static final Attempts UNLIMITED = new Attempts(OptionalLong.empty(), Optional.empty());

    /**
     * Waiting times that may grow.
     *
     * @param free failures that cost no wait
     * @param first ms of the first wait
     * @param factor by which each wait is longer than the one before it
     * @param ceiling ms of the longest
     */
    public record CoolDown(long free, long first, long factor, long ceiling) {
        /** Ms of the longest wait, unless its author says otherwise. */
        public static final long DEFAULT_CEILING = 86_400_000;
    }
}
