package treasurehunt.auditor;

/**
 * One place where the answers, the snapshots or the tables break the rules.
 *
 * @param rule what is broken, in one word
 * @param id of the answer or of the record or due moment that it belongs to; of a snapshot the key,
 *     of a row {@code table:key}, the key's columns joined by slashes
 * @param player whose, empty where nobody's
 * @param line of the answers' file, of a snapshot of that of the progress, of a row of that of its
 *     table, from 1; 0 where an answer, a row, or all that should stand under a key, is missing
 * @param what in a sentence, with what the rules give and what stands there
 */
public record Violation(Rule rule, String id, String player, long line, String what) {

    /** What can be broken. */
    public enum Rule {
        /** No JSON, or no answer. */
        UNREADABLE,
        /** An offset or due moment without an answer. */
        MISSING,
        /** An answer to what has one already. */
        DUPLICATE,
        /** An answer to what is not in the log or not due, or before its time. */
        UNASKED,
        /** Answers of a player in another order than the log's. */
        ORDER,
        /** A code that the rules do not give. */
        CODE,
        /** Effects that the rules do not give. */
        EFFECTS,
        /** A score that is not the sum of the ledger. */
        SCORE,
        /** A version that does not follow on the one before. */
        VERSION,
        /** Something secret, or a locked clue's text, before the rules give it. */
        SECRET,
        /** Another field of a result or dead letter that the rules do not give. */
        FIELD,
        /** A snapshot that the rules do not give, or none where they give one. */
        SNAPSHOT,
        /** A row that the rules do not give, or none where they give one. */
        TABLE
    }
}
