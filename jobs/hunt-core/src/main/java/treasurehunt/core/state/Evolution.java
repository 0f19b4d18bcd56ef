package treasurehunt.core.state;

import treasurehunt.schemas.result.Effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Progress in the making: effects go in one by one, each changes what the next is decided by. */
public final class Evolution {
    private final Progress before;
    private final long at;
    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, ClueState> clues;
    private int huntVersion;
    private long joinedAt;
    private long score;
    private boolean completed;
    private boolean abandoned;

    /** Starts from a progress; what happens now happens at {@code at}, ms UTC. */
    public Evolution(Progress before, long at) {
        this.before = before;
        this.at = at;
        clues = new HashMap<>(before.clues());
        huntVersion = before.huntVersion();
        joinedAt = before.joinedAt();
        score = before.score();
        completed = before.completed();
        abandoned = before.abandoned();
    }

    /** The progress after a result with these effects at {@code at}. */
    public static Progress evolve(Progress before, List<Effect> effects, long at) {
        Evolution evolution = new Evolution(before, at);
        effects.forEach(evolution::add);
        return evolution.progress();
    }

    /** The only place where progress changes. */
    public void add(Effect effect) {
        effects.add(effect);
        if (effect instanceof Effect.Joined joined) {
            huntVersion = joined.version();
            joinedAt = at;
        } else if (effect instanceof Effect.ClueUnlocked unlocked) {
            change(unlocked.clue(), clue -> clue.unlocked(at));
        } else if (effect instanceof Effect.ClueSolved solved) {
            change(solved.clue(), ClueState::asSolved);
        } else if (effect instanceof Effect.AttemptUsed used) {
            change(used.clue(), ClueState::attempted);
        } else if (effect instanceof Effect.HintRevealed revealed) {
            change(revealed.clue(), clue -> clue.hinted(revealed.hint()));
        } else if (effect instanceof Effect.Points points) {
            score += points.points();
        } else if (effect instanceof Effect.Completed) {
            completed = true;
        } else if (effect instanceof Effect.Abandoned) {
            abandoned = true;
        } else {
            throw new IllegalStateException(
                    "an effect without a meaning: " + effect.getClass().getSimpleName());
        }
    }

    private void change(String clue, UnaryOperator<ClueState> change) {
        clues.put(clue, change.apply(clue(clue)));
    }

    public ClueState clue(String id) {
        return clues.getOrDefault(id, ClueState.LOCKED);
    }

    public boolean isSolved(String clue) {
        return clue(clue).solved();
    }

    public long score() {
        return score;
    }

    public boolean isCompleted() {
        return completed;
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /**
     * The progress now: one version on if there was any effect, the very same if there was none.
     */
    public Progress progress() {
        return effects.isEmpty()
                ? before
                : new Progress(
                        before.version() + 1,
                        huntVersion,
                        joinedAt,
                        score,
                        clues,
                        completed,
                        abandoned);
    }
}
