package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ADJUSTED;
import static treasurehunt.schemas.result.Code.DISQUALIFIED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.REINSTATED;
import static treasurehunt.schemas.result.Code.RESET;
import static treasurehunt.schemas.result.Code.REVIEWED;
import static treasurehunt.schemas.result.Code.SOLVED;

import treasurehunt.core.state.Claim;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.ClueState.Status;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.result.Effect;

import java.util.Optional;

/** What an operator's action that passed the checks brings, in the order of a result's effects. */
final class Corrections {
    private final Case it;
    private final Evolution evolution;
    private final HuntState state;

    private Corrections(Case it, Evolution evolution) {
        this.it = it;
        this.evolution = evolution;
        state = it.joined();
    }

    /** Adds the action's effects to the player's progress in the making. */
    static Outcome judge(Case it, Evolution evolution) {
        return new Corrections(it, evolution).byKind();
    }

    private Outcome byKind() {
        Kind kind = it.kind();
        if (kind instanceof Kind.Adjust adjust) {
            return adjustment(adjust.points());
        } else if (kind instanceof Kind.MarkSolved) {
            return markSolved();
        } else if (kind instanceof Kind.Review review) {
            return review(review.accepted());
        } else if (kind instanceof Kind.ResetAttempts) {
            return resetAttempts();
        } else if (kind instanceof Kind.Disqualify) {
            return disqualification();
        } else if (kind instanceof Kind.Reinstate) {
            return reinstatement();
        }
        throw new IllegalStateException("a correction without a meaning: " + kind.name());
    }

    private Outcome noChange() {
        return Outcome.of(NO_CHANGE, state);
    }

    private Outcome adjustment(long points) {
        if (points == 0) {
            return noChange();
        }
        Ledger.add(evolution, points, Effect.Cause.adjustment(), it.action().action());
        return Outcome.of(ADJUSTED, state);
    }

    private Outcome markSolved() {
        if (it.clueState().isSolved()) {
            return noChange();
        }
        Solving.solve(it, evolution);
        return Outcome.of(SOLVED, state);
    }

    private Outcome review(boolean accepted) {
        if (it.clueState().status() != Status.UNDER_REVIEW) {
            return noChange();
        }
        if (accepted) {
            Solving.solve(it, evolution);
            return Outcome.of(REVIEWED, state);
        }
        Clue clue = it.namedClue();
        ClueState before = it.clueState();
        evolution.add(new Effect.ReviewRejected(clue.id()));
        HuntState after = Failing.fail(clue, state, evolution);
        if (DueMoments.deadline(clue, before) <= it.at()) {
            // It did not expire while it waited; now nothing holds it back.
            evolution.add(new Effect.ClueExpired(clue.id()));
        }
        return Outcome.of(REVIEWED, after);
    }

    private Outcome resetAttempts() {
        String clue = it.namedClue().id();
        if (it.clueState().attempts() == 0 && state.waitsUntil(clue) == 0) {
            return noChange();
        }
        evolution.add(new Effect.AttemptsReset(clue));
        return Outcome.of(RESET, state.withoutWait(clue));
    }

    private Outcome disqualification() {
        if (it.progress().disqualified()) {
            return noChange();
        }
        evolution.add(new Effect.Disqualified());
        for (Claim claim : it.progress().claims()) {
            if (claim.isAlive()) {
                evolution.add(new Effect.Released(claim.treasure(), Optional.empty()));
            }
        }
        return Outcome.of(DISQUALIFIED, state);
    }

    private Outcome reinstatement() {
        if (!it.progress().disqualified()) {
            return noChange();
        }
        evolution.add(new Effect.Reinstated());
        return Outcome.of(REINSTATED, state);
    }
}
