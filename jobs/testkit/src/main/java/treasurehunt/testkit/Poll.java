package treasurehunt.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again and again, since another process tells nobody when it has changed. */
public final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Poll() {}

    /** Whether the condition came to hold before the deadline; it is asked at least once. */
    public static boolean until(Duration deadline, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start >= deadline.toNanos()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another process.", e);
        }
    }
}
