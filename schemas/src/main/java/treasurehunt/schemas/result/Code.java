package treasurehunt.schemas.result;

/** The engine's answer to an action in one word. */
public enum Code {
    JOINED,
    SOLVED,
    WRONG,
    NEAR,
    TOO_FAR,
    INACCURATE,
    UNDER_REVIEW,
    HINT_GIVEN,
    NOTED,
    ABANDONED,

    ID_REUSED,
    UNKNOWN_HUNT,
    NOT_JOINED,
    ALREADY_JOINED,
    RATE_LIMITED,
    EXCLUDED,
    NOT_OPEN,
    CLOSED,
    HAS_LEFT,
    TIME_UP,
    TOO_MANY_HUNTS,
    UNKNOWN_CLUE,
    ALREADY_SOLVED,
    LOCKED,
    EXPIRED,
    WRONG_KIND,
    OUT_OF_ATTEMPTS,
    COOLING_DOWN,
    ALREADY_TRIED,
    UNKNOWN_HINT,
    HINT_LOCKED,
    INSUFFICIENT_POINTS,

    ADJUSTED,
    REVIEWED,
    RESET,
    DISQUALIFIED,
    REINSTATED,
    FORGOTTEN,
    NO_CHANGE,

    GRANTED,
    SOLD_OUT,
    WAITING,

    /** Of an announcement: something that time brought. */
    DUE
}
