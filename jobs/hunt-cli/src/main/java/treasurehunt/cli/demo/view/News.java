package treasurehunt.cli.demo.view;

import treasurehunt.cli.words.CodeWords;
import treasurehunt.cli.words.EffectWords;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What of a result others like to hear of. */
final class News {
    private static final Set<Code> REFUSALS =
            EnumSet.of(
                    Code.RATE_LIMITED,
                    Code.OUT_OF_ATTEMPTS,
                    Code.COOLING_DOWN,
                    Code.INSUFFICIENT_POINTS,
                    Code.EXPIRED,
                    Code.TIME_UP);

    /** Of several effects the first of these is told. */
    private static final List<Class<? extends Effect>> EFFECTS =
            List.of(
                    Effect.Flagged.class,
                    Effect.Completed.class,
                    Effect.Forgotten.class,
                    Effect.Disqualified.class,
                    Effect.Reinstated.class,
                    Effect.Abandoned.class,
                    Effect.Joined.class,
                    Effect.Moved.class,
                    Effect.ClueSolved.class,
                    Effect.Granted.class,
                    Effect.SoldOut.class,
                    Effect.Waiting.class,
                    Effect.Submitted.class,
                    Effect.ReviewRejected.class,
                    Effect.AttemptsReset.class,
                    Effect.HintRevealed.class,
                    Effect.ClueExpired.class,
                    Effect.TimeUp.class,
                    Effect.ClueUnlocked.class);

    private News() {}

    /**
     * In one line.
     *
     * @param hunt its title
     * @param clue a clue's title, by its id
     */
    static Optional<String> of(Result result, String hunt, UnaryOperator<String> clue) {
        String who = hunt.isEmpty() ? result.player() : result.player() + " in " + hunt;
        return told(result)
                .map(effect -> EffectWords.of(effect, clue))
                .or(() -> refused(result.code()))
                .map(words -> who + ": " + words);
    }

    private static Optional<Effect> told(Result result) {
        return EFFECTS.stream()
                .flatMap(type -> result.effects().stream().filter(type::isInstance))
                .findFirst();
    }

    private static Optional<String> refused(Code code) {
        return REFUSALS.contains(code) ? Optional.of(CodeWords.of(code)) : Optional.empty();
    }
}
