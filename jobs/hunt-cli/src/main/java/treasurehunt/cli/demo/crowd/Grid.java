package treasurehunt.cli.demo.crowd;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When the actions of an open loop are due: their rate grows from 0 with the square of the time
 * during a warm-up, since a cold engine is slowest at first, and is constant after it.
 */
public record Grid(int perSecond, Duration warmUp) {

    /** Ns from the start until the action of this number, from 0, is due. */
    long at(long number) {
        double inWarmUp = perSecond * seconds(warmUp) / 3;
        double seconds =
                number < inWarmUp
                        ? seconds(warmUp) * Math.cbrt(number / inWarmUp)
                        : seconds(warmUp) + (number - inWarmUp) / perSecond;
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
