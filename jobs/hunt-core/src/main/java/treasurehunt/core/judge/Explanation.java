package treasurehunt.core.judge;

import treasurehunt.core.state.Player;
import treasurehunt.schemas.result.Code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why an action was answered as it was.
 *
 * @param before the player as the checks found him: brought forward to the action's time, and moved
 * @param judgedBy the version of the hunt that judged
 * @param steps the checks in order, up to the one that answered
 * @param decision what the action led to, announcements included
 */
public record Explanation(
        Player before, OptionalInt judgedBy, List<Step> steps, Decision decision) {

    /**
     * One check.
     *
     * @param number its row in the rule book
     * @param question what it asks
     * @param saw what it looked at, by name: texts, whole numbers, truth values
     * @param answer its answer if it refused the action
     */
    public record Step(
            int number, String question, Map<String, Object> saw, Optional<Code> answer) {}
}
