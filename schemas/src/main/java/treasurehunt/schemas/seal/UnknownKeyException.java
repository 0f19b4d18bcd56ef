package treasurehunt.schemas.seal;

/**
 * A part is sealed under a key that is not there. Who has the key reads it: so nobody may go on as
 * if it were broken.
 */
public final class UnknownKeyException extends BrokenSealException {
    private static final long serialVersionUID = 1L;

    UnknownKeyException(String message) {
        super(message);
    }
}
