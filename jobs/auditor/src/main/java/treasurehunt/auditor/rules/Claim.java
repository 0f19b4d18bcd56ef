package treasurehunt.auditor.rules;

/** What became of a claim. */
public enum Claim {
    CLAIMED,
    WAITING,
    GRANTED,
    SOLD_OUT,
    RELEASED;

    boolean isReleasable() {
        return switch (this) {
            case CLAIMED, WAITING, GRANTED -> true;
            case SOLD_OUT, RELEASED -> false;
        };
    }
}
