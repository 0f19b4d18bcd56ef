package treasurehunt.schemas.seal;

/** Keys that are not to be used: which file, what is wrong with it, what to do; never a secret. */
public final class KeysRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    KeysRefusedException(String message) {
        super(message);
    }
}
