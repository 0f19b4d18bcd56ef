package treasurehunt.schemas.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

/** A secret and the id that names it. Shows its id only. */
final class Key {
    static final int BYTES = 32;

    /** Of a key's SHA-256, in hexadecimal digits. */
    private static final int LENGTH_OF_ID = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] secret;

    private Key(byte[] secret) {
        this.id = HexFormat.of().formatHex(sha256(secret)).substring(0, LENGTH_OF_ID);
        this.secret = secret;
    }

    /** The key of {@value #BYTES} bytes. */
    static Key of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a key of " + secret.length + " bytes");
        }
        return new Key(secret.clone());
    }

    /** A key that nobody has. */
    static Key fresh() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Key(secret);
    }

    String id() {
        return id;
    }

    SecretKeySpec by(String algorithm) {
        return new SecretKeySpec(secret, algorithm);
    }

    byte[] secret() {
        return secret.clone();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
