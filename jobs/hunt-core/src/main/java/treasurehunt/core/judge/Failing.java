package treasurehunt.core.judge;

import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.result.Effect;

/** What a failed attempt costs, beside points. */
final class Failing {
    private Failing() {}

    /** Counts the attempt; the state has the wait that it starts, if it starts one. */
    static HuntState fail(Clue clue, HuntState state, Evolution evolution) {
        evolution.add(new Effect.AttemptUsed(clue.id()));
        long wait = wait(clue.attempts(), evolution.clue(clue.id()).attempts());
        return wait == 0 ? state : state.waiting(clue.id(), evolution.at() + wait);
    }

    /** Ms of the wait that the last of so many attempts starts; 0 if it starts none. */
    static long wait(Attempts attempts, long used) {
        if (attempts.coolDown().isEmpty()) {
            return 0;
        }
        Attempts.CoolDown coolDown = attempts.coolDown().get();
        long started = used - coolDown.free();
        if (started < 1) {
            return 0;
        }
        long wait = Math.min(coolDown.first(), coolDown.ceiling());
        for (long k = 1; k < started && coolDown.factor() > 1 && wait < coolDown.ceiling(); k++) {
            // Divided, not multiplied: the product may not fit.
            wait =
                    wait > coolDown.ceiling() / coolDown.factor()
                            ? coolDown.ceiling()
                            : wait * coolDown.factor();
        }
        return wait;
    }

    /** Whether a player who has used so many attempts has another. */
    static boolean leavesAnother(Attempts attempts, long used) {
        return attempts.max().isEmpty() || used < attempts.max().getAsLong();
    }
}
