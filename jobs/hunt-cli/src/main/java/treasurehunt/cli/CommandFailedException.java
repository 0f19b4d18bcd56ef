package treasurehunt.cli;

/**
 * Why a command cannot go on. The message is all that people see: what was wrong, where, and what
 * to do.
 */
public final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
