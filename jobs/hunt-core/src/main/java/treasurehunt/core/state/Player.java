package treasurehunt.core.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

    public Player with(Head changed) {
        return new Player(changed, hunts);
    }

    public Player with(String hunt, HuntState changed) {
        Map<String, HuntState> all = new HashMap<>(hunts);
        all.put(hunt, changed);
        return new Player(head, all);
    }
}
