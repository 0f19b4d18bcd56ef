package treasurehunt.schemas.hunt;

/** Whether a hint may take the score below zero. */
public enum HintPolicy {
    BLOCK,
    DEBT
}
