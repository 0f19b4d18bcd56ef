package treasurehunt.engine;

import treasurehunt.connector.kafka.source.StampedRecord;

import java.nio.charset.StandardCharsets;

/** Whose record it is: the Kafka key as text. */
final class PlayerKey {
    /**
     * Of records whose key can be no player's. They all become dead letters, so one owner does for
     * all.
     */
    static final String NOBODY = "";

    private static final int LONGEST = 128;

    private PlayerKey() {}

    static String of(StampedRecord stamped) {
        byte[] key = stamped.record().key();
        return key == null || !canBePlayer(key)
                ? NOBODY
                : new String(key, StandardCharsets.US_ASCII);
    }

    private static boolean canBePlayer(byte[] key) {
        for (byte octet : key) {
            if (octet <= ' ' || octet > '~') {
                return false;
            }
        }
        return key.length <= LONGEST;
    }
}
