package treasurehunt.cli.demo;

import java.time.Duration;
import java.util.Optional;

/** Where people see how the demo goes. For any thread. */
interface Display {
    /**
     * What is shown again and again.
     *
     * @param total without it, until Ctrl-C
     * @param perSecond actions sent in the last second or so
     * @param restarts the engine's, after kills
     */
    record Picture(
            Duration elapsed,
            Optional<Duration> total,
            Tally.Standing standing,
            double perSecond,
            int restarts,
            long enginePid) {}

    /** Says something once; it stays. */
    void say(String line);

    /** Shows how things stand, in place of what was shown before where that is possible. */
    void show(Picture picture);

    /** How often to show. */
    Duration period();
}
