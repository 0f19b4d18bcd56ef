package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The luckiest player there could be: who solves every clue at the moment it opens, is always first
 * and is granted everything. What never opens for him can never open. Each part of a condition
 * counts down once, so this takes no longer than reading the hunt.
 */
final class Openings {
    private final Hunt hunt;
    private final Map<String, List<Runnable>> onSolved = new HashMap<>();
    private final Map<String, List<Runnable>> onGranted = new HashMap<>();
    private final PriorityQueue<Goal> goals = new PriorityQueue<>();
    private final PriorityQueue<Opening> openings = new PriorityQueue<>();
    private final Set<String> granted = new HashSet<>();
    private final Map<String, Long> unlockedAt = new HashMap<>();
    private long now;
    private long score;

    private Openings(Hunt hunt) {
        this.hunt = hunt;
    }

    /** A score, and what happens when it is reached. */
    private record Goal(long points, Runnable then) implements Comparable<Goal> {
        @Override
        public int compareTo(Goal other) {
            return Long.compare(points, other.points);
        }
    }

    /** A clue that unlocks so many ms after the join. */
    private record Opening(long at, Clue clue) implements Comparable<Opening> {
        @Override
        public int compareTo(Opening other) {
            return Long.compare(at, other.at);
        }
    }

    /** Counts parts that come to hold, and does something at the last that was wanted. */
    private static final class CountDown implements Runnable {
        private int missing;
        private final Runnable then;

        CountDown(int missing, Runnable then) {
            this.missing = missing;
            this.then = then;
        }

        @Override
        public void run() {
            missing--;
            if (missing == 0) {
                then.run();
            }
        }
    }

    /** The clues that can never open, and why. */
    static List<Problem> problems(Hunt hunt) {
        Openings openings = new Openings(hunt);
        openings.play();
        return openings.problems();
    }

    private void play() {
        for (Clue clue : hunt.clues().values()) {
            await(clue.requires(), () -> holds(clue));
        }
        reachGoals();
        while (!openings.isEmpty()) {
            Opening next = openings.poll();
            now = next.at();
            solve(next.clue());
        }
    }

    private void await(Condition condition, Runnable then) {
        if (condition instanceof Condition.Solved solved) {
            onSolved.computeIfAbsent(solved.clue(), id -> new ArrayList<>()).add(then);
        } else if (condition instanceof Condition.Granted treasure) {
            onGranted.computeIfAbsent(treasure.treasure(), id -> new ArrayList<>()).add(then);
        } else if (condition instanceof Condition.Points points) {
            goals.add(new Goal(points.points(), then));
        } else if (condition instanceof Condition.All all) {
            awaitParts(all.of().size(), all.of(), then);
        } else if (condition instanceof Condition.Any any) {
            awaitParts(1, any.of(), then);
        } else if (condition instanceof Condition.AtLeast atLeast) {
            awaitParts(atLeast.count(), atLeast.of(), then);
        }
    }

    private void awaitParts(int count, List<Condition> parts, Runnable then) {
        if (count == 0) {
            then.run();
            return;
        }
        CountDown countDown = new CountDown(count, then);
        parts.forEach(part -> await(part, countDown));
    }

    private void holds(Clue clue) {
        unlockedAt.put(clue.id(), now + clue.unlocksAfter());
        if (unlockedAt.get(clue.id()) <= last()) {
            openings.add(new Opening(unlockedAt.get(clue.id()), clue));
        }
    }

    /** The last ms after a join at which a clue can unlock. */
    private long last() {
        return Math.min(hunt.timeLimit().orElse(Long.MAX_VALUE), hunt.closes() - hunt.opens() - 1);
    }

    private void solve(Clue clue) {
        score += clue.points();
        score += clue.firstFinders().stream().mapToLong(Long::longValue).max().orElse(0);
        onSolved.getOrDefault(clue.id(), List.of()).forEach(Runnable::run);
        clue.treasure().map(hunt.treasures()::get).ifPresent(this::grant);
        reachGoals();
    }

    /** Whatever the stock: an earlier version's may have been granted. */
    private void grant(Treasure treasure) {
        if (granted.add(treasure.id())) {
            score += treasure.points();
            onGranted.getOrDefault(treasure.id(), List.of()).forEach(Runnable::run);
        }
    }

    private void reachGoals() {
        while (!goals.isEmpty() && goals.peek().points() <= score) {
            goals.poll().then().run();
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        int i = 0;
        for (Clue clue : hunt.clues().values()) {
            String path = "clues[" + i++ + "]";
            problem(path, clue).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> problem(String path, Clue clue) {
        if (!unlockedAt.containsKey(clue.id())) {
            return Optional.of(
                    new Problem(
                            path + ".requires",
                            "%s can never open: nobody can come to this, with at most %d points to be had"
                                    .formatted(clue.id(), score)));
        }
        long at = unlockedAt.get(clue.id());
        return at > last()
                ? Optional.of(
                        new Problem(
                                path + ".unlocks-after",
                                "%s can never open: %s after joining at the earliest, %s"
                                        .formatted(clue.id(), Durations.format(at), tooLate(at))))
                : Optional.empty();
    }

    private String tooLate(long at) {
        OptionalLong limit = hunt.timeLimit();
        return limit.isPresent() && at > limit.getAsLong()
                ? "and the time limit is " + Durations.format(limit.getAsLong())
                : "and the hunt is open for " + Durations.format(hunt.closes() - hunt.opens());
    }
}
