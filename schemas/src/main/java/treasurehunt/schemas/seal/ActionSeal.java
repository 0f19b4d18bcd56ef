package treasurehunt.schemas.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;

/**
 * The header {@code seal} of a record: {@code <key id>:<base64>}, HMAC-SHA-256 over the key's
 * length (4 bytes, big-endian), key and value.
 */
public final class ActionSeal {
    /** The header's name. */
    public static final String HEADER = "seal";

    private static final String ALGORITHM = "HmacSHA256";

    private ActionSeal() {}

    /** The header of a record that is sealed under the newest key. */
    public static byte[] of(Keys keys, byte[] key, byte[] value) {
        return header(keys.newest(), key, value);
    }

    /**
     * Whether a record is sealed under one of the keys. Whatever the bytes are, this throws
     * nothing; what is {@code null} makes a record unsealed.
     */
    public static boolean isValid(byte[] header, Keys keys, byte[] key, byte[] value) {
        if (header == null || key == null || value == null) {
            return false;
        }
        boolean valid = false;
        for (Key one : keys.all()) {
            valid |= MessageDigest.isEqual(header(one, key, value), header);
        }
        return valid;
    }

    private static byte[] header(Key under, byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(under.by(ALGORITHM));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(key.length).array());
            mac.update(key);
            byte[] sum = mac.doFinal(value);
            return (under.id() + ":" + Base64.getEncoder().encodeToString(sum))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
