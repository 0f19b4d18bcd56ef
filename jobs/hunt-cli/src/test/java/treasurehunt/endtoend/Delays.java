package treasurehunt.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long players waited for their answers, from the broker's having the one to the other. */
final class Delays {
    private final List<Answer> answers = new ArrayList<>();

    /** Times in ms UTC. */
    record Answer(long asked, long given) {
        long delay() {
            return given - asked;
        }
    }

    void add(Answer answer) {
        answers.add(answer);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"answers\":%d,\"p50_ms\":%d,\"p99_ms\":%d,\"most_ms\":%d,\"longest_gap_ms\":%d}",
                answers.size(),
                delay(0.5),
                delay(0.99),
                delay(1),
                longestGap());
    }

    private long delay(double share) {
        List<Long> sorted = answers.stream().map(Answer::delay).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share));
    }

    /** The longest time in which no answer was given. */
    private long longestGap() {
        List<Long> given = answers.stream().map(Answer::given).sorted().toList();
        long longest = 0;
        for (int i = 1; i < given.size(); i++) {
            longest = Math.max(longest, given.get(i) - given.get(i - 1));
        }
        return longest;
    }
}
