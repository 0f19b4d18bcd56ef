package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ABANDONED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import treasurehunt.core.hunt.ProofMatcher;
import treasurehunt.core.state.Evolution;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.Optional;

/** What an action that passed the checks brings, in the order of a result's effects. */
final class Judgement {
    private final Case it;
    private final Evolution evolution;

    private Judgement(Case it, Evolution evolution) {
        this.it = it;
        this.evolution = evolution;
    }

    /**
     * Adds the action's effects, and all that follows from them, to the player's progress in the
     * making.
     */
    static Outcome judge(Case it, Evolution evolution) {
        Outcome outcome = new Judgement(it, evolution).byKind();
        if (!evolution.effects().isEmpty()) {
            Consequences.add(it.hunt().definition(), evolution);
        }
        return outcome;
    }

    private Outcome byKind() {
        Kind kind = it.kind();
        if (kind instanceof Kind.Join) {
            evolution.add(new Effect.Joined(it.hunt().definition().version()));
            return Outcome.of(JOINED);
        } else if (kind instanceof Kind.Abandon) {
            evolution.add(new Effect.Abandoned());
            return Outcome.of(ABANDONED);
        } else if (kind instanceof Kind.Hint wanted) {
            return hint(it.clue().orElseThrow(), wanted.hintId());
        } else if (kind instanceof Kind.Answer || kind instanceof Kind.Scan) {
            return proof(it.clue().orElseThrow(), it.form().orElseThrow());
        }
        throw new IllegalStateException("a kind without a judgement: " + kind.name());
    }

    private Outcome hint(Clue clue, String id) {
        Hint hint = clue.hints().get(id);
        if (!it.clueState().hints().contains(id)) {
            evolution.add(new Effect.HintRevealed(clue.id(), id, hint.text()));
            if (!it.clueState().solved()) {
                points(-hint.cost(), PointsReason.HINT, clue, Optional.of(id));
            }
        }
        return Outcome.telling(HINT_GIVEN, hint.text());
    }

    private Outcome proof(Clue clue, String form) {
        ProofMatcher matcher = it.hunt().matcher(clue);
        if (matcher.accepts(form)) {
            evolution.add(new Effect.ClueSolved(clue.id()));
            points(clue.points(), PointsReason.CLUE, clue, Optional.empty());
            return Outcome.of(SOLVED);
        }
        evolution.add(new Effect.AttemptUsed(clue.id()));
        points(-clue.wrongPenalty(), PointsReason.WRONG_PENALTY, clue, Optional.empty());
        Optional<String> near = matcher.nearMiss(form);
        return new Outcome(near.isPresent() ? NEAR : WRONG, near, Optional.of(form));
    }

    private void points(long change, PointsReason reason, Clue clue, Optional<String> hint) {
        if (change != 0) {
            evolution.add(
                    new Effect.Points(
                            change,
                            evolution.score() + change,
                            reason,
                            Optional.of(clue.id()),
                            hint));
        }
    }
}
