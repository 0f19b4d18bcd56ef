package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Field;
import treasurehunt.auditor.reading.Proof;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.PointsReason;

import java.util.Optional;
import java.util.OptionalLong;

/** Checks 10 to 13: what a try at a clue is answered. */
final class Attempts {
    private Attempts() {}

    static Reply judge(Turn turn, Action action, Clue clue) {
        ClueState state = turn.progress().of(clue);
        if (clue.proof().givenWith() != action.kind()) {
            return Reply.refused(Code.WRONG_KIND);
        }
        OptionalLong left = left(turn.progress(), clue);
        if (left.isPresent() && left.getAsLong() == 0) {
            return Reply.refused(Code.OUT_OF_ATTEMPTS);
        }
        long waitUntil = state.waitUntil.orElse(turn.at());
        if (waitUntil > turn.at()) {
            return Reply.refused(Code.COOLING_DOWN).retryAfter(waitUntil - turn.at());
        }
        if (clue.proof() instanceof Proof.OfText proof) {
            return judgeText(turn, clue, proof, given(action));
        }
        if (clue.proof() instanceof Proof.Place place) {
            return judgePlace(turn, clue, place, fix(action, turn.at()));
        }
        return submit(turn, clue);
    }

    /** How many attempts are left, where there is a bound. */
    static OptionalLong left(Progress progress, Clue clue) {
        OptionalLong max = clue.attempts().max();
        return max.isPresent()
                ? OptionalLong.of(Math.max(0, max.getAsLong() - progress.of(clue).tries))
                : OptionalLong.empty();
    }

    /** What the author says to who gave this, if it is almost right. */
    static Optional<String> near(Clue clue, Action action) {
        if (!(clue.proof() instanceof Proof.OfText proof)) {
            return Optional.empty();
        }
        String formed = proof.form().of(given(action));
        return proof.accepts(formed) ? Optional.empty() : proof.near(formed);
    }

    private static String given(Action action) {
        Object text = action.fields().get(Field.TEXT);
        return text == null ? action.text(Field.CODE) : (String) text;
    }

    static Fix fix(Action action, long at) {
        return new Fix(
                action.decimal(Field.LATITUDE),
                action.decimal(Field.LONGITUDE),
                action.decimal(Field.ACCURACY),
                at);
    }

    private static Reply judgeText(Turn turn, Clue clue, Proof.OfText proof, String given) {
        String formed = proof.form().of(given);
        if (proof.accepts(formed)) {
            turn.solve(clue);
            return Reply.of(Code.SOLVED, turn);
        }
        Optional<String> near = proof.near(formed);
        if (turn.progress().of(clue).hasTried(formed)) {
            return Reply.refused(Code.ALREADY_TRIED).with("text", near);
        }
        turn.progress().change(clue).remember(formed);
        return failed(turn, clue, near.isPresent() ? Code.NEAR : Code.WRONG).with("text", near);
    }

    private static Reply judgePlace(Turn turn, Clue clue, Proof.Place place, Fix fix) {
        takeIn(turn, fix);
        if (place.accuracy().isPresent() && fix.accuracy() > place.accuracy().getAsDouble()) {
            return Reply.of(Code.INACCURATE, turn);
        }
        if (fix.distanceTo(place.latitude(), place.longitude()) <= place.radius()) {
            turn.solve(clue);
            return Reply.of(Code.SOLVED, turn);
        }
        return failed(turn, clue, Code.TOO_FAR);
    }

    /** Takes in a fix, and flags who cannot have come there. */
    static void takeIn(Turn turn, Fix fix) {
        Progress progress = turn.progress();
        if (progress.lastFix.isPresent() && progress.hunt.maxSpeed().isPresent()) {
            double speed = fix.speedFrom(progress.lastFix.get());
            if (speed > progress.hunt.maxSpeed().getAsDouble()) {
                turn.add(
                        Json.effect("FLAGGED")
                                .with("reason", "impossible-travel")
                                .with("speed", (long) Math.floor(speed)));
            }
        }
        progress.lastFix = Optional.of(fix);
    }

    private static Reply failed(Turn turn, Clue clue, Code code) {
        long wait = turn.useAttempt(clue);
        turn.points(
                -clue.wrongPenalty(),
                PointsReason.WRONG_PENALTY,
                Json.object().with("clue", clue.id()));
        turn.settle();
        Reply reply = Reply.of(code, turn);
        OptionalLong left = left(turn.progress(), clue);
        left.ifPresent(tries -> reply.with("attempts_left", tries));
        return wait > 0 && left.orElse(1) > 0 ? reply.retryAfter(wait) : reply;
    }

    private static Reply submit(Turn turn, Clue clue) {
        ClueState state = turn.progress().change(clue);
        if (!state.underReview) {
            state.underReview = true;
            turn.add("SUBMITTED", clue);
        }
        return Reply.of(Code.UNDER_REVIEW, turn);
    }
}
