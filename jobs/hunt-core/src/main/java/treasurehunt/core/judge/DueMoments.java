package treasurehunt.core.judge;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

/** When time alone changes a player's progress in a hunt, by the version he is on. */
final class DueMoments {
    private DueMoments() {}

    /** The earliest that is still to come, ms UTC; {@link Enrolment#NEVER} if there is none. */
    static long next(PlayableHunt hunt, HuntState state) {
        Progress progress = state.progress();
        if (progress.hasEnded()) {
            return Enrolment.NEVER;
        }
        long over = Math.max(progress.movedAt(), state.failedAt());
        long next = timeLimit(hunt.definition(), progress.joinedAt());
        next = next > over ? next : Enrolment.NEVER;
        for (Clue clue : hunt.timedClues()) {
            long moment = ofClue(clue, progress.clue(clue.id()));
            if (moment > over && moment < next) {
                next = moment;
            }
        }
        return hunt.isClosed(next) ? Enrolment.NEVER : next;
    }

    /** When something falls due for a clue by itself, ms UTC. */
    static long ofClue(Clue clue, ClueState state) {
        return switch (state.status()) {
            case PENDING -> state.since() + clue.unlocksAfter();
            case OPEN -> deadline(clue, state);
            // Under review it waits for the operator, however late he is.
            case LOCKED, UNDER_REVIEW, EXPIRED, SOLVED -> Enrolment.NEVER;
        };
    }

    /** When a clue that has unlocked expires, ms UTC. */
    static long deadline(Clue clue, ClueState state) {
        return clue.deadline().isPresent()
                ? state.since() + clue.deadline().getAsLong()
                : Enrolment.NEVER;
    }

    /** When the time of who joined then is up, ms UTC. */
    static long timeLimit(Hunt hunt, long joinedAt) {
        return hunt.timeLimit().isPresent()
                ? joinedAt + hunt.timeLimit().getAsLong()
                : Enrolment.NEVER;
    }

    /**
     * Adds what has fallen due by the time of the evolution: first what unlocks and what its
     * requirements make pending, then what expires, then the end of the time limit, and the
     * question of completion.
     *
     * @param state as it was before
     */
    static void add(PlayableHunt hunt, HuntState state, Evolution evolution) {
        // What the last failure brought down stays down.
        long over = state.failedAt();
        boolean playing = !hunt.isClosed(evolution.at()) && !evolution.hasEnded();
        for (Clue clue : hunt.definition().clues().values()) {
            if (playing && isDue(clue, ClueState.Status.PENDING, over, evolution)) {
                evolution.add(Unlocking.effect(clue));
            } else {
                Unlocking.ask(clue, evolution);
            }
        }
        if (playing) {
            for (Clue clue : hunt.timedClues()) {
                if (isDue(clue, ClueState.Status.OPEN, over, evolution)) {
                    evolution.add(new Effect.ClueExpired(clue.id()));
                }
            }
            long limit = timeLimit(hunt.definition(), evolution.joinedAt());
            if (limit > over && limit <= evolution.at()) {
                evolution.add(new Effect.TimeUp());
            }
        }
        Unlocking.askCompletion(hunt.definition(), evolution);
    }

    private static boolean isDue(
            Clue clue, ClueState.Status status, long over, Evolution evolution) {
        ClueState state = evolution.clue(clue.id());
        if (state.status() != status) {
            return false;
        }
        long moment = ofClue(clue, state);
        return moment > over && moment <= evolution.at();
    }
}
