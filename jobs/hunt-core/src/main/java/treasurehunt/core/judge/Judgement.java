package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ABANDONED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.INACCURATE;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.NOTED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_FAR;
import static treasurehunt.schemas.result.Code.UNDER_REVIEW;
import static treasurehunt.schemas.result.Code.WRONG;

import treasurehunt.core.hunt.ProofMatcher.PlaceMatcher;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.Optional;
import java.util.OptionalLong;

/** What a player's action that passed the checks brings, in the order of a result's effects. */
final class Judgement {
    private final Case it;
    private final Evolution evolution;
    private final HuntState state;

    private Judgement(Case it, Evolution evolution, HuntState state) {
        this.it = it;
        this.evolution = evolution;
        this.state = state;
    }

    /**
     * Adds the action's effects to the player's progress in the making.
     *
     * @param state what is kept of him beside it, the action's token taken
     */
    static Outcome judge(Case it, Evolution evolution, HuntState state) {
        return new Judgement(it, evolution, state).byKind();
    }

    private Outcome byKind() {
        Kind kind = it.kind();
        if (kind instanceof Kind.Answer || kind instanceof Kind.Scan) {
            return textOrCode(it.given().orElseThrow());
        } else if (kind instanceof Kind.Position position) {
            return Outcome.of(NOTED, takeIn(position.fix()));
        } else if (kind instanceof Kind.Arrive arrive) {
            return place(arrive.fix());
        } else if (kind instanceof Kind.Hint wanted) {
            return hint(it.namedClue().hints().get(wanted.hintId()));
        } else if (kind instanceof Kind.Join) {
            evolution.add(new Effect.Joined(it.hunt().version()));
            return Outcome.of(JOINED, state);
        } else if (kind instanceof Kind.SubmitForReview) {
            return submission();
        } else if (kind instanceof Kind.Abandon) {
            evolution.add(new Effect.Abandoned());
            return Outcome.of(ABANDONED, state);
        }
        throw new IllegalStateException("a kind without a judgement: " + kind.name());
    }

    private Outcome textOrCode(Case.Given given) {
        if (given.isRight()) {
            Solving.solve(it, evolution);
            return Outcome.of(SOLVED, state);
        }
        Optional<String> near = given.nearMiss();
        HuntState remembering = state.withTried(it.namedClue().id(), Digests.text(given.form()));
        return failed(near.isPresent() ? NEAR : WRONG, near, remembering);
    }

    private Outcome place(Fix fix) {
        HuntState here = takeIn(fix);
        if (!(it.matcher() instanceof PlaceMatcher place)) {
            throw new IllegalStateException("a clue that is reached without a place");
        }
        if (!place.isAccurate(fix)) {
            return Outcome.of(INACCURATE, here);
        }
        if (place.isWithin(fix)) {
            Solving.solve(it, evolution);
            return Outcome.of(SOLVED, here);
        }
        return failed(TOO_FAR, Optional.empty(), here);
    }

    private HuntState takeIn(Fix fix) {
        return Travel.takeIn(fix, it.hunt().definition(), state, evolution);
    }

    private Outcome failed(Code code, Optional<String> text, HuntState besides) {
        Clue clue = it.namedClue();
        HuntState after = Failing.fail(clue, besides, evolution);
        Ledger.add(
                evolution,
                -clue.wrongPenalty(),
                Effect.Cause.ofClue(PointsReason.WRONG_PENALTY, clue.id()),
                it.action().action());
        return new Outcome(code, text, retryAfter(clue), after);
    }

    /** The wait that was started, if there is something to wait for. */
    private OptionalLong retryAfter(Clue clue) {
        long used = evolution.clue(clue.id()).attempts();
        long wait = Failing.wait(clue.attempts(), used);
        return wait > 0 && Failing.leavesAnother(clue.attempts(), used)
                ? OptionalLong.of(wait)
                : OptionalLong.empty();
    }

    private Outcome hint(Hint hint) {
        Clue clue = it.namedClue();
        if (!it.clueState().hints().contains(hint.id())) {
            evolution.add(new Effect.HintRevealed(clue.id(), hint.id(), hint.text()));
            if (!it.clueState().isSolved()) {
                Ledger.add(
                        evolution,
                        -hint.cost(),
                        Effect.Cause.ofHint(clue.id(), hint.id()),
                        it.action().action());
            }
        }
        return new Outcome(HINT_GIVEN, Optional.of(hint.text()), OptionalLong.empty(), state);
    }

    private Outcome submission() {
        if (it.clueState().status() != ClueState.Status.UNDER_REVIEW) {
            evolution.add(new Effect.Submitted(it.namedClue().id()));
        }
        return Outcome.of(UNDER_REVIEW, state);
    }
}
