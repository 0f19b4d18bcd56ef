package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Expected;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An effect of a result that the rules give, and the rows that are made of it.
 *
 * @param place in the result, from 0
 */
record Effect(Map<String, Object> result, int place, Map<?, ?> fields) {
    /** Postgres has no such character in a text; this stands in its place. */
    private static final char NUL = '\0';

    private static final char REPLACEMENT = '\uFFFD';

    static List<Effect> of(Expected.Result result) {
        List<Effect> effects = new ArrayList<>();
        for (Object fields : (List<?>) result.json().get("effects")) {
            effects.add(new Effect(result.json(), effects.size(), (Map<?, ?>) fields));
        }
        return effects;
    }

    String type() {
        return (String) fields.get("type");
    }

    /** Of a {@code CLUE_SOLVED}. */
    Row solve() {
        return row(Table.SOLVES)
                .with("clue", fields.get("clue"))
                .with("hunt_version", result.get("hunt_version"))
                .withTime("solved_at", at());
    }

    /** Of a {@code POINTS}. */
    Row ledgerEntry() {
        return row(Table.LEDGER)
                .withTime("changed_at", at())
                .with("points", fields.get("points"))
                .with("balance", fields.get("balance"))
                .with("reason", fields.get("reason"))
                .with("clue", text("clue"))
                .with("hint", text("hint"))
                .with("treasure", text("treasure"))
                .with("operator", text("operator"))
                .with("operator_text", text("text"));
    }

    private Row row(Table table) {
        return Row.of(table)
                .with("player", result.get("player"))
                .with("result_id", result.get("id"))
                .with("place", (long) place)
                .with("hunt", result.get("hunt"))
                .with("version", result.get("version"));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable((String) fields.get(name))
                .map(text -> text.replace(NUL, REPLACEMENT));
    }

    /** Of a {@code GRANTED}. */
    Grant grant() {
        return new Grant(
                (String) result.get("player"),
                (String) result.get("id"),
                place,
                hunt(),
                treasure(),
                (Long) result.get("version"),
                (Long) fields.get("rank"),
                at(),
                Optional.empty());
    }

    /** The hunt that the result is about; none of the answer to {@code forget}. */
    String hunt() {
        return (String) result.getOrDefault("hunt", "");
    }

    String treasure() {
        return (String) fields.get("treasure");
    }

    long at() {
        return (Long) result.get("at");
    }
}
