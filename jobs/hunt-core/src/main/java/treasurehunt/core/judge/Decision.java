package treasurehunt.core.judge;

import treasurehunt.core.state.Player;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;

/**
 * What an action, or the passing of time, led to.
 *
 * @param player as he is now; what did not change is the very same object as before
 * @param results in the order in which they were decided: announcements, then the action's own
 * @param defects due moments that the rules failed at
 */
public record Decision(Player player, List<Result> results, List<Defect> defects) {

    static Decision unchanged(Player player) {
        return new Decision(player, List.of(), List.of());
    }

    static Decision of(Player player, Result result) {
        return new Decision(player, List.of(result), List.of());
    }

    /** This, and then what was decided about the player as this left him. */
    Decision then(Decision next) {
        if (results.isEmpty() && defects.isEmpty()) {
            return next;
        }
        List<Result> all = new ArrayList<>(results);
        all.addAll(next.results());
        List<Defect> failed = new ArrayList<>(defects);
        failed.addAll(next.defects());
        return new Decision(next.player(), all, failed);
    }
}
