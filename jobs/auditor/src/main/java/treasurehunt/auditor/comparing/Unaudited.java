package treasurehunt.auditor.comparing;

import java.util.HashSet;
import java.util.Set;

/** Where answers go on that are not audited. */
final class Unaudited {
    /** The name of no hunt. */
    private static final String EVERY = "";

    private final Set<Place> places = new HashSet<>();

    private record Place(String player, String hunt) {}

    /**
     * An answer that is not audited has a player go on in a hunt.
     *
     * @param hunt empty for every hunt of his
     */
    void goesOn(String player, String hunt) {
        places.add(new Place(player, hunt));
    }

    boolean has(String player, String hunt) {
        return places.contains(new Place(player, hunt)) || hasAll(player);
    }

    /** Whether he goes on in every hunt of his: he may have been forgotten. */
    boolean hasAll(String player) {
        return places.contains(new Place(player, EVERY));
    }
}
