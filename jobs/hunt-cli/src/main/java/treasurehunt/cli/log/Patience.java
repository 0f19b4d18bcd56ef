package treasurehunt.cli.log;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long to wait for what does not go on. */
final class Patience {
    private final long most;
    private final LongSupplier clock;
    private long last;

    /**
     * Begins to wait.
     *
     * @param clock in ns, from any moment
     */
    Patience(Duration most, LongSupplier clock) {
        this.most = most.toNanos();
        this.clock = clock;
        last = clock.getAsLong();
    }

    /** It goes on: begins to wait anew. */
    void goesOn() {
        last = clock.getAsLong();
    }

    /** Whether nothing has gone on for too long. */
    boolean isOver() {
        return clock.getAsLong() - last >= most;
    }
}
