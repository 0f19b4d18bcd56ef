package treasurehunt.auditor;

import treasurehunt.schemas.seal.Keys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is audited.
 *
 * @param hunts files of hunts, *.yaml as written or *.json as published; each version in effect
 *     from its effective-from, or from the beginning
 * @param keys of hunts; asked for only where one is sealed
 * @param actions the recorded log (rule book, section 11)
 * @param answers one JSON line each, a player's results in the order in which they were given:
 *     results as the engine writes them; dead letters as the engine writes them, or {@code
 *     {"id","dead_letter"}} as a replay does
 * @param partitions how many partitions the topic has; unknown, a record's partition is right
 * @param end how the answers end
 */
public record Evidence(
        List<Path> hunts, Keys keys, Path actions, Path answers, OptionalInt partitions, End end) {

    /**
     * How long after its moment an announcement may still be on its way from a running engine: a
     * second until the next tick, a checkpoint until it is committed, and a pause.
     */
    public static final Duration ANNOUNCED_WITHIN = Duration.ofSeconds(10);

    /** How the answers end. */
    public enum End {
        /** With the log: what only time would bring by its end must be there, and nothing else. */
        CLOSED,

        /**
         * Anywhere after the log's last record: what only time brings within {@link
         * #ANNOUNCED_WITHIN} of the log's end may be there, what it brought before must. From a
         * player's first answer to a record behind the log's end on, his answers are not audited,
         * nor are announcements just before it that are due only after the log's end. An
         * announcement due after the log's end, without a later answer of its player, is judged,
         * but whether it came before its time cannot be told.
         */
        OPEN
    }

    public Evidence {
        hunts = List.copyOf(hunts);
    }
}
