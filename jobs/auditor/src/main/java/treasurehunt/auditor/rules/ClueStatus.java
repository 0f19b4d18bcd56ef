package treasurehunt.auditor.rules;

/** How a clue stands by the last effect about it (rule book, section 6, Snapshots). */
public enum ClueStatus {
    LOCKED,
    PENDING,
    OPEN,
    UNDER_REVIEW,
    EXPIRED,
    SOLVED;

    /** How it stands after an effect of this type. */
    ClueStatus after(String effect) {
        return switch (effect) {
            case "CLUE_PENDING" -> PENDING;
            case "CLUE_UNLOCKED", "REVIEW_REJECTED" -> OPEN;
            case "SUBMITTED" -> UNDER_REVIEW;
            case "CLUE_EXPIRED" -> EXPIRED;
            case "CLUE_SOLVED" -> SOLVED;
            default -> this;
        };
    }
}
