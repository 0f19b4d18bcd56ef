package treasurehunt.core.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A player as a decision sees him.
 *
 * @param hunts what is kept of him in the hunts that the decision needs, by id; without progress
 *     there is nothing
 */
public record Player(Head head, Map<String, HuntState> hunts) {
    public static final Player NEW = new Player(Head.NEW, Map.of());

    public Optional<HuntState> hunt(String id) {
        return Optional.ofNullable(hunts.get(id));
    }

    /** The player with what is kept of him in these hunts, and no others. */
    public Player only(Set<String> needed) {
        if (needed.containsAll(hunts.keySet())) {
            return this;
        }
        Map<String, HuntState> loaded = new HashMap<>(hunts);
        loaded.keySet().retainAll(needed);
        return new Player(head, loaded);
    }

    /**
     * The player with what a decision about a part of him has changed.
     *
     * @param part as the decision found him
     * @param changed as it left him
     */
    public Player changed(Player part, Player changed) {
        if (part.hunts().size() == hunts.size()) {
            return changed;
        }
        Map<String, HuntState> all = new HashMap<>(hunts);
        all.keySet().removeAll(part.hunts().keySet());
        all.putAll(changed.hunts());
        return new Player(changed.head(), all);
    }

    public Player with(Head changed) {
        return new Player(changed, hunts);
    }

    public Player with(String hunt, HuntState changed, Enrolment enrolment) {
        return with(hunt, changed).with(head.enrolled(hunt, enrolment));
    }

    @SuppressWarnings("ReferenceEquality") // what did not change stays the very same
    public Player with(String hunt, HuntState changed) {
        if (hunts.get(hunt) == changed) {
            return this;
        }
        if (hunts.isEmpty() || (hunts.size() == 1 && hunts.containsKey(hunt))) {
            return new Player(head, Map.of(hunt, changed));
        }
        Map<String, HuntState> all = new HashMap<>(hunts);
        all.put(hunt, changed);
        return new Player(head, all);
    }
}
