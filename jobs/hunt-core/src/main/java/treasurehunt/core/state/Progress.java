package treasurehunt.core.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a player stands in one hunt: the fold of the effects of his results.
 *
 * @param version how many results changed it, counted on from the player's floor
 * @param huntVersion the version of the hunt he is on; 0 before he joins
 * @param joinedAt ms UTC
 * @param movedAt ms UTC: when he came to that version
 * @param scoreAt ms UTC of the last result that changed the score, before any of the join
 * @param clues by id; of a clue nothing happened to yet there is none
 * @param claims for treasures, in the order in which they were made, one a treasure
 */
public record Progress(
        long version,
        int huntVersion,
        long joinedAt,
        long movedAt,
        long score,
        long scoreAt,
        Map<String, ClueState> clues,
        List<Claim> claims,
        boolean completed,
        boolean abandoned,
        boolean timedUp,
        boolean disqualified) {
    /** Of who has not joined. */
    public static final Progress NONE = from(0);

    public Progress {
        clues = clues == null ? Map.of() : clues;
        claims = claims == null ? List.of() : claims;
    }

    /** Of who has not joined, but whose versions count on from here. */
    public static Progress from(long floor) {
        return new Progress(floor, 0, 0, 0, 0, 0, Map.of(), List.of(), false, false, false, false);
    }

    public ClueState clue(String id) {
        return clues.getOrDefault(id, ClueState.LOCKED);
    }

    public Optional<Claim> claim(String treasure) {
        return claims.stream().filter(claim -> claim.treasure().equals(treasure)).findAny();
    }

    /** Whether it no longer counts among the hunts that he plays. */
    public boolean isFinished() {
        return completed || hasEnded();
    }

    /** Whether play is over for him, whatever the hunt's closing says. */
    public boolean hasEnded() {
        return abandoned || timedUp;
    }
}
