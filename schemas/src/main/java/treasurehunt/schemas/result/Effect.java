package treasurehunt.schemas.result;

import java.util.Optional;

/** One fact inside a result. Progress changes only by folding effects. */
public sealed interface Effect {

    /**
     * The player takes part.
     *
     * @param version of the hunt
     */
    record Joined(int version) implements Effect {}

    record ClueUnlocked(String clue, String title, Optional<String> text, Optional<String> media)
            implements Effect {}

    record ClueSolved(String clue) implements Effect {}

    record AttemptUsed(String clue) implements Effect {}

    record HintRevealed(String clue, String hint, String text) implements Effect {}

    /**
     * A change of the ledger.
     *
     * @param points the change, never 0
     * @param balance the score after it
     */
    record Points(
            long points,
            long balance,
            PointsReason reason,
            Optional<String> clue,
            Optional<String> hint)
            implements Effect {}

    record Completed() implements Effect {}

    record Abandoned() implements Effect {}
}
