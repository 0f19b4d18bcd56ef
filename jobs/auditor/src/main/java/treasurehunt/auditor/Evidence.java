package treasurehunt.auditor;

import treasurehunt.schemas.seal.Keys;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * @param progress the records of the topic {@code progress}, one JSON line each, those of a key in
 *     the topic's order: {@code {"key","value"}}, the value a snapshot or null; committed with the
 *     answers. Empty, no snapshots are audited
 * @param tables a folder with {@code hunt_progress.ndjson}, {@code solves.ndjson}, {@code
 *     ledger.ndjson} and {@code treasure_grants.ndjson}, each line a row as {@code row_to_json} of
 *     Postgres gives it, in any order; as of the answers' end. Empty, the tables are not audited
 */
public record Evidence(
        List<Path> hunts,
        Keys keys,
        Path actions,
        Path answers,
        OptionalInt partitions,
        End end,
        Optional<Path> progress,
        Optional<Path> tables) {

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
         * but whether it came before its time cannot be told. Where a player's answers go on behind
         * the log's end, so may his snapshots: of those that are newer only the keys and the order
         * are audited. So may his rows in that hunt: newer ones are passed over, hunt_progress may
         * have one in place of the newest that is audited, and what he held may have been given
         * back since. Where he may have been forgotten behind the log's end, none need be there.
         */
        OPEN
    }

    public Evidence {
        hunts = List.copyOf(hunts);
    }
}
