package treasurehunt.core.judge;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.Claim;
import treasurehunt.core.state.Claim.Standing;
import treasurehunt.core.state.Evolution;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.hunt.Treasure;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.Optional;

/** What the treasury's verdict brings, in the order of a result's effects. */
final class Verdicts {
    private Verdicts() {}

    /** Adds the verdict's effects to the player's progress in the making. */
    static Code judge(Case it, Kind.Verdict verdict, Evolution evolution) {
        if (!isAwaited(it.progress().claim(verdict.treasure()), verdict.outcome())) {
            return Code.NO_CHANGE;
        }
        return switch (verdict.outcome()) {
            case GRANTED -> {
                grant(it, verdict, evolution);
                yield Code.GRANTED;
            }
            case SOLD_OUT -> {
                evolution.add(new Effect.SoldOut(verdict.treasure()));
                yield Code.SOLD_OUT;
            }
            case WAITING -> {
                evolution.add(new Effect.Waiting(verdict.treasure()));
                yield Code.WAITING;
            }
        };
    }

    /** Who waits can only be granted; everything else was said before. */
    private static boolean isAwaited(Optional<Claim> claim, Outcome outcome) {
        if (claim.isEmpty()) {
            return false;
        }
        return claim.get().standing() == Standing.CLAIMED
                || (claim.get().standing() == Standing.WAITING && outcome == Outcome.GRANTED);
    }

    private static void grant(Case it, Kind.Verdict verdict, Evolution evolution) {
        long rank = verdict.rank().orElseThrow();
        String treasure = verdict.treasure();
        PlayableHunt hunt = it.hunt();
        evolution.add(new Effect.Granted(treasure, rank));
        Optional<Treasure> defined = hunt.treasure(treasure);
        Ledger.add(
                evolution,
                defined.map(Treasure::points).orElseGet(() -> hunt.bonus(treasure, rank)),
                Effect.Cause.ofTreasure(
                        defined.isPresent() ? PointsReason.TREASURE : PointsReason.FIRST_FINDER,
                        treasure),
                it.action().action());
    }
}
