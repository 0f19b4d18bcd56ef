package treasurehunt.schemas.action;

/** Why a record has no result. The first that applies counts. */
public enum Reason {
    /** Breaks the bounds of its contract. */
    MALFORMED,
    /** Has no valid seal where one is needed. */
    UNSEALED,
    /** Its Kafka key is not its player. */
    WRONG_KEY,
    /** Stands in another partition than its key's. */
    WRONG_PARTITION,
    /** An exception out of the rules: a bug of the engine's, not of the sender's. */
    DEFECT
}
