package treasurehunt.core.state;

import treasurehunt.core.state.Claim.Standing;
import treasurehunt.core.state.ClueState.Status;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.result.Effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Progress in the making: effects go in one by one, each changes what the next is decided by. */
public final class Evolution implements Condition.Standing {
    private final Progress before;
    private final long at;
    private final List<Effect> effects = new ArrayList<>(4);
    private Map<String, ClueState> clues;
    private List<Claim> claims;
    private int huntVersion;
    private long joinedAt;
    private long movedAt;
    private long score;
    private long scoreAt;
    private boolean completed;
    private boolean abandoned;
    private boolean timedUp;
    private boolean disqualified;
    private boolean gained;

    /** Starts from a progress; what happens now happens at {@code at}, ms UTC. */
    public Evolution(Progress before, long at) {
        this.before = before;
        this.at = at;
        clues = before.clues();
        claims = before.claims();
        huntVersion = before.huntVersion();
        joinedAt = before.joinedAt();
        movedAt = before.movedAt();
        score = before.score();
        scoreAt = before.scoreAt();
        completed = before.completed();
        abandoned = before.abandoned();
        timedUp = before.timedUp();
        disqualified = before.disqualified();
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
        if (effect instanceof Effect.Points points) {
            score += points.points();
            scoreAt = at;
            gained |= points.points() > 0;
        } else if (effect instanceof Effect.AttemptUsed used) {
            change(used.clue(), clue -> clue.withAttempts(clue.attempts() + 1));
        } else if (effect instanceof Effect.ClueSolved solved) {
            change(solved.clue(), clue -> clue.with(Status.SOLVED, 0));
            gained = true;
        } else if (effect instanceof Effect.ClueUnlocked unlocked) {
            change(unlocked.clue(), clue -> clue.with(Status.OPEN, at));
        } else if (effect instanceof Effect.CluePending pending) {
            change(pending.clue(), clue -> clue.with(Status.PENDING, at));
        } else if (effect instanceof Effect.ClueExpired expired) {
            change(expired.clue(), clue -> clue.with(Status.EXPIRED, 0));
        } else if (effect instanceof Effect.HintRevealed revealed) {
            change(revealed.clue(), clue -> clue.hinted(revealed.hint()));
        } else if (effect instanceof Effect.AttemptsReset reset) {
            change(reset.clue(), clue -> clue.withAttempts(0));
        } else if (effect instanceof Effect.Submitted submitted) {
            change(submitted.clue(), clue -> clue.with(Status.UNDER_REVIEW));
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            change(rejected.clue(), clue -> clue.with(Status.OPEN));
        } else {
            addOfHunt(effect);
        }
    }

    /** An effect that is about no single clue. */
    private void addOfHunt(Effect effect) {
        if (effect instanceof Effect.Joined joined) {
            huntVersion = joined.version();
            joinedAt = at;
            movedAt = at;
            scoreAt = at;
            gained = true;
        } else if (effect instanceof Effect.Moved moved) {
            huntVersion = moved.version();
            movedAt = at;
            gained = true;
        } else if (effect instanceof Effect.Claimed claimed) {
            stand(claimed.treasure(), Standing.CLAIMED);
        } else if (effect instanceof Effect.Granted granted) {
            stand(granted.treasure(), Standing.GRANTED);
            gained = true;
        } else if (effect instanceof Effect.SoldOut soldOut) {
            stand(soldOut.treasure(), Standing.SOLD_OUT);
        } else if (effect instanceof Effect.Waiting waiting) {
            stand(waiting.treasure(), Standing.WAITING);
        } else if (effect instanceof Effect.Released released) {
            stand(released.treasure(), Standing.RELEASED);
        } else if (effect instanceof Effect.Completed) {
            completed = true;
        } else if (effect instanceof Effect.TimeUp) {
            timedUp = true;
        } else if (effect instanceof Effect.Abandoned) {
            abandoned = true;
        } else if (effect instanceof Effect.Disqualified) {
            disqualified = true;
        } else if (effect instanceof Effect.Reinstated) {
            disqualified = false;
        } else if (!(effect instanceof Effect.Flagged)) {
            // FORGOTTEN ends all progress: nothing is folded into it any more.
            throw new IllegalStateException(
                    "an effect without a meaning: " + effect.getClass().getSimpleName());
        }
    }

    @SuppressWarnings("ReferenceEquality") // copied by the first change, and only then
    private void change(String clue, UnaryOperator<ClueState> change) {
        if (clues == before.clues()) {
            clues = new HashMap<>(clues);
        }
        clues.put(clue, change.apply(clue(clue)));
    }

    private void stand(String treasure, Standing standing) {
        List<Claim> changed = new ArrayList<>(claims);
        Claim claim = new Claim(treasure, standing);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).treasure().equals(treasure)) {
                changed.set(i, claim);
                claims = changed;
                return;
            }
        }
        changed.add(claim);
        claims = changed;
    }

    public ClueState clue(String id) {
        return clues.getOrDefault(id, ClueState.LOCKED);
    }

    @Override
    public boolean isSolved(String clue) {
        return clue(clue).isSolved();
    }

    @Override
    public boolean isGranted(String treasure) {
        return claim(treasure).map(Claim::standing).equals(Optional.of(Standing.GRANTED));
    }

    public Optional<Claim> claim(String treasure) {
        return claims.stream().filter(claim -> claim.treasure().equals(treasure)).findAny();
    }

    @Override
    public long score() {
        return score;
    }

    public long joinedAt() {
        return joinedAt;
    }

    public boolean isCompleted() {
        return completed;
    }

    /** Whether play is over for the player, whatever the hunt's closing says. */
    public boolean hasEnded() {
        return abandoned || timedUp;
    }

    public boolean isDisqualified() {
        return disqualified;
    }

    /** Whether a condition may hold now that did not before. */
    public boolean hasGained() {
        return gained;
    }

    public long at() {
        return at;
    }

    /** The progress it started from. */
    public Progress before() {
        return before;
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
                        movedAt,
                        score,
                        scoreAt,
                        clues,
                        claims,
                        completed,
                        abandoned,
                        timedUp,
                        disqualified);
    }
}
