package treasurehunt.cli.log;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells who waits for records to be gone through how far that has come, and how fast. */
public final class Pace {
    private static final long SECOND = 1_000_000_000;

    /** Records between two looks at the clock. */
    private static final int STRIDE = 1 << 12;

    private final String done;
    private final PrintWriter told;
    private final boolean shown;
    private final LongSupplier clock;
    private final long begun;
    private long lastTold;
    private long records;

    /**
     * Starts now.
     *
     * @param done what is done with records, such as {@code Replayed}
     * @param shown whether to tell anything before the end
     * @param clock in ns, from any moment
     */
    public Pace(String done, PrintWriter told, boolean shown, LongSupplier clock) {
        this.done = done;
        this.told = told;
        this.shown = shown;
        this.clock = clock;
        begun = clock.getAsLong();
        lastTold = begun;
    }

    /** One record more. */
    public void step() {
        records++;
        if (records % STRIDE == 0) {
            tell();
        }
    }

    /** So many records by now. */
    public void reached(long records) {
        this.records = records;
        tell();
    }

    private void tell() {
        if (shown && clock.getAsLong() - lastTold >= SECOND) {
            lastTold = clock.getAsLong();
            told.printf("\r%s %s", done, this);
            told.flush();
        }
    }

    /** Leaves the line that was drawn over, if there is one. */
    public void end() {
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
