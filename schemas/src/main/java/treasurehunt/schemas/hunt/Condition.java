package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.function.Consumer;

/**
 * Something that holds or does not hold of a player's progress. All are monotonous: what holds goes
 * on holding as long as nothing is taken from the player.
 */
public sealed interface Condition {
    /** What holds from the start. */
    static Condition always() {
        return new All(List.of());
    }

    /** What conditions are about. */
    interface Standing {
        /** The standing of who has just joined. */
        Standing NOTHING =
                new Standing() {
                    @Override
                    public boolean isSolved(String clue) {
                        return false;
                    }

                    @Override
                    public boolean isGranted(String treasure) {
                        return false;
                    }

                    @Override
                    public long score() {
                        return 0;
                    }
                };

        boolean isSolved(String clue);

        boolean isGranted(String treasure);

        long score();
    }

    boolean holds(Standing standing);

    /** Hands on this condition and every part of it. */
    default void walk(Consumer<Condition> parts) {
        parts.accept(this);
    }

    record Solved(String clue) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return standing.isSolved(clue);
        }
    }

    record Granted(String treasure) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return standing.isGranted(treasure);
        }
    }

    /**
     * A score reached.
     *
     * @param points the least score with which it holds
     */
    record Points(long points) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return standing.score() >= points;
        }
    }

    record All(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return count(of, standing) == of.size();
        }

        @Override
        public void walk(Consumer<Condition> parts) {
            parts.accept(this);
            of.forEach(part -> part.walk(parts));
        }
    }

    record Any(List<Condition> of) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return count(of, standing) > 0;
        }

        @Override
        public void walk(Consumer<Condition> parts) {
            parts.accept(this);
            of.forEach(part -> part.walk(parts));
        }
    }

    record AtLeast(int count, List<Condition> of) implements Condition {
        @Override
        public boolean holds(Standing standing) {
            return Condition.count(of, standing) >= count;
        }

        @Override
        public void walk(Consumer<Condition> parts) {
            parts.accept(this);
            of.forEach(part -> part.walk(parts));
        }
    }

    private static int count(List<Condition> of, Standing standing) {
        int held = 0;
        for (Condition part : of) {
            held += part.holds(standing) ? 1 : 0;
        }
        return held;
    }
}
