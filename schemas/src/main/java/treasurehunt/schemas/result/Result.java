package treasurehunt.schemas.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The engine's one answer to one action, or the announcement of what time has brought.
 *
 * @param id its action's place in the log, {@code partition:offset}; an announcement's {@code
 *     player:hunt:due time in ms}
 * @param hunt empty in the answer to {@code forget}, which is about all hunts
 * @param score the player's points in the hunt after it
 * @param version of the player's progress after it; 0 without progress
 * @param at when it was decided, ms UTC: the highest append time so far in the action's partition,
 *     or the due time
 * @param rules the number of the rules that decided
 * @param asked the action it answers; empty in an announcement
 * @param replayOf the id of the result that this one repeats
 * @param retryAfter ms after which the same action may be answered otherwise
 * @param text of a near miss or a hint
 * @param huntVersion the version of the hunt that judged
 */
public record Result(
        String id,
        String player,
        String hunt,
        Code code,
        List<Effect> effects,
        long score,
        long version,
        long at,
        int rules,
        Optional<Asked> asked,
        Optional<String> replayOf,
        OptionalLong retryAfter,
        OptionalLong attemptsLeft,
        Optional<String> text,
        OptionalLong huntVersion) {

    /**
     * The action that a result answers.
     *
     * @param kind the kind's name
     * @param clientTime ms since 1970 by the sender's clock, as the action had it
     * @param appendTime the broker's append time, ms UTC
     */
    public record Asked(
            String actionId,
            String kind,
            Optional<String> clue,
            Optional<String> member,
            OptionalLong clientTime,
            long appendTime) {}
}
