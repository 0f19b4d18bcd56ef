package treasurehunt.schemas.action;

/**
 * An action at its place in the log.
 *
 * @param appendTime the broker's append time of this very record, ms UTC
 * @param at the highest append time seen so far in its partition, ms UTC: the only time a decision
 *     knows
 */
public record LoggedAction(int partition, long offset, long appendTime, long at, Action action) {
    /** The identity of this action's result: {@code partition:offset}. */
    public String id() {
        return partition + ":" + offset;
    }

    public String player() {
        return action.player();
    }

    public String hunt() {
        return action.hunt();
    }

    public Kind kind() {
        return action.kind();
    }
}
