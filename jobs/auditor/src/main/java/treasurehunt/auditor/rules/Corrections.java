package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Field;
import treasurehunt.auditor.reading.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.PointsReason;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What operators and the treasury are answered, once checks 1 and 2 have passed. */
final class Corrections {
    /** As many treasures as twenty hunts can have; one result must fit a record. */
    private static final long MOST_RELEASED = 22_000;

    private Corrections() {}

    static Reply judge(Player player, Action action, long at) {
        if (action.kind() == ActionKind.FORGET) {
            return forget(player, at);
        }
        Optional<Progress> progress = player.in(action.hunt());
        if (progress.isEmpty()) {
            return action.kind() == ActionKind.REINSTATE && player.excluded.contains(action.hunt())
                    ? reinstateTheForgotten(player, action.hunt())
                    : Reply.refused(Code.NOT_JOINED);
        }
        Turn turn = Turn.of(player, progress.get(), action, at);
        if (!action.kind().namesClue()) {
            return judge(turn, action);
        }
        Optional<Clue> clue = progress.get().hunt.clue(action.clue());
        return clue.isPresent()
                ? judge(turn, action, clue.get())
                : Reply.refused(Code.UNKNOWN_CLUE);
    }

    private static Reply judge(Turn turn, Action action) {
        return switch (action.kind()) {
            case ADJUST -> adjust(turn, action.whole(Field.POINTS));
            case DISQUALIFY -> disqualify(turn);
            case REINSTATE -> reinstate(turn);
            case VERDICT -> verdict(turn, action);
            case JOIN,
                    ANSWER,
                    SCAN,
                    ARRIVE,
                    SUBMIT_FOR_REVIEW,
                    HINT,
                    POSITION,
                    ABANDON,
                    MARK_SOLVED,
                    REVIEW,
                    RESET_ATTEMPTS,
                    FORGET ->
                    throw new IllegalArgumentException(action.kind() + " is judged elsewhere");
        };
    }

    private static Reply judge(Turn turn, Action action, Clue clue) {
        return switch (action.kind()) {
            case MARK_SOLVED -> markSolved(turn, clue);
            case REVIEW -> review(turn, clue, action.accepted());
            case RESET_ATTEMPTS -> resetAttempts(turn, clue);
            case JOIN,
                    ANSWER,
                    SCAN,
                    ARRIVE,
                    SUBMIT_FOR_REVIEW,
                    HINT,
                    POSITION,
                    ABANDON,
                    ADJUST,
                    DISQUALIFY,
                    REINSTATE,
                    FORGET,
                    VERDICT ->
                    throw new IllegalArgumentException(action.kind() + " is judged elsewhere");
        };
    }

    private static Reply adjust(Turn turn, long points) {
        if (points == 0) {
            return Reply.refused(Code.NO_CHANGE);
        }
        turn.points(points, PointsReason.ADJUSTMENT, Json.object());
        turn.settle();
        return Reply.of(Code.ADJUSTED, turn);
    }

    private static Reply markSolved(Turn turn, Clue clue) {
        if (turn.progress().of(clue).solved) {
            return Reply.refused(Code.NO_CHANGE);
        }
        turn.solve(clue);
        return Reply.of(Code.SOLVED, turn);
    }

    private static Reply review(Turn turn, Clue clue, boolean accepted) {
        ClueState state = turn.progress().of(clue);
        if (!state.underReview) {
            return Reply.refused(Code.NO_CHANGE);
        }
        if (accepted) {
            turn.solve(clue);
            return Reply.of(Code.REVIEWED, turn);
        }
        state.underReview = false;
        turn.add("REVIEW_REJECTED", clue);
        turn.useAttempt(clue);
        OptionalLong deadline = turn.progress().deadline(clue);
        if (deadline.isPresent() && turn.at() >= deadline.getAsLong()) {
            turn.expire(clue);
        }
        return Reply.of(Code.REVIEWED, turn);
    }

    private static Reply resetAttempts(Turn turn, Clue clue) {
        ClueState state = turn.progress().change(clue);
        if (state.tries == 0 && state.waitUntil.isEmpty()) {
            return Reply.refused(Code.NO_CHANGE);
        }
        state.tries = 0;
        state.waitUntil = OptionalLong.empty();
        turn.add("ATTEMPTS_RESET", clue);
        return Reply.of(Code.RESET, turn);
    }

    private static Reply disqualify(Turn turn) {
        if (turn.progress().disqualified) {
            return Reply.refused(Code.NO_CHANGE);
        }
        turn.progress().disqualified = true;
        turn.add(Json.effect("DISQUALIFIED"));
        turn.release(Optional.empty());
        turn.settle();
        return Reply.of(Code.DISQUALIFIED, turn);
    }

    private static Reply reinstate(Turn turn) {
        if (!turn.progress().disqualified) {
            return Reply.refused(Code.NO_CHANGE);
        }
        turn.progress().disqualified = false;
        turn.add(Json.effect("REINSTATED"));
        return Reply.of(Code.REINSTATED, turn);
    }

    private static Reply reinstateTheForgotten(Player player, String hunt) {
        Set<String> excluded = new HashSet<>(player.excluded);
        excluded.remove(hunt);
        player.excluded = excluded;
        return new Reply(
                Code.REINSTATED, List.of(Json.effect("REINSTATED").members()), Json.object());
    }

    /** Whether the answer to a {@code forget} would be too large, so that there is none. */
    static boolean forgetsTooMuch(Player player) {
        return player.hunts.values().stream().mapToLong(Progress::releasable).sum() > MOST_RELEASED;
    }

    private static Reply forget(Player player, long at) {
        if (player.hunts.isEmpty()) {
            return Reply.refused(Code.NO_CHANGE);
        }
        List<Map<String, Object>> effects = new ArrayList<>();
        effects.add(Json.effect("FORGOTTEN").members());
        player.hunts.forEach(
                (hunt, progress) -> {
                    Turn turn = Turn.of(player, progress, at);
                    turn.release(Optional.of(hunt));
                    effects.addAll(turn.effects());
                });
        player.forget();
        return new Reply(Code.FORGOTTEN, effects, Json.object());
    }

    private static Reply verdict(Turn turn, Action action) {
        Progress progress = turn.progress();
        String treasure = action.text(Field.TREASURE);
        String outcome = action.text(Field.OUTCOME);
        Claim claim = progress.claims.getOrDefault(treasure, Claim.RELEASED);
        boolean granted = outcome.equals("GRANTED");
        boolean counts = claim == Claim.CLAIMED || (claim == Claim.WAITING && granted);
        if (!counts) {
            return Reply.refused(Code.NO_CHANGE);
        }
        if (granted) {
            grant(turn, treasure, action.whole(Field.RANK));
            return Reply.of(Code.GRANTED, turn);
        }
        boolean waits = outcome.equals("WAITING");
        progress.claims.put(treasure, waits ? Claim.WAITING : Claim.SOLD_OUT);
        turn.add(Json.effect(outcome).with("treasure", treasure));
        return Reply.of(waits ? Code.WAITING : Code.SOLD_OUT, turn);
    }

    private static void grant(Turn turn, String treasure, long rank) {
        turn.progress().claims.put(treasure, Claim.GRANTED);
        turn.add(Json.effect("GRANTED").with("treasure", treasure).with("rank", rank));
        turn.points(
                turn.progress().hunt.worth(treasure, rank),
                Hunt.isOfFirstFinders(treasure) ? PointsReason.FIRST_FINDER : PointsReason.TREASURE,
                Json.object().with("treasure", treasure));
        turn.settle();
    }
}
