package treasurehunt.schemas.action;

/** What the treasury decided about a claim. */
public enum Outcome {
    GRANTED,
    SOLD_OUT,
    WAITING
}
