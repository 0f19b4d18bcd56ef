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

    /**
     * The player is judged by another version from now on.
     *
     * @param version of the hunt
     */
    record Moved(int version) implements Effect {}

    record ClueUnlocked(String clue, String title, Optional<String> text, Optional<String> media)
            implements Effect {}

    /**
     * What the clue requires holds; its {@code unlocks-after} has begun.
     *
     * @param opensAt ms UTC, by the version that judged
     */
    record CluePending(String clue, long opensAt) implements Effect {}

    record ClueSolved(String clue) implements Effect {}

    record ClueExpired(String clue) implements Effect {}

    record AttemptUsed(String clue) implements Effect {}

    record AttemptsReset(String clue) implements Effect {}

    record Submitted(String clue) implements Effect {}

    record ReviewRejected(String clue) implements Effect {}

    record HintRevealed(String clue, String hint, String text) implements Effect {}

    /**
     * A change of the ledger.
     *
     * @param points the change, never 0
     * @param balance the score after it
     * @param cause what it was for
     * @param by the operator who acted, if one did
     */
    record Points(long points, long balance, Cause cause, Optional<Correction> by)
            implements Effect {}

    /**
     * What points were changed for.
     *
     * @param clue with {@code clue}, {@code wrong-penalty} and {@code hint}
     * @param hint with {@code hint}
     * @param treasure with {@code treasure} and {@code first-finder}
     */
    record Cause(
            PointsReason reason,
            Optional<String> clue,
            Optional<String> hint,
            Optional<String> treasure) {

        public static Cause ofClue(PointsReason reason, String clue) {
            return new Cause(reason, Optional.of(clue), Optional.empty(), Optional.empty());
        }

        public static Cause ofHint(String clue, String hint) {
            return new Cause(
                    PointsReason.HINT, Optional.of(clue), Optional.of(hint), Optional.empty());
        }

        public static Cause ofTreasure(PointsReason reason, String treasure) {
            return new Cause(reason, Optional.empty(), Optional.empty(), Optional.of(treasure));
        }

        public static Cause adjustment() {
            return new Cause(
                    PointsReason.ADJUSTMENT, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * An operator's hand in a change of points.
     *
     * @param text why, in the operator's words
     */
    record Correction(String operator, String text) {}

    record Claimed(String treasure) implements Effect {}

    /**
     * The treasure is the player's.
     *
     * @param rank from 1: as the how-manieth he was granted it
     */
    record Granted(String treasure, long rank) implements Effect {}

    record SoldOut(String treasure) implements Effect {}

    record Waiting(String treasure) implements Effect {}

    /**
     * The player gives up a treasure, a place in its line, or a claim for it.
     *
     * @param hunt there in the answer to {@code forget} only, which is about all hunts
     */
    record Released(String treasure, Optional<String> hunt) implements Effect {}

    /**
     * The player travelled faster than the hunt's {@code max-speed}.
     *
     * @param speed whole m/s, rounded down
     */
    record Flagged(long speed) implements Effect {}

    record Completed() implements Effect {}

    record TimeUp() implements Effect {}

    record Abandoned() implements Effect {}

    record Disqualified() implements Effect {}

    record Reinstated() implements Effect {}

    record Forgotten() implements Effect {}
}
