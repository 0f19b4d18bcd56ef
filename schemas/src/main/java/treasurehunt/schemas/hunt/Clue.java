package treasurehunt.schemas.hunt;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A riddle of a hunt.
 *
 * @param text the riddle, shown once the clue is unlocked
 * @param media a URL, shown with the text
 * @param requires what must hold before it unlocks
 * @param maxAttempts how many attempts a player has; unlimited if empty
 * @param wrongPenalty points taken for each wrong attempt
 * @param hints by id, in the author's order
 */
public record Clue(
        String id,
        String title,
        Optional<String> text,
        Optional<String> media,
        long points,
        Condition requires,
        Proof proof,
        OptionalInt maxAttempts,
        long wrongPenalty,
        Map<String, Hint> hints) {}
