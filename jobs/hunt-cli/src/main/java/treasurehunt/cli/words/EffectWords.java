package treasurehunt.cli.words;

import static treasurehunt.cli.words.Quoted.id;
import static treasurehunt.cli.words.Quoted.text;

import treasurehunt.schemas.result.Effect;

/** What an effect says, in a sentence without the texts of clues and hints. */
public final class EffectWords {
    private EffectWords() {}

    public static String of(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            return "clue " + id(unlocked.clue()) + " unlocks";
        } else if (effect instanceof Effect.CluePending pending) {
            return "clue %s unlocks at %s"
                    .formatted(id(pending.clue()), Times.moment(pending.opensAt()));
        } else if (effect instanceof Effect.ClueSolved solved) {
            return "clue " + id(solved.clue()) + " is solved";
        } else if (effect instanceof Effect.ClueExpired expired) {
            return "clue " + id(expired.clue()) + " expires";
        } else if (effect instanceof Effect.AttemptUsed used) {
            return "an attempt at clue " + id(used.clue()) + " is used";
        } else if (effect instanceof Effect.AttemptsReset reset) {
            return "all attempts at clue " + id(reset.clue()) + " are given back";
        } else if (effect instanceof Effect.Submitted submitted) {
            return "clue " + id(submitted.clue()) + " is submitted for review";
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            return "what was submitted for clue " + id(rejected.clue()) + " is rejected";
        } else if (effect instanceof Effect.HintRevealed revealed) {
            return "hint %s of clue %s is given"
                    .formatted(id(revealed.hint()), id(revealed.clue()));
        } else if (effect instanceof Effect.Points points) {
            return points(points);
        }
        return ofHunt(effect);
    }

    private static String ofHunt(Effect effect) {
        if (effect instanceof Effect.Joined joined) {
            return "the player joins, on version " + joined.version() + " of the hunt";
        } else if (effect instanceof Effect.Moved moved) {
            return "the player moves to version " + moved.version() + " of the hunt";
        } else if (effect instanceof Effect.Claimed claimed) {
            return "treasure " + id(claimed.treasure()) + " is claimed";
        } else if (effect instanceof Effect.Granted granted) {
            return "treasure %s is granted, at rank %d"
                    .formatted(id(granted.treasure()), granted.rank());
        } else if (effect instanceof Effect.SoldOut soldOut) {
            return "treasure " + id(soldOut.treasure()) + " is sold out";
        } else if (effect instanceof Effect.Waiting waiting) {
            return "the player waits in line for treasure " + id(waiting.treasure());
        } else if (effect instanceof Effect.Released released) {
            return "treasure %s is given up%s"
                    .formatted(
                            id(released.treasure()),
                            released.hunt().map(hunt -> " in " + id(hunt)).orElse(""));
        } else if (effect instanceof Effect.Flagged flagged) {
            return "the player is flagged for travelling at " + flagged.speed() + " m/s";
        } else if (effect instanceof Effect.Completed) {
            return "the hunt is completed";
        } else if (effect instanceof Effect.TimeUp) {
            return "the player's time is up";
        } else if (effect instanceof Effect.Abandoned) {
            return "the player leaves the hunt for good";
        } else if (effect instanceof Effect.Disqualified) {
            return "the player is disqualified";
        } else if (effect instanceof Effect.Reinstated) {
            return "the player is admitted again";
        } else if (effect instanceof Effect.Forgotten) {
            return "all that was known of the player is gone, in every hunt";
        }
        throw new IllegalStateException(
                "an effect without words: " + effect.getClass().getSimpleName());
    }

    private static String points(Effect.Points points) {
        Effect.Cause cause = points.cause();
        String whatFor =
                switch (cause.reason()) {
                    case CLUE -> "for clue " + id(cause.clue().orElseThrow());
                    case WRONG_PENALTY ->
                            "for a failed attempt at clue " + id(cause.clue().orElseThrow());
                    case HINT ->
                            "for hint %s of clue %s"
                                    .formatted(
                                            id(cause.hint().orElseThrow()),
                                            id(cause.clue().orElseThrow()));
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
