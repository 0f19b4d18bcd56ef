package treasurehunt.cli.send;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;

/** Answers as people read them, each on one line. */
final class Words {
    private Words() {}

    static String of(Result result) {
        List<String> facts = new ArrayList<>();
        boolean isNews = result.replayOf().isEmpty();
        String meaning = meaning(result.code());
        if (isNews && !meaning.isEmpty()) {
            facts.add(meaning);
        }
        result.effects().forEach(effect -> facts.add(EffectWords.of(effect)));
        boolean saidAlready = result.code() == Code.HINT_GIVEN && !result.effects().isEmpty();
        if (!saidAlready) {
            result.text().ifPresent(text -> facts.add(EffectWords.quoted(text)));
        }
        result.attemptsLeft().ifPresent(left -> facts.add(left + " tries left"));
        result.retryAfter().ifPresent(ms -> facts.add("try again in " + seconds(ms) + " s"));
        result.replayOf().ifPresent(id -> facts.add("sent before, answered as " + id));
        String start = result.code() + ", " + standing(result);
        return plain(facts.isEmpty() ? start : start + ": " + String.join("; ", facts));
    }

    static String of(DeadLetter letter) {
        return plain("DEAD LETTER, " + letter.reason() + ": " + letter.detail());
    }

    private static String standing(Result result) {
        return result.hunt().isEmpty() ? "in every hunt" : "score " + result.score();
    }

    /** What a code says beside its effects and its text; empty where these say it all. */
    private static String meaning(Code code) {
        return switch (code) {
            case JOINED,
                    SOLVED,
                    HINT_GIVEN,
                    ABANDONED,
                    ADJUSTED,
                    REVIEWED,
                    RESET,
                    DISQUALIFIED,
                    REINSTATED,
                    FORGOTTEN,
                    GRANTED,
                    SOLD_OUT,
                    WAITING ->
                    "";
            case WRONG -> "that is not it";
            case NEAR -> "almost";
            case TOO_FAR -> "that is not the place";
            case INACCURATE -> "the position is too vague to count";
            case UNDER_REVIEW -> "an operator will decide";
            case NOTED -> "the position is noted";
            case ID_REUSED -> "another action had this id";
            case UNKNOWN_HUNT -> "nobody knows this hunt, or it is not published yet";
            case NOT_JOINED -> "join first";
            case ALREADY_JOINED -> "joined before";
            case RATE_LIMITED -> "too many actions at once";
            case EXCLUDED -> "disqualified by an operator";
            case NOT_OPEN -> "the hunt has not begun";
            case CLOSED -> "the hunt is over";
            case HAS_LEFT -> "the hunt was abandoned";
            case TIME_UP -> "the time limit is over";
            case TOO_MANY_HUNTS -> "too many hunts at once: complete or abandon one";
            case UNKNOWN_CLUE -> "the hunt has no such clue";
            case ALREADY_SOLVED -> "solved before";
            case LOCKED -> "the clue is not open yet";
            case EXPIRED -> "the clue has expired";
            case WRONG_KIND -> "the clue wants another kind of proof";
            case OUT_OF_ATTEMPTS -> "no tries left";
            case COOLING_DOWN -> "wait after a failed try";
            case ALREADY_TRIED -> "tried before, at no cost";
            case UNKNOWN_HINT -> "the clue has no such hint";
            case HINT_LOCKED -> "the hint cannot be had yet";
            case INSUFFICIENT_POINTS -> "the hint costs more points than there are";
            case NO_CHANGE -> "nothing changes";
            case DUE -> "time has brought this";
        };
    }

    private static long seconds(long ms) {
        return (ms + 999) / 1000;
    }

    /** One line, and nothing in it that a terminal would obey. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
