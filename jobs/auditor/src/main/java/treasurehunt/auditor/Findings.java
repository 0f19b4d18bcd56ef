package treasurehunt.auditor;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.util.Map;

/**
 * What an audit found, and what it has seen on the way. {@code codes}, {@code effects}, {@code
 * deadLetters} and {@code pairs} count what the rules give, also where nothing or something else
 * stands there; {@code results}, {@code announcements}, {@code snapshots} and {@code rows} count
 * what was found standing.
 *
 * @param records of the log, ticks among them
 * @param actions records that are asked for an answer
 * @param results found standing and audited, announcements among them
 * @param announcements of them
 * @param snapshots found standing and audited, erasures among them
 * @param rows of the tables, found standing and audited
 * @param codes how many results of each code the rules give, those that no result had with 0
 * @param effects how many effects of each type ({@code CLUE_SOLVED} …), likewise
 * @param deadLetters how many dead letters of each reason the rules give, likewise
 * @param pairs actions by kind and the state in which, by the rules, they found their clue, for
 *     every kind that names a clue and every state, likewise
 */
public record Findings(
        long records,
        long actions,
        long results,
        long announcements,
        long snapshots,
        long rows,
        long violations,
        Map<Code, Long> codes,
        Map<String, Long> effects,
        Map<Reason, Long> deadLetters,
        Map<Pair, Long> pairs) {

    /** A kind of action that names a clue, and how it found it. */
    public record Pair(String kind, Standing clue) {}

    /** How a clue stands for a player, in the words of the rule book. */
    public enum Standing {
        /** The hunt has no such clue. */
        UNKNOWN,
        LOCKED,
        /** What it requires holds; its unlocks-after is running. */
        PENDING,
        UNLOCKED,
        UNDER_REVIEW,
        SOLVED,
        EXPIRED
    }
}
