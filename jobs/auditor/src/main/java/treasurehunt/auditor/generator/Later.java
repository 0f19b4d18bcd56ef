package treasurehunt.auditor.generator;

import java.util.Comparator;

/**
 * What comes by itself at a later time.
 *
 * @param at ms UTC
 * @param number of those at the same time the smaller comes first
 */
record Later(long at, long number, Runnable then) implements Comparable<Later> {
    private static final Comparator<Later> ORDER =
            Comparator.comparingLong(Later::at).thenComparingLong(Later::number);

    @Override
    public int compareTo(Later other) {
        return ORDER.compare(this, other);
    }
}
