package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Result;

import java.util.Optional;

/**
 * An answer or an announcement, seen for the first time.
 *
 * @param player empty if a dead letter names none
 * @param actionId empty if a dead letter names none, and in an announcement
 * @param isAnswer whether it answers an action; an announcement answers none
 * @param result nothing if it was a dead letter
 * @param seen when, by the clock of {@link System#nanoTime()}
 */
public record Sight(
        String player, String actionId, boolean isAnswer, Optional<Result> result, long seen) {
    public static Sight of(Result result, long seen) {
        return new Sight(
                result.player(),
                result.asked().map(Result.Asked::actionId).orElse(""),
                result.asked().isPresent(),
                Optional.of(result),
                seen);
    }

    public static Sight of(DeadLetter letter, long seen) {
        return new Sight(
                letter.player().orElse(""),
                letter.actionId().orElse(""),
                letter.place().isPresent(),
                Optional.empty(),
                seen);
    }
}
