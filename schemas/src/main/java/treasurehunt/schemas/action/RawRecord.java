package treasurehunt.schemas.action;

/**
 * A record of {@code actions} as it stands in the log, nothing of it read yet.
 *
 * @param appendTime the broker's append time, ms UTC
 * @param tick whether it only makes time pass: a header {@code tick}, no key, no value
 * @param seal its header {@code seal}, {@code null} if it has none; of a recorded log's record any
 *     bytes where the seal was held to be valid
 * @param key its key, {@code null} if it has none
 * @param value its value, {@code null} if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what a log holds
public record RawRecord(
        int partition,
        long offset,
        long appendTime,
        boolean tick,
        byte[] seal,
        byte[] key,
        byte[] value) {
    /** The header that marks a tick. */
    public static final String TICK = "tick";
}
