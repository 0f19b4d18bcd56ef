package treasurehunt.auditor.comparing;

import java.util.LinkedHashMap;
import java.util.Map;

/** The table {@code treasure_grants}, whose rows change when a treasure is given back. */
final class Grants {
    private final ResultsTable rows;
    private final Unaudited unaudited;

    /** By player, then by what was granted. */
    private final Map<String, Map<Granted, Grant>> grants = new LinkedHashMap<>();

    private record Granted(String hunt, String treasure) {}

    Grants(ResultsTable rows, Unaudited unaudited) {
        this.rows = rows;
        this.unaudited = unaudited;
    }

    void grant(Grant grant) {
        grants.computeIfAbsent(grant.player(), player -> new LinkedHashMap<>(4))
                .put(new Granted(grant.hunt(), grant.treasure()), grant);
    }

    /** A treasure is given up; that it was only claimed or waited for changes no row. */
    void release(String player, Effect released) {
        Map<Granted, Grant> his = grants.get(player);
        if (his != null) {
            his.computeIfPresent(
                    new Granted(released.hunt(), released.treasure()),
                    (granted, grant) -> grant.released(Row.time(released.at())));
        }
    }

    void forget(String player) {
        grants.remove(player);
        rows.forget(player);
    }

    void end() {
        grants.values().forEach(of -> of.values().forEach(grant -> rows.give(row(grant))));
        rows.end();
    }

    private Row row(Grant grant) {
        boolean mayBeReleased =
                grant.releasedAt().isEmpty() && unaudited.has(grant.player(), grant.hunt());
        return mayBeReleased ? releasedBehind(grant).row() : grant.row();
    }

    /** As it stands there, if it was released later than what is audited. */
    private Grant releasedBehind(Grant grant) {
        return rows.look(grant.row())
                .map(line -> line.values().get("released_at"))
                .flatMap(Values::time)
                .filter(time -> time.toEpochMilli() >= grant.at())
                .map(grant::released)
                .orElse(grant);
    }
}
