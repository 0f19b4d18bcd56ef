package treasurehunt.schemas.action;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a player asks for, as decoded.
 *
 * @param actionId the sender's own id, by which a retry is recognised
 * @param clientTime ms since 1970 by the sender's clock; reported, never used
 */
public record Action(
        String actionId,
        String player,
        String hunt,
        Optional<String> member,
        OptionalLong clientTime,
        Kind kind) {}
