package treasurehunt.schemas.seal;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * An object sealed by AES-256-GCM: {@code {"key":"<key id>","value":"<base64>"}}, the value being
 * nonce, ciphertext and tag. It opens only together with the text that it was bound to.
 */
final class SealedPart {
    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** No deeper than any hunt. */
    private static final StrictJson JSON = new StrictJson(24);

    private SealedPart() {}

    static Map<String, Object> of(Map<String, Object> secrets, String bound, Key key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] hidden = hidden(JsonWriter.tree(secrets), nonce, bound, key);
        byte[] value = Arrays.copyOf(nonce, nonce.length + hidden.length);
        System.arraycopy(hidden, 0, value, nonce.length, hidden.length);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(KEY, key.id());
        part.put(VALUE, Base64.getEncoder().encodeToString(value));
        return part;
    }

    static Map<String, Object> open(Object part, String bound, Keys keys)
            throws BrokenSealException {
        if (!(part instanceof Map<?, ?> members)
                || !(members.get(KEY) instanceof String id)
                || !(members.get(VALUE) instanceof String base64)) {
            throw new BrokenSealException("has a sealed part without a key id and a value");
        }
        byte[] value = decoded(base64);
        Key key = keys.find(id).orElseThrow(() -> unknown(id));
        try {
            return JSON.read(shown(value, bound, key));
        } catch (AEADBadTagException e) {
            throw new BrokenSealException(
                    "is not what was sealed under the key "
                            + key
                            + ": changed, or of another hunt or version");
        } catch (MalformedJsonException e) {
            throw new BrokenSealException("has a sealed part that holds no JSON object");
        }
    }

    private static byte[] hidden(byte[] plain, byte[] nonce, String bound, Key key) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static byte[] shown(byte[] value, String bound, Key key) throws AEADBadTagException {
        byte[] nonce = Arrays.copyOf(value, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, bound)
                    .doFinal(value, NONCE_BYTES, value.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.by("AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decoded(String base64) throws BrokenSealException {
        try {
            byte[] value = Base64.getDecoder().decode(base64);
            if (value.length >= NONCE_BYTES + TAG_BYTES) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as of what is too short.
        }
        throw new BrokenSealException("has a sealed part that is no sealed value in base64");
    }

    /** What is no key id is not repeated: whatever stands there may be a secret. */
    private static UnknownKeyException unknown(String id) {
        String named = KEY_ID.matcher(id).matches() ? "the key " + id : "what is no key id";
        return new UnknownKeyException(
                "is sealed under " + named + ", which is not among the keys given (--keys)");
    }
}
