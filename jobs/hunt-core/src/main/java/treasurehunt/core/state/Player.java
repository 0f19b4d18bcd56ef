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
        Map<String, HuntState> loaded = new HashMap<>(hunts);
        loaded.keySet().retainAll(needed);
        return new Player(head, loaded);
    }

    /** The player with what a decision about a part of him has changed. */
    public Player changedTo(Player part) {
        Map<String, HuntState> all = new HashMap<>(hunts);
        all.putAll(part.hunts());
        return new Player(part.head(), all);
    }

    public Player with(Head changed) {
        return new Player(changed, hunts);
    }

    public Player with(String hunt, HuntState changed) {
        Map<String, HuntState> all = new HashMap<>(hunts);
        all.put(hunt, changed);
        return new Player(head, all);
    }
}
