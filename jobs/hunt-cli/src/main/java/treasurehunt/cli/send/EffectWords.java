package treasurehunt.cli.send;

import treasurehunt.schemas.result.Effect;

import java.time.Instant;

/** What changed, as people read it. */
final class EffectWords {
    private EffectWords() {}

    static String of(Effect effect) {
        if (effect instanceof Effect.Joined joined) {
            return "joined (version " + joined.version() + " of the hunt)";
        } else if (effect instanceof Effect.Moved moved) {
            return "on version " + moved.version() + " of the hunt from now on";
        } else if (effect instanceof Effect.HintRevealed revealed) {
            return "hint " + revealed.hint() + ": " + quoted(revealed.text());
        } else if (effect instanceof Effect.Points points) {
            return of(points);
        } else if (effect instanceof Effect.Flagged flagged) {
            return "flagged for travelling at " + flagged.speed() + " m/s";
        } else if (effect instanceof Effect.Completed) {
            return "the hunt is completed";
        } else if (effect instanceof Effect.TimeUp) {
            return "the time limit is over";
        } else if (effect instanceof Effect.Abandoned) {
            return "the hunt is abandoned";
        } else if (effect instanceof Effect.Disqualified) {
            return "disqualified by an operator";
        } else if (effect instanceof Effect.Reinstated) {
            return "may take part again";
        } else if (effect instanceof Effect.Forgotten) {
            return "all that was known is gone, in every hunt";
        }
        return ofAClue(effect);
    }

    private static String ofAClue(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            return unlocked.clue()
                    + " unlocked, "
                    + unlocked.title()
                    + unlocked.text().map(text -> ": " + quoted(text)).orElse("")
                    + unlocked.media().map(media -> " (" + media + ")").orElse("");
        } else if (effect instanceof Effect.CluePending pending) {
            return pending.clue() + " opens at " + Instant.ofEpochMilli(pending.opensAt());
        } else if (effect instanceof Effect.ClueSolved solved) {
            return solved.clue() + " solved";
        } else if (effect instanceof Effect.ClueExpired expired) {
            return expired.clue() + " has expired";
        } else if (effect instanceof Effect.AttemptUsed) {
            return "one try used";
        } else if (effect instanceof Effect.AttemptsReset reset) {
            return "all tries at " + reset.clue() + " again";
        } else if (effect instanceof Effect.Submitted submitted) {
            return submitted.clue() + " handed in";
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            return rejected.clue() + " rejected";
        }
        return ofATreasure(effect);
    }

    private static String ofATreasure(Effect effect) {
        if (effect instanceof Effect.Claimed claimed) {
            return claimed.treasure() + " claimed";
        } else if (effect instanceof Effect.Granted granted) {
            return granted.treasure() + " won, as number " + granted.rank();
        } else if (effect instanceof Effect.SoldOut soldOut) {
            return soldOut.treasure() + " was gone";
        } else if (effect instanceof Effect.Waiting waiting) {
            return "in the line for " + waiting.treasure();
        } else if (effect instanceof Effect.Released released) {
            return released.treasure()
                    + " given up"
                    + released.hunt().map(hunt -> " in " + hunt).orElse("");
        }
        throw new IllegalStateException("an effect without words: " + effect);
    }

    private static String of(Effect.Points points) {
        return "%+d points (%s)".formatted(points.points(), points.cause().reason().word())
                + points.by()
                        .map(by -> " by " + by.operator() + ": " + quoted(by.text()))
                        .orElse("");
    }

    static String quoted(String text) {
        return '"' + text.strip() + '"';
    }
}
