package treasurehunt.schemas.progress;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a player stands in a hunt.
 *
 * @param huntVersion the version of the hunt he is on
 * @param joinedAt ms UTC
 * @param at ms UTC of the result that brought him here
 * @param scoreAt ms UTC of the last result that changed the score, before any of the join
 * @param board what the public board shows instead of score and scoreAt, while it is frozen
 * @param clues by id; of a clue nothing happened to yet there is none
 * @param treasures what became of his claims, by id
 */
public record Standing(
        Play play,
        int huntVersion,
        long joinedAt,
        long at,
        long score,
        long scoreAt,
        Optional<Board> board,
        SortedMap<String, Clue> clues,
        SortedMap<String, Treasure> treasures) {

    public Standing {
        clues = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Clue>) clues));
        treasures =
                Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Treasure>) treasures));
    }

    /** The first that applies. */
    public enum Play {
        DISQUALIFIED,
        COMPLETED,
        ABANDONED,
        TIME_UP,
        PLAYING
    }

    /**
     * What a frozen board shows.
     *
     * @param scoreAt ms UTC
     */
    public record Board(long score, long scoreAt) {}

    /**
     * Where he stands with a clue.
     *
     * @param attempts used
     * @param hints how many were given
     */
    public record Clue(Status status, long attempts, int hints) {
        /** What can be done with it. */
        public enum Status {
            LOCKED,
            PENDING,
            OPEN,
            UNDER_REVIEW,
            EXPIRED,
            SOLVED
        }
    }

    /** What became of a claim. */
    public enum Treasure {
        CLAIMED,
        WAITING,
        GRANTED,
        SOLD_OUT,
        RELEASED
    }
}
