package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Action;
import treasurehunt.schemas.result.Code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The last actions that had effects, by their ids; the oldest goes first. */
final class Memory {
    private static final int MOST = 32;

    private final Deque<Entry> entries = new ArrayDeque<>(4);

    /**
     * An action that had effects.
     *
     * @param place its result's id
     */
    record Entry(String actionId, Body body, Code code, String place) {}

    /** A digest of what makes a retry a retry. */
    record Body(long high, long low) {
        static Body of(Action action) {
            try {
                byte[] text = action.body().getBytes(StandardCharsets.UTF_8);
                ByteBuffer digest =
                        ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
                return new Body(digest.getLong(), digest.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every platform has SHA-256", e);
            }
        }
    }

    Optional<Entry> of(String actionId) {
        for (Entry entry : entries) {
            if (entry.actionId().equals(actionId)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    void remember(Action action, Code code, String place) {
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(action.id(), Body.of(action), code, place));
    }

    void clear() {
        entries.clear();
    }

    void copyInto(Memory other) {
        other.entries.addAll(entries);
    }
}
