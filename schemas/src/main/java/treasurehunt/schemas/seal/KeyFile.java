package treasurehunt.schemas.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The text of a key file: a line a key, {@code <key id>:<base64>}, the newest last. */
final class KeyFile {
    private static final char BETWEEN = ':';

    private KeyFile() {}

    /**
     * The keys in a text.
     *
     * @param file for messages
     */
    static Keys parse(Role role, Path file, byte[] text) throws KeysRefusedException {
        List<Key> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String line : new String(text, StandardCharsets.ISO_8859_1).lines().toList()) {
            String place = file + ":" + (keys.size() + 1);
            Key key = key(line).orElseThrow(() -> noKey(place));
            if (ids.contains(key.id())) {
                throw new KeysRefusedException(
                        place + ": the key " + key + " is there already; take this line away");
            }
            keys.add(key);
            ids.add(key.id());
        }
        if (keys.isEmpty()) {
            throw new KeysRefusedException(
                    file + ": holds no key; delete it, and ./hunt keys init makes a new one");
        }
        return Keys.of(role, keys);
    }

    private static KeysRefusedException noKey(String place) {
        return new KeysRefusedException(
                place
                        + ": is no key, which is <key id>:<base64 of 32 bytes>, the id being that of"
                        + " these bytes; restore the line");
    }

    private static Optional<Key> key(String line) {
        int between = line.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : secret(line.substring(between + 1))
                        .map(Key::of)
                        .filter(key -> key.id().equals(line.substring(0, between)));
    }

    private static Optional<byte[]> secret(String base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64);
            return secret.length == Key.BYTES ? Optional.of(secret) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static byte[] text(Keys keys) {
        StringBuilder text = new StringBuilder();
        for (Key key : keys.all()) {
            String secret = Base64.getEncoder().encodeToString(key.secret());
            text.append(key.id()).append(BETWEEN).append(secret).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
