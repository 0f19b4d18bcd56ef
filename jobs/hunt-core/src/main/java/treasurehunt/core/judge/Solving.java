package treasurehunt.core.judge;

import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.Head;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

/** What a solved clue brings, whoever solves it: points, and claims for its treasures. */
final class Solving {
    private Solving() {}

    static void solve(Case it, Evolution evolution) {
        Clue clue = it.namedClue();
        evolution.add(new Effect.ClueSolved(clue.id()));
        Ledger.add(
                evolution,
                clue.points(),
                Effect.Cause.ofClue(PointsReason.CLUE, clue.id()),
                it.action().action());
        if (!clue.firstFinders().isEmpty()) {
            claim(it, evolution, clue.firstFindersTreasure());
        }
        clue.treasure().ifPresent(treasure -> claim(it, evolution, treasure));
    }

    /** Each treasure is claimed once ever; who is excluded claims nothing. */
    private static void claim(Case it, Evolution evolution, String treasure) {
        String key = Head.claimKey(it.action().hunt(), treasure);
        if (!evolution.isDisqualified()
                && evolution.claim(treasure).isEmpty()
                && !it.player().head().claimed().contains(key)) {
            evolution.add(new Effect.Claimed(treasure));
        }
    }
}
