package treasurehunt.schemas.result;

/** The engine's answer to an action in one word. */
public enum Code {
    JOINED,
    SOLVED,
    WRONG,
    NEAR,
    HINT_GIVEN,
    ABANDONED,

    ID_REUSED,
    UNKNOWN_HUNT,
    NOT_JOINED,
    ALREADY_JOINED,
    RATE_LIMITED,
    NOT_OPEN,
    CLOSED,
    HAS_LEFT,
    TOO_MANY_HUNTS,
    UNKNOWN_CLUE,
    ALREADY_SOLVED,
    LOCKED,
    WRONG_KIND,
    OUT_OF_ATTEMPTS,
    ALREADY_TRIED,
    UNKNOWN_HINT,
    HINT_LOCKED,
    INSUFFICIENT_POINTS
}
