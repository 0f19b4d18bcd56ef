package treasurehunt.cli.words;

import static treasurehunt.cli.words.Quoted.id;
import static treasurehunt.cli.words.Quoted.text;

import treasurehunt.schemas.result.Effect;

import java.util.function.UnaryOperator;

/** What an effect says, in a sentence without the texts of clues and hints. */
public final class EffectWords {
    private EffectWords() {}

    /** With clues called by their ids. */
    public static String of(Effect effect) {
        return of(effect, Quoted::id);
    }

    /**
     * The same.
     *
     * @param name how a clue is called, by its id
     */
    public static String of(Effect effect, UnaryOperator<String> name) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            return "clue " + name.apply(unlocked.clue()) + " unlocks";
        } else if (effect instanceof Effect.CluePending pending) {
            return "clue %s unlocks at %s"
                    .formatted(name.apply(pending.clue()), Times.moment(pending.opensAt()));
        } else if (effect instanceof Effect.ClueSolved solved) {
            return "clue " + name.apply(solved.clue()) + " is solved";
        } else if (effect instanceof Effect.ClueExpired expired) {
            return "clue " + name.apply(expired.clue()) + " expires";
        } else if (effect instanceof Effect.AttemptUsed used) {
            return "an attempt at clue " + name.apply(used.clue()) + " is used";
        } else if (effect instanceof Effect.AttemptsReset reset) {
            return "all attempts at clue " + name.apply(reset.clue()) + " are given back";
        } else if (effect instanceof Effect.Submitted submitted) {
            return "clue " + name.apply(submitted.clue()) + " is submitted for review";
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            return "what was submitted for clue " + name.apply(rejected.clue()) + " is rejected";
        } else if (effect instanceof Effect.HintRevealed revealed) {
            return "hint %s of clue %s is given"
                    .formatted(id(revealed.hint()), name.apply(revealed.clue()));
        } else if (effect instanceof Effect.Points points) {
            return points(points, name);
        }
        return ofHunt(effect);
    }

    private static String ofHunt(Effect effect) {
        if (effect instanceof Effect.Joined joined) {
            return "joined, on version " + joined.version() + " of the hunt";
        } else if (effect instanceof Effect.Moved moved) {
            return "moved to version " + moved.version() + " of the hunt";
        } else if (effect instanceof Effect.Claimed claimed) {
            return "treasure " + id(claimed.treasure()) + " is claimed";
        } else if (effect instanceof Effect.Granted granted) {
            return "treasure %s is granted, at rank %d"
                    .formatted(id(granted.treasure()), granted.rank());
        } else if (effect instanceof Effect.SoldOut soldOut) {
            return "treasure " + id(soldOut.treasure()) + " is sold out";
        } else if (effect instanceof Effect.Waiting waiting) {
            return "in line for treasure " + id(waiting.treasure());
        } else if (effect instanceof Effect.Released released) {
            return "treasure %s is given up%s"
                    .formatted(
                            id(released.treasure()),
                            released.hunt().map(hunt -> " in " + id(hunt)).orElse(""));
        } else if (effect instanceof Effect.Flagged flagged) {
            return "flagged for travelling at " + flagged.speed() + " m/s";
        } else if (effect instanceof Effect.Completed) {
            return "the hunt is completed";
        } else if (effect instanceof Effect.TimeUp) {
            return "the time is up";
        } else if (effect instanceof Effect.Abandoned) {
            return "the hunt is left for good";
        } else if (effect instanceof Effect.Disqualified) {
            return "disqualified";
        } else if (effect instanceof Effect.Reinstated) {
            return "admitted again";
        } else if (effect instanceof Effect.Forgotten) {
            return "all that was known is gone, in every hunt";
        }
        throw new IllegalStateException(
                "an effect without words: " + effect.getClass().getSimpleName());
    }

    private static String points(Effect.Points points, UnaryOperator<String> name) {
        Effect.Cause cause = points.cause();
        String whatFor =
                switch (cause.reason()) {
                    case CLUE -> "for clue " + name.apply(cause.clue().orElseThrow());
                    case WRONG_PENALTY ->
                            "for a failed attempt at clue "
                                    + name.apply(cause.clue().orElseThrow());
                    case HINT ->
                            "for hint %s of clue %s"
                                    .formatted(
                                            id(cause.hint().orElseThrow()),
                                            name.apply(cause.clue().orElseThrow()));
                    case TREASURE -> "for treasure " + id(cause.treasure().orElseThrow());
                    case FIRST_FINDER -> "as a first finder, " + id(cause.treasure().orElseThrow());
                    case ADJUSTMENT -> "as an adjustment";
                };
        return "%+d points %s: the score is %d%s"
                .formatted(
                        points.points(),
                        whatFor,
                        points.balance(),
                        points.by()
                                .map(
                                        by ->
                                                ", by operator %s: %s"
                                                        .formatted(
                                                                id(by.operator()), text(by.text())))
                                .orElse(""));
    }
}
