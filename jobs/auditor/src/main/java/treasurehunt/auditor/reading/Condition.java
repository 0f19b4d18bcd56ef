package treasurehunt.auditor.reading;

import java.util.List;

/** What holds of a player's progress, or does not. */
public sealed interface Condition {
    /** Whether it holds of these. */
    boolean holds(Facts facts);

    /** What conditions ask of a progress. */
    interface Facts {
        boolean solved(String clue);

        boolean granted(String treasure);

        long score();
    }

    record Solved(String clue) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.solved(clue);
        }
    }

    record Points(long least) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.score() >= least;
        }
    }

    record Granted(String treasure) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.granted(treasure);
        }
    }

    /** {@code all} asks for as many as there are, {@code any} for one. */
    record AtLeast(long count, List<Condition> parts) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Facts facts) {
            long holding = 0;
            for (Condition part : parts) {
                holding += part.holds(facts) ? 1 : 0;
            }
            return holding >= count;
        }
    }

    static Condition all(List<Condition> parts) {
        return new AtLeast(parts.size(), parts);
    }

    static Condition any(List<Condition> parts) {
        return new AtLeast(1, parts);
    }
}
