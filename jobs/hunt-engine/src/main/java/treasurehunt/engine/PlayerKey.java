package treasurehunt.engine;

import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.schemas.action.ActionCodec;

import java.nio.charset.StandardCharsets;

/** Whose record it is: the Kafka key as text. */
final class PlayerKey {
    /**
     * Of records whose key can be no player's. They all become dead letters, so one owner does for
     * all.
     */
    static final String NOBODY = "";

    private PlayerKey() {}

    static String of(StampedRecord stamped) {
        byte[] key = stamped.record().key();
        if (key == null) {
            return NOBODY;
        }
        String text = new String(key, StandardCharsets.ISO_8859_1);
        return ActionCodec.isPlayer(text) ? text : NOBODY;
    }
}
