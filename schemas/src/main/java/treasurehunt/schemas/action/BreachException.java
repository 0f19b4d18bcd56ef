package treasurehunt.schemas.action;

/** A bound of the contract that a well-formed object breaks: where, and what is wrong. */
final class BreachException extends Exception {
    private static final long serialVersionUID = 1L;

    BreachException(String detail) {
        super(detail, null, false, false);
    }
}
