package treasurehunt.cli.log;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells who waits for a replay how far it has come, and how fast. */
final class Pace {
    private static final long SECOND = 1_000_000_000;

    /** Records between two looks at the clock. */
    private static final int STRIDE = 1 << 12;

    private final PrintWriter told;
    private final boolean shown;
    private final LongSupplier clock;
    private final long begun;
    private long lastTold;
    private long records;

    /**
     * Starts now.
     *
     * @param shown whether to tell anything before the end
     * @param clock in ns, from any moment
     */
    Pace(PrintWriter told, boolean shown, LongSupplier clock) {
        this.told = told;
        this.shown = shown;
        this.clock = clock;
        begun = clock.getAsLong();
        lastTold = begun;
    }

    /** One record more. */
    void step() {
        records++;
        if (shown && records % STRIDE == 0 && clock.getAsLong() - lastTold >= SECOND) {
            lastTold = clock.getAsLong();
            told.printf("\rReplayed %s", this);
            told.flush();
        }
    }

    /** Leaves the line that was drawn over, if there is one. */
    void end() {
        if (lastTold != begun) {
            told.println();
            told.flush();
        }
    }

    long records() {
        return records;
    }

    long millis() {
        return (clock.getAsLong() - begun) / (SECOND / 1000);
    }

    /** How many records in which time, and how many a second. */
    @Override
    public String toString() {
        long ms = Math.max(1, millis());
        return String.format(
                Locale.ROOT,
                "%,d records in %.1f s (%,d a second)",
                records,
                ms / 1000.0,
                records * 1000 / ms);
    }
}
