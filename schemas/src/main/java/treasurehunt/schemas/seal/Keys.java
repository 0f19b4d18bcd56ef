package treasurehunt.schemas.seal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a role. There are several while one takes another's place: the newest seals, all open
 * and verify. Shows their ids only.
 */
public final class Keys {
    private final Role role;
    private final List<Key> keys;

    private Keys(Role role, List<Key> keys) {
        this.role = role;
        this.keys = List.copyOf(keys);
    }

    /** The newest is the last; no two have the same id. */
    static Keys of(Role role, List<Key> keys) {
        Set<String> ids = new HashSet<>();
        for (Key key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("two keys " + key);
            }
        }
        return new Keys(role, keys);
    }

    /** One key that nobody else has. */
    public static Keys fresh(Role role) {
        return of(role, List.of(Key.fresh()));
    }

    /** By which nothing can be sealed, opened or verified. */
    public static Keys none(Role role) {
        return of(role, List.of());
    }

    /** These and a new one, which seals from now on. */
    public Keys rotated() {
        List<Key> more = new ArrayList<>(keys);
        more.add(Key.fresh());
        return of(role, more);
    }

    public Role role() {
        return role;
    }

    /** The ids; the last is that of the key that seals. */
    public List<String> ids() {
        return keys.stream().map(Key::id).toList();
    }

    List<Key> all() {
        return keys;
    }

    Key newest() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("no key of " + role.word() + " to seal with");
        }
        return keys.get(keys.size() - 1);
    }

    Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "keys of " + role.word() + " " + ids();
    }
}
