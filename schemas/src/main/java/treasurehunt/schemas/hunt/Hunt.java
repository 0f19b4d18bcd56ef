package treasurehunt.schemas.hunt;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A published game, in one version.
 *
 * @param effectiveFrom ms UTC; as soon as it is published if empty
 * @param opens ms UTC, inclusive
 * @param closes ms UTC, exclusive
 * @param timeLimit ms from a player's own join
 * @param freezeAt ms UTC from when on the public board stands still
 * @param maxSpeed m/s; faster travel is flagged
 * @param clues by id, in the author's order
 * @param treasures by id, in the author's order
 */
public record Hunt(
        String id,
        int version,
        OptionalLong effectiveFrom,
        String title,
        Optional<String> text,
        long opens,
        long closes,
        OptionalLong timeLimit,
        OptionalLong freezeAt,
        HintPolicy hintPolicy,
        Rate rate,
        OptionalDouble maxSpeed,
        Condition completeWhen,
        Map<String, Clue> clues,
        Map<String, Treasure> treasures) {

    /** The same, in effect from this time, ms UTC. */
    public Hunt inEffectFrom(long at) {
        return new Hunt(
                id,
                version,
                OptionalLong.of(at),
                title,
                text,
                opens,
                closes,
                timeLimit,
                freezeAt,
                hintPolicy,
                rate,
                maxSpeed,
                completeWhen,
                clues,
                treasures);
    }
}
