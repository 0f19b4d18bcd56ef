package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Hunt;
import treasurehunt.schemas.result.Code;

import java.util.Optional;

/** Checks 3 to 9 of a player's own action. */
final class PlayerActions {
    private static final int MOST_HUNTS = 20;

    private PlayerActions() {}

    /**
     * @param newest the highest-numbered version in effect, which a join is judged by
     */
    static Reply judge(Player player, Hunt newest, Action action, long at) {
        Optional<Progress> progress = player.in(action.hunt());
        if (action.kind() == ActionKind.JOIN) {
            return progress.isPresent()
                    ? Reply.refused(Code.ALREADY_JOINED)
                    : join(player, newest, at);
        }
        return progress.isEmpty()
                ? Reply.refused(Code.NOT_JOINED)
                : judge(Turn.of(player, progress.get(), at), action);
    }

    private static Reply join(Player player, Hunt hunt, long at) {
        if (player.excluded.contains(hunt.id())) {
            return Reply.refused(Code.EXCLUDED);
        }
        Optional<Reply> outside = outsideOpeningTimes(hunt, at);
        if (outside.isPresent()) {
            return outside.get();
        }
        if (player.hunts.values().stream().filter(other -> isInTheMidstOf(other, at)).count()
                >= MOST_HUNTS) {
            return Reply.refused(Code.TOO_MANY_HUNTS);
        }
        Progress progress = new Progress(hunt, at);
        progress.version = player.floor;
        player.hunts.put(hunt.id(), progress);
        Turn turn = Turn.of(player, progress, at);
        turn.add(Json.effect("JOINED").with("version", hunt.version()));
        turn.settle();
        return Reply.of(Code.JOINED, turn);
    }

    private static boolean isInTheMidstOf(Progress progress, long at) {
        return !progress.completed && !progress.playIsOver(at);
    }

    private static Optional<Reply> outsideOpeningTimes(Hunt hunt, long at) {
        if (at < hunt.opens()) {
            return Optional.of(Reply.refused(Code.NOT_OPEN).retryAfter(hunt.opens() - at));
        }
        return at < hunt.closes() ? Optional.empty() : Optional.of(Reply.refused(Code.CLOSED));
    }

    private static Reply judge(Turn turn, Action action) {
        Progress progress = turn.progress();
        long missing = takeToken(progress, turn.at());
        if (missing > 0) {
            long perSecond = progress.hunt.perSecond();
            return Reply.refused(Code.RATE_LIMITED)
                    .retryAfter((missing + perSecond - 1) / perSecond);
        }
        if (progress.disqualified) {
            return Reply.refused(Code.EXCLUDED);
        }
        Optional<Reply> outside = outsideOpeningTimes(progress.hunt, turn.at());
        if (outside.isPresent()) {
            return outside.get();
        }
        if (progress.abandoned) {
            return Reply.refused(Code.HAS_LEFT);
        }
        if (progress.timeUp) {
            return Reply.refused(Code.TIME_UP);
        }
        return switch (action.kind()) {
            case POSITION -> {
                Attempts.takeIn(turn, Attempts.fix(action, turn.at()));
                yield Reply.of(Code.NOTED, turn);
            }
            case ABANDON -> {
                progress.abandoned = true;
                turn.add(Json.effect("ABANDONED"));
                yield Reply.of(Code.ABANDONED, turn);
            }
            case ANSWER, SCAN, ARRIVE, SUBMIT_FOR_REVIEW, HINT -> judgeClue(turn, action);
            case JOIN,
                    ADJUST,
                    MARK_SOLVED,
                    REVIEW,
                    RESET_ATTEMPTS,
                    DISQUALIFY,
                    REINSTATE,
                    FORGET,
                    VERDICT ->
                    throw new IllegalArgumentException(action.kind() + " is judged elsewhere");
        };
    }

    /** Takes a token; tells how many thousandths are missing, 0 if none. */
    private static long takeToken(Progress progress, long at) {
        long full = 1000 * progress.hunt.burst();
        long perSecond = progress.hunt.perSecond();
        long elapsed = Math.max(0, at - progress.tokensAt);
        // What would fill the bucket from empty is not multiplied: it could be too large.
        long gained = elapsed > full / perSecond ? full : elapsed * perSecond;
        progress.tokens = Math.min(full, progress.tokens + gained);
        progress.tokensAt = at;
        if (progress.tokens < 1000) {
            return 1000 - progress.tokens;
        }
        progress.tokens -= 1000;
        return 0;
    }

    private static Reply judgeClue(Turn turn, Action action) {
        Optional<Clue> clue = turn.progress().hunt.clue(action.clue());
        if (clue.isEmpty()) {
            return Reply.refused(Code.UNKNOWN_CLUE);
        }
        ClueState state = turn.progress().of(clue.get());
        boolean asksForHint = action.kind() == ActionKind.HINT;
        if (state.solved) {
            return asksForHint
                    ? Hints.judge(turn, action, clue.get())
                    : Reply.refused(Code.ALREADY_SOLVED);
        }
        if (state.unlockedAt.isEmpty()) {
            return Reply.refused(Code.LOCKED);
        }
        if (state.expired) {
            return Reply.refused(Code.EXPIRED);
        }
        return asksForHint
                ? Hints.judge(turn, action, clue.get())
                : Attempts.judge(turn, action, clue.get());
    }
}
