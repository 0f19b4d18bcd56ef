package treasurehunt.schemas.json;

/** Bytes that are no acceptable JSON object; the message says what is wrong and where. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message) {
        // Thrown for hostile input at the rate it arrives: a stack trace would be its most costly
        // part.
        super(message, null, false, false);
    }
}
