package treasurehunt.cli.send;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;

/** Answers as people read them, each on one line. */
final class Words {
    private Words() {}

    static String of(Result result) {
        List<String> facts = new ArrayList<>();
        result.effects().forEach(effect -> facts.add(of(effect)));
        boolean saidAlready = result.code() == Code.HINT_GIVEN && !result.effects().isEmpty();
        if (!saidAlready) {
            result.text().ifPresent(text -> facts.add(quoted(text)));
        }
        result.attemptsLeft().ifPresent(left -> facts.add(left + " tries left"));
        result.retryAfter().ifPresent(ms -> facts.add("try again in " + seconds(ms) + " s"));
        result.replayOf().ifPresent(id -> facts.add("sent before, answered as " + id));
        String start = result.code() + ", score " + result.score();
        return plain(facts.isEmpty() ? start : start + ": " + String.join("; ", facts));
    }

    static String of(DeadLetter letter) {
        return plain("DEAD LETTER, " + letter.reason() + ": " + letter.detail());
    }

    private static String of(Effect effect) {
        if (effect instanceof Effect.Joined joined) {
            return "joined (version " + joined.version() + " of the hunt)";
        } else if (effect instanceof Effect.ClueUnlocked unlocked) {
            return unlocked.clue()
                    + " unlocked, "
                    + unlocked.title()
                    + unlocked.text().map(text -> ": " + quoted(text)).orElse("")
                    + unlocked.media().map(media -> " (" + media + ")").orElse("");
        } else if (effect instanceof Effect.ClueSolved solved) {
            return solved.clue() + " solved";
        } else if (effect instanceof Effect.AttemptUsed) {
            return "one try used";
        } else if (effect instanceof Effect.HintRevealed revealed) {
            return "hint " + revealed.hint() + ": " + quoted(revealed.text());
        } else if (effect instanceof Effect.Points points) {
            return "%+d points (%s)".formatted(points.points(), points.reason().word());
        } else if (effect instanceof Effect.Completed) {
            return "the hunt is completed";
        } else if (effect instanceof Effect.Abandoned) {
            return "the hunt is abandoned";
        }
        throw new IllegalStateException("an effect without words: " + effect);
    }

    private static String quoted(String text) {
        return '"' + text.strip() + '"';
    }

    private static long seconds(long ms) {
        return (ms + 999) / 1000;
    }

    /** One line, and nothing in it that a terminal would obey. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
