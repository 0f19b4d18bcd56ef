package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Field;
import treasurehunt.schemas.result.PointsReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What one answer changes, and the effects that say so. */
final class Turn {
    private final Player player;
    private final Progress progress;
    private final long at;
    private final Optional<Action> correction;
    private final List<Map<String, Object>> effects = new ArrayList<>();

    private Turn(Player player, Progress progress, long at, Optional<Action> correction) {
        this.player = player;
        this.progress = progress;
        this.at = at;
        this.correction = correction;
        progress.freeze(at);
    }

    static Turn of(Player player, Progress progress, long at) {
        return new Turn(player, progress, at, Optional.empty());
    }

    /** A turn in which an operator's hand stands beside the points, if one acts. */
    static Turn of(Player player, Progress progress, Action action, long at) {
        return new Turn(
                player,
                progress,
                at,
                Optional.of(action).filter(a -> a.kind().by() == ActionKind.By.OPERATOR));
    }

    Player player() {
        return player;
    }

    Progress progress() {
        return progress;
    }

    long at() {
        return at;
    }

    List<Map<String, Object>> effects() {
        return effects;
    }

    void add(Json effect) {
        effects.add(effect.members());
    }

    /** An effect that says how a clue stands; what is only paid for one does not. */
    void add(Json effect, Clue clue) {
        add(effect);
        progress.told((String) effect.members().get("type"), clue.id());
    }

    void add(String type, Clue clue) {
        add(Json.effect(type).with("clue", clue.id()), clue);
    }

    /** Changes the score; by 0 changes nothing. */
    void points(long change, PointsReason reason, Json cause) {
        if (change == 0) {
            return;
        }
        progress.score += change;
        progress.scoreAt = at;
        add(
                Json.effect("POINTS")
                        .with("points", change)
                        .with("balance", progress.score)
                        .with("reason", reason.word())
                        .with(cause.members())
                        .with("operator", correction.map(Action::operator))
                        .with("text", correction.map(action -> action.text(Field.REASON))));
    }

    /** The clue is solved, however that came: points, claims, and what follows. */
    void solve(Clue clue) {
        ClueState state = progress.change(clue);
        state.solved = true;
        state.underReview = false;
        add("CLUE_SOLVED", clue);
        points(clue.points(), PointsReason.CLUE, Json.object().with("clue", clue.id()));
        if (!clue.firstFinders().isEmpty()) {
            claim(clue.firstFindersTreasure());
        }
        clue.treasure().ifPresent(this::claim);
        settle();
    }

    private void claim(String treasure) {
        if (!progress.disqualified && !player.hasClaimed(progress, treasure)) {
            progress.claims.put(treasure, Claim.CLAIMED);
            add(Json.effect("CLAIMED").with("treasure", treasure));
        }
    }

    /** A try failed and counts; tells how long a wait it starts, in ms, 0 for none. */
    long useAttempt(Clue clue) {
        ClueState state = progress.change(clue);
        state.tries++;
        add("ATTEMPT_USED", clue);
        long wait = clue.attempts().waits().map(waits -> waits.after(state.tries)).orElse(0L);
        state.fail(at, wait);
        return wait;
    }

    /** Gives up all that is claimed, waited for or held; {@code hunt} where it is to be named. */
    void release(Optional<String> hunt) {
        progress.claims.replaceAll(
                (treasure, claim) -> {
                    if (!claim.isReleasable()) {
                        return claim;
                    }
                    add(Json.effect("RELEASED").with("treasure", treasure).with("hunt", hunt));
                    return Claim.RELEASED;
                });
    }

    /** What follows from a change of solved clues, score or treasures. */
    void settle() {
        progress.hunt.clues().values().forEach(this::unlockIfItsRequiresHolds);
        complete();
    }

    void unlockIfItsRequiresHolds(Clue clue) {
        ClueState state = progress.of(clue);
        if (state.solved || state.requiresHeldAt.isPresent() || !clue.requires().holds(progress)) {
            return;
        }
        progress.change(clue).requiresHeldAt = OptionalLong.of(at);
        if (clue.unlocksAfter() == 0) {
            unlock(clue);
        } else {
            add(
                    Json.effect("CLUE_PENDING")
                            .with("clue", clue.id())
                            .with("opens_at", at + clue.unlocksAfter()),
                    clue);
        }
    }

    void unlock(Clue clue) {
        progress.change(clue).unlockedAt = OptionalLong.of(at);
        add(
                Json.effect("CLUE_UNLOCKED")
                        .with("clue", clue.id())
                        .with("title", clue.title())
                        .with("text", clue.text())
                        .with("media", clue.media()),
                clue);
    }

    void expire(Clue clue) {
        progress.change(clue).expired = true;
        add("CLUE_EXPIRED", clue);
    }

    void complete() {
        if (!progress.completed && progress.hunt.completeWhen().holds(progress)) {
            progress.completed = true;
            add(Json.effect("COMPLETED"));
        }
    }
}
