package treasurehunt.core.state;

import java.util.Map;

/**
 * Where a player stands in one hunt: the fold of the effects of his results.
 *
 * @param version how many results changed it
 * @param huntVersion the version of the hunt he is on
 * @param joinedAt ms UTC
 * @param clues by id; of a clue nothing happened to yet there is none
 */
public record Progress(
        long version,
        int huntVersion,
        long joinedAt,
        long score,
        Map<String, ClueState> clues,
        boolean completed,
        boolean abandoned) {
    /** Of who has not joined. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, Map.of(), false, false);

    public Progress {
        clues = clues == null ? Map.of() : clues;
    }

    public ClueState clue(String id) {
        return clues.getOrDefault(id, ClueState.LOCKED);
    }

    public boolean isFinished() {
        return completed || abandoned;
    }
}
