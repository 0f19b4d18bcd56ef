package treasurehunt.schemas.action;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a player, an operator or the treasury asks for, as decoded.
 *
 * @param actionId the sender's own id, by which a retry is recognised
 * @param player whose progress it is about
 * @param hunt empty with {@code forget} only, which is about all hunts
 * @param clientTime ms since 1970 by the sender's clock; reported, never used
 * @param operator who corrects; there with the kinds of operators only
 */
public record Action(
        String actionId,
        String player,
        String hunt,
        Optional<String> member,
        OptionalLong clientTime,
        Optional<String> operator,
        Kind kind) {}
