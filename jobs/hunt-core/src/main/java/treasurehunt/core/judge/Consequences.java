package treasurehunt.core.judge;

import treasurehunt.core.state.Evolution;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

/**
 * What follows by itself when solved clues or the score have changed: clues unlock, the hunt is
 * completed.
 */
final class Consequences {
    private Consequences() {}

    /** One pass in clue order, then the question of completion. */
    static void add(Hunt hunt, Evolution evolution) {
        for (Clue clue : hunt.clues().values()) {
            boolean open = evolution.clue(clue.id()).unlocked() || evolution.isSolved(clue.id());
            if (!open && holds(clue.requires(), evolution)) {
                evolution.add(
                        new Effect.ClueUnlocked(
                                clue.id(), clue.title(), clue.text(), clue.media()));
            }
        }
        if (!evolution.isCompleted() && holds(hunt.completeWhen(), evolution)) {
            evolution.add(new Effect.Completed());
        }
    }

    private static boolean holds(Condition condition, Evolution evolution) {
        return condition.holds(evolution::isSolved, evolution.score());
    }
}
