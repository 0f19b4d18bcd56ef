package treasurehunt.auditor.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the fewest lines that must have been moved. An announcement counts for less than an answer:
 * where one of two stands wrongly, it is what time brought that came too early or too late.
 */
final class Disorder {
    private static final int ANSWER = 2;
    private static final int ANNOUNCEMENT = 1;

    private Disorder() {}

    /**
     * A line that stands elsewhere than its answer was asked for.
     *
     * @param beforeItsTime it is what time brings, and an answer stands after it that came first
     */
    record Moved(int line, boolean beforeItsTime) {}

    /** Of lines in the order in which they were asked for, twice their number, odd if due. */
    static List<Moved> in(IntList asked) {
        boolean ordered = true;
        for (int i = 1; ordered && i < asked.size(); i++) {
            ordered = asked.get(i - 1) / 2 < asked.get(i) / 2;
        }
        return ordered ? List.of() : moved(asked);
    }

    private static List<Moved> moved(IntList asked) {
        boolean[] stays = heaviestRise(asked);
        List<Moved> moved = new ArrayList<>();
        int lastAnswer = 0;
        for (int i = 0; i < asked.size(); i++) {
            int line = asked.get(i) / 2;
            boolean due = asked.get(i) % 2 == 1;
            if (!stays[i]) {
                moved.add(new Moved(line, due && line < lastAnswer));
            }
            lastAnswer = due ? lastAnswer : Math.max(lastAnswer, line);
        }
        return moved;
    }

    /** Which elements make the heaviest subsequence of rising lines. */
    private static boolean[] heaviestRise(IntList asked) {
        int size = asked.size();
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = asked.get(i) / 2;
        }
        Arrays.sort(sorted);
        // A Fenwick tree of the heaviest rise that ends at each line or before, by its last
        // element.
        int[] weight = new int[size];
        int[] before = new int[size];
        int[] best = new int[size + 1];
        Arrays.fill(best, -1);
        int heaviest = -1;
        for (int i = 0; i < size; i++) {
            int rank = Arrays.binarySearch(sorted, asked.get(i) / 2) + 1;
            before[i] = -1;
            for (int r = rank - 1; r > 0; r -= r & -r) {
                before[i] = heavier(weight, before[i], best[r]);
            }
            weight[i] =
                    (before[i] < 0 ? 0 : weight[before[i]])
                            + (asked.get(i) % 2 == 1 ? ANNOUNCEMENT : ANSWER);
            for (int r = rank; r <= size; r += r & -r) {
                best[r] = heavier(weight, best[r], i);
            }
            heaviest = heavier(weight, heaviest, i);
        }
        boolean[] stays = new boolean[size];
        for (int i = heaviest; i >= 0; i = before[i]) {
            stays[i] = true;
        }
        return stays;
    }

    private static int heavier(int[] weight, int one, int other) {
        if (one < 0 || other < 0) {
            return Math.max(one, other);
        }
        return weight[other] > weight[one] ? other : one;
    }
}
