package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.action.Action;

import java.util.Comparator;

/**
 * An action that comes by itself at a later time.
 *
 * @param at ms UTC
 * @param number of those at the same time the smaller comes first
 */
record Later(long at, long number, Action action) implements Comparable<Later> {
    private static final Comparator<Later> ORDER =
            Comparator.comparingLong(Later::at).thenComparingLong(Later::number);

    @Override
    public int compareTo(Later other) {
        return ORDER.compare(this, other);
    }
}
