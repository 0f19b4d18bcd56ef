package treasurehunt.schemas.action;

import java.util.Optional;

/** A record that is no action: why, with what and where, and whose it seems to be. */
public final class RejectedException extends Exception {
    /**
     * What a dead letter says of a defect. What failed is for the log, not for who reads topics.
     */
    public static final String RULES_FAILED = "the rules failed; the engine's log says how";

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Optional<String> actionId;
    private final transient Optional<String> player;

    public RejectedException(
            Reason reason, String detail, Optional<String> actionId, Optional<String> player) {
        // Thrown for hostile input at the rate it arrives: a stack trace would be its most costly
        // part.
        super(detail, null, false, false);
        this.reason = reason;
        this.actionId = actionId;
        this.player = player;
    }

    /** The rejection of an action that the rules failed at. */
    public static RejectedException defect(LoggedAction action) {
        return new RejectedException(
                Reason.DEFECT,
                RULES_FAILED,
                Optional.of(action.action().actionId()),
                Optional.of(action.player()));
    }

    public Reason reason() {
        return reason;
    }

    /** The action's id, where it could be read. */
    public Optional<String> actionId() {
        return actionId;
    }

    /** The player, where it could be read. */
    public Optional<String> player() {
        return player;
    }
}
