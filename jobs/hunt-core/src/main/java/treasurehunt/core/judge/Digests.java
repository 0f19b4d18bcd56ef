package treasurehunt.core.judge;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;

/** Digests of what is only ever compared: the first 64 bits of SHA-256. */
final class Digests {
    /** Looking the algorithm up costs more than a digest. */
    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(Digests::sha256);

    private Digests() {}

    /**
     * Of what an action asks for: the same for its retry, another for anything else under its id.
     */
    static long body(Action action) {
        Action asked =
                new Action(
                        "",
                        action.player(),
                        action.hunt(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        action.operator(),
                        action.kind());
        return digest(ActionCodec.encode(asked));
    }

    /** Of a text or code in its compared form. */
    static long text(String form) {
        return digest(form.getBytes(StandardCharsets.UTF_8));
    }

    private static long digest(byte[] bytes) {
        return ByteBuffer.wrap(SHA_256.get().digest(bytes)).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
