package treasurehunt.core.judge;

import treasurehunt.core.state.Player;
import treasurehunt.schemas.result.Result;

import java.util.List;

/**
 * What an action led to.
 *
 * @param player as he is now; what did not change is the very same object as before
 * @param results in the order in which they were decided
 */
public record Decision(Player player, List<Result> results) {}
