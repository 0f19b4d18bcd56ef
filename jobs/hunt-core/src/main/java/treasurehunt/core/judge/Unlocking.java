package treasurehunt.core.judge;

import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Evolution;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

/** What follows by itself when solved clues, the score or treasures have changed. */
final class Unlocking {
    private Unlocking() {}

    /** One pass in clue order, then the question of completion. */
    static void pass(Hunt hunt, Evolution evolution) {
        // Conditions are monotonous: without a gain none holds that did not before.
        if (evolution.hasGained()) {
            hunt.clues().values().forEach(clue -> ask(clue, evolution));
            askCompletion(hunt, evolution);
        }
    }

    /** Unlocks a clue, or begins its {@code unlocks-after}, if what it requires first holds. */
    static void ask(Clue clue, Evolution evolution) {
        boolean locked = evolution.clue(clue.id()).status() == ClueState.Status.LOCKED;
        if (locked && clue.requires().holds(evolution)) {
            evolution.add(
                    clue.unlocksAfter() > 0
                            ? new Effect.CluePending(
                                    clue.id(), evolution.at() + clue.unlocksAfter())
                            : effect(clue));
        }
    }

    static void askCompletion(Hunt hunt, Evolution evolution) {
        if (!evolution.isCompleted() && hunt.completeWhen().holds(evolution)) {
            evolution.add(new Effect.Completed());
        }
    }

    static Effect effect(Clue clue) {
        return new Effect.ClueUnlocked(clue.id(), clue.title(), clue.text(), clue.media());
    }
}
