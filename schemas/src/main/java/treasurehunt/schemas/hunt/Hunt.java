package treasurehunt.schemas.hunt;

import java.util.Map;
import java.util.Optional;

/**
 * A published game, in one version.
 *
 * @param opens ms UTC, inclusive
 * @param closes ms UTC, exclusive
 * @param clues by id, in the author's order
 */
public record Hunt(
        String id,
        int version,
        String title,
        Optional<String> text,
        long opens,
        long closes,
        HintPolicy hintPolicy,
        Rate rate,
        Condition completeWhen,
        Map<String, Clue> clues) {}
