package treasurehunt.cli.conversation;

import treasurehunt.cli.words.CodeWords;
import treasurehunt.cli.words.EffectWords;
import treasurehunt.cli.words.Quoted;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;

/** Answers as people read them, each on one line, with nothing that a terminal would obey. */
public final class Words {
    private Words() {}

    public static String of(Result result) {
        List<String> facts = new ArrayList<>();
        Code code = result.code();
        boolean hasEffects = !result.effects().isEmpty();
        boolean isNews = result.replayOf().isEmpty();
        if (isNews && !(hasEffects && CodeWords.areEffectsEnough(code))) {
            facts.add(CodeWords.of(code));
        }
        result.effects().forEach(effect -> facts.add(EffectWords.of(effect) + texts(effect)));
        boolean saidAlready = code == Code.HINT_GIVEN && hasEffects;
        if (!saidAlready) {
            result.text().ifPresent(text -> facts.add(quoted(text)));
        }
        result.attemptsLeft().ifPresent(left -> facts.add("attempts left: " + left));
        result.retryAfter().ifPresent(ms -> facts.add("try again in " + seconds(ms) + " s"));
        result.replayOf()
                .ifPresent(id -> facts.add("sent before, answered as " + Quoted.visible(id)));
        String start = code + ", " + standing(result);
        return facts.isEmpty() ? start : start + ": " + String.join("; ", facts);
    }

    public static String of(DeadLetter letter) {
        return "DEAD LETTER, " + letter.reason() + ": " + Quoted.visible(letter.detail());
    }

    private static String standing(Result result) {
        return result.hunt().isEmpty() ? "in every hunt" : "score " + result.score();
    }

    /** What an effect gives the player to read. */
    private static String texts(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            return ", "
                    + quoted(unlocked.title())
                    + unlocked.text().map(text -> ": " + quoted(text)).orElse("")
                    + unlocked.media().map(media -> " (" + Quoted.visible(media) + ")").orElse("");
        } else if (effect instanceof Effect.HintRevealed revealed) {
            return ": " + quoted(revealed.text());
        }
        return "";
    }

    /** An author may write a text on several lines. */
    private static String quoted(String text) {
        return Quoted.text(text.strip().replaceAll("\\s+", " "));
    }

    private static long seconds(long ms) {
        return (ms + 999) / 1000;
    }
}
