package treasurehunt.auditor;

/** Hunts or a log that nobody can judge by; the message says file, line and what is wrong. */
public final class UnreadableEvidenceException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableEvidenceException(String message) {
        super(message);
    }
}
