package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Something that holds or does not hold of a player's progress. */
public sealed interface Condition {
    /** What holds from the start. */
    static Condition always() {
        return new All(List.of());
    }

    /** Whether it holds for who has solved these clues and has this score. */
    boolean holds(Predicate<String> solved, long score);

    /** Hands on every clue it names. */
    void namedClues(Consumer<String> clues);

    record Solved(String clue) implements Condition {
        @Override
        public boolean holds(Predicate<String> solved, long score) {
            return solved.test(clue);
        }

        @Override
        public void namedClues(Consumer<String> clues) {
            clues.accept(clue);
        }
    }

    /**
     * A score reached.
     *
     * @param points the least score with which it holds
     */
    record Points(long points) implements Condition {
        @Override
        public boolean holds(Predicate<String> solved, long score) {
            return score >= points;
        }

        @Override
        public void namedClues(Consumer<String> clues) {}
    }

    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Predicate<String> solved, long score) {
            return of.stream().allMatch(part -> part.holds(solved, score));
        }

        @Override
        public void namedClues(Consumer<String> clues) {
            of.forEach(part -> part.namedClues(clues));
        }
    }

    record Any(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Predicate<String> solved, long score) {
            return of.stream().anyMatch(part -> part.holds(solved, score));
        }

        @Override
        public void namedClues(Consumer<String> clues) {
            of.forEach(part -> part.namedClues(clues));
        }
    }

    record AtLeast(int count, List<Condition> of) implements Condition {
        @Override
        public boolean holds(Predicate<String> solved, long score) {
            return of.stream().filter(part -> part.holds(solved, score)).count() >= count;
        }

        @Override
        public void namedClues(Consumer<String> clues) {
            of.forEach(part -> part.namedClues(clues));
        }
    }
}
