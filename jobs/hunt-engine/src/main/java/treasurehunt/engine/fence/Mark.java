package treasurehunt.engine.fence;

/**
 * How far a task may have decided, and by which records of {@code hunts}; kept in its state.
 *
 * @param end the offset of {@code hunts} before which every record was known
 * @param until ms UTC up to which it was free to decide
 */
public record Mark(long end, long until) {
    /** Of a task that decided nothing yet. */
    static final Mark NONE = new Mark(0, Long.MIN_VALUE);

    boolean knew(long offset) {
        return offset < end;
    }
}
