package treasurehunt.schemas.result;

/** What points were changed for. */
public enum PointsReason {
    CLUE("clue"),
    WRONG_PENALTY("wrong-penalty"),
    HINT("hint"),
    TREASURE("treasure"),
    FIRST_FINDER("first-finder"),
    ADJUSTMENT("adjustment");

    private final String word;

    PointsReason(String word) {
        this.word = word;
    }

    /** The reason as it stands in a result. */
    public String word() {
        return word;
    }
}
