package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Hunt;

import java.util.OptionalLong;

/** What time brings: due moments and moves (rule book, sections 2 and 10). */
final class Moments {
    private Moments() {}

    /** The next due moment by the version that the player is on. */
    static OptionalLong next(Progress progress) {
        if (progress.abandoned || progress.timeUp) {
            return OptionalLong.empty();
        }
        long next = Long.MAX_VALUE;
        for (Clue clue : progress.hunt.clues().values()) {
            next = earlier(next, progress, progress.turnOf(clue));
        }
        next = earlier(next, progress, progress.endOfTimeLimit());
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private static long earlier(long next, Progress progress, OptionalLong moment) {
        if (moment.isEmpty()) {
            return next;
        }
        long at = moment.getAsLong();
        boolean comes =
                at > progress.lastMove && at > progress.silentTo && at < progress.hunt.closes();
        return comes && at < next ? at : next;
    }

    /** What falls due now, by the version that the player is on. */
    static void fallDue(Turn turn) {
        Progress progress = turn.progress();
        OptionalLong now = OptionalLong.of(turn.at());
        for (Clue clue : progress.hunt.clues().values()) {
            if (progress.of(clue).isPending() && progress.turnOf(clue).equals(now)) {
                turn.unlock(clue);
            }
        }
        for (Clue clue : progress.hunt.clues().values()) {
            if (progress.turnOf(clue).equals(now)) {
                turn.expire(clue);
            }
        }
        if (progress.endOfTimeLimit().equals(now)) {
            progress.timeUp = true;
            turn.add(Json.effect("TIME_UP"));
        }
    }

    /** The player moves to another version, and what that makes due by now falls due. */
    static void move(Turn turn, Hunt to) {
        Progress progress = turn.progress();
        progress.hunt = to;
        progress.lastMove = turn.at();
        progress.freeze(turn.at());
        boolean playIsOn = !progress.playIsOver(turn.at());
        turn.add(Json.effect("MOVED").with("version", to.version()));
        for (Clue clue : to.clues().values()) {
            if (progress.of(clue).isPending()) {
                if (playIsOn && isPast(turn, progress.turnOf(clue))) {
                    turn.unlock(clue);
                }
            } else {
                turn.unlockIfItsRequiresHolds(clue);
            }
        }
        for (Clue clue : to.clues().values()) {
            boolean unlocked = progress.of(clue).unlockedAt.isPresent();
            if (playIsOn && unlocked && isPast(turn, progress.turnOf(clue))) {
                turn.expire(clue);
            }
        }
        if (playIsOn && isPast(turn, progress.endOfTimeLimit())) {
            progress.timeUp = true;
            turn.add(Json.effect("TIME_UP"));
        }
        turn.complete();
    }

    private static boolean isPast(Turn turn, OptionalLong moment) {
        return moment.isPresent()
                && moment.getAsLong() <= turn.at()
                && moment.getAsLong() > turn.progress().silentTo;
    }
}
