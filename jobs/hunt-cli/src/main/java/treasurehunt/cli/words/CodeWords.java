package treasurehunt.cli.words;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.util.EnumSet;
import java.util.Set;

/** What the code of a result and the reason of a dead letter mean, in a sentence. */
public final class CodeWords {
    private static final Set<Code> SAID_BY_EFFECTS =
            EnumSet.of(
                    Code.JOINED,
                    Code.SOLVED,
                    Code.UNDER_REVIEW,
                    Code.HINT_GIVEN,
                    Code.ABANDONED,
                    Code.ADJUSTED,
                    Code.REVIEWED,
                    Code.RESET,
                    Code.DISQUALIFIED,
                    Code.REINSTATED,
                    Code.FORGOTTEN,
                    Code.GRANTED,
                    Code.SOLD_OUT,
                    Code.WAITING);

    private CodeWords() {}

    /** Whether a result's effects, where there are any, say all that its code means. */
    public static boolean areEffectsEnough(Code code) {
        return SAID_BY_EFFECTS.contains(code);
    }

    public static String of(Code code) {
        return switch (code) {
            case JOINED -> "joined";
            case SOLVED -> "the clue is solved";
            case WRONG -> "what was given does not solve the clue";
            case NEAR -> "the answer is wrong, but near";
            case TOO_FAR -> "that is not at the clue's place";
            case INACCURATE ->
                    "the position is too uncertain to count; it costs neither attempt nor points";
            case UNDER_REVIEW -> "what was submitted waits for an operator's review";
            case HINT_GIVEN -> "the hint is given";
            case NOTED -> "the position is noted";
            case ABANDONED -> "the hunt is left for good";
            case ID_REUSED -> "the action's id was used before, to ask for something else";
            case UNKNOWN_HUNT -> "no version of the hunt is in effect";
            case NOT_JOINED -> "the hunt was not joined";
            case ALREADY_JOINED -> "the hunt was joined before";
            case RATE_LIMITED -> "too many actions in too short a time: no token is left";
            case EXCLUDED -> "disqualified: nothing counts any more";
            case NOT_OPEN -> "the hunt is not open yet";
            case CLOSED -> "the hunt is closed";
            case HAS_LEFT -> "the hunt was left for good";
            case TIME_UP -> "the time for the hunt is up";
            case TOO_MANY_HUNTS -> "too many hunts are under way: complete or abandon one";
            case UNKNOWN_CLUE -> "the hunt has no such clue";
            case ALREADY_SOLVED -> "the clue was solved before";
            case LOCKED -> "the clue is still locked";
            case EXPIRED -> "the clue's deadline has passed";
            case WRONG_KIND -> "the clue is solved by another kind of action";
            case OUT_OF_ATTEMPTS -> "no attempt at the clue is left";
            case COOLING_DOWN -> "a wait after a failed attempt is running";
            case ALREADY_TRIED ->
                    "the same text or code was given before, in vain; it costs nothing";
            case UNKNOWN_HINT -> "the clue has no such hint";
            case HINT_LOCKED -> "the hint cannot be had yet";
            case INSUFFICIENT_POINTS -> "the hint costs more points than there are";
            case ADJUSTED -> "an operator has changed the score";
            case REVIEWED -> "an operator has decided on what was submitted";
            case RESET -> "an operator has given the attempts at the clue back";
            case DISQUALIFIED -> "an operator has excluded who plays";
            case REINSTATED -> "an operator has ended the exclusion";
            case FORGOTTEN -> "all that was known is gone, in every hunt";
            case NO_CHANGE -> "there is nothing to change";
            case GRANTED -> "the treasure is granted";
            case SOLD_OUT -> "the treasure is sold out";
            case WAITING -> "in line for the treasure";
            case DUE -> "time has brought this";
        };
    }

    public static String of(Reason reason) {
        return switch (reason) {
            case MALFORMED -> "the record is no action as the contract has it";
            case UNSEALED -> "the action counts only under a valid seal, and has none";
            case WRONG_KEY -> "the record's key is not the action's player";
            case WRONG_PARTITION -> "the record stands in another partition than its key's";
            case DEFECT -> "the rules failed: a bug of the engine's, not of the sender's";
        };
    }
}
