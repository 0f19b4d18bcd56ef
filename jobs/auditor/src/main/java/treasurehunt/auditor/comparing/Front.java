package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Snapshot;
import treasurehunt.schemas.json.JsonNumber;

import java.util.HashMap;
import java.util.Map;

/** How far the rules have come with each player in each hunt, and what stands beyond that. */
final class Front {
    private final Unaudited unaudited;

    /** By key of the snapshots. */
    private final Map<String, Long> newest = new HashMap<>();

    /** Up to which version nothing of a player who was forgotten counts. */
    private final Map<String, Long> floors = new HashMap<>();

    Front(Unaudited unaudited) {
        this.unaudited = unaudited;
    }

    void reached(Snapshot snapshot) {
        newest.put(snapshot.key(), snapshot.version());
        if (snapshot.isErasure()) {
            floors.put(snapshot.player(), snapshot.version());
        }
    }

    /** The version in a row, 0 where none stands there. */
    static long version(Line row) {
        return row.values().get("version") instanceof JsonNumber number
                ? number.whole().orElse(0)
                : 0;
    }

    /** Whether a row is newer than what is audited, where answers go on. */
    boolean isPassed(Line row) {
        String player = row.text("player");
        String hunt = row.text("hunt");
        long reached = newest.getOrDefault(hunt + "/" + player, 0L);
        return unaudited.has(player, hunt) && version(row) > Math.max(reached, floor(player));
    }

    private long floor(String player) {
        return floors.getOrDefault(player, 0L);
    }

    /** Whether a player's rows may have gone behind what is audited. */
    boolean mayBeForgotten(String player) {
        return unaudited.hasAll(player);
    }

    /** Why a row that stands there must not. */
    String noSuchRow(Line row) {
        long floor = floor(row.text("player"));
        long version = version(row);
        boolean isErased = version > 0 && version <= floor;
        return isErased
                ? ("The rules give no row up to version %d of who was forgotten,"
                                + " there stands version %d")
                        .formatted(floor, version)
                : "The rules give no such row";
    }
}
