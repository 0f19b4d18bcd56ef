package treasurehunt.core.judge;

import treasurehunt.core.state.Evolution;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Effect;

import java.util.Optional;

/** Changes of the score. */
final class Ledger {
    private Ledger() {}

    /** Adds an entry; zero points make none. */
    static void add(Evolution evolution, long points, Effect.Cause cause, Action action) {
        if (points != 0) {
            evolution.add(
                    new Effect.Points(points, evolution.score() + points, cause, operator(action)));
        }
    }

    private static Optional<Effect.Correction> operator(Action action) {
        return action.kind() instanceof Kind.ByOperator correction
                ? action.operator().map(by -> new Effect.Correction(by, correction.reason()))
                : Optional.empty();
    }
}
