package treasurehunt.schemas.seal;

/** A sealed part that does not open. Says why, and nothing of what it holds. */
public class BrokenSealException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenSealException(String message) {
        super(message);
    }
}
