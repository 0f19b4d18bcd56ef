package treasurehunt.schemas.hunt;

/**
 * Help with a clue, for points.
 *
 * @param cost in points
 * @param after ms from the clue's unlocking until it can be had
 */
public record Hint(String id, long cost, long after, String text) {}
