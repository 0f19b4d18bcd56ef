package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.StrictJson;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row that the rules give: columns of texts, whole numbers (as {@code Long}), times (as {@code
 * Instant}), lists and objects, null as {@link StrictJson#NULL}.
 */
final class Row {
    private final Table table;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private Row(Table table) {
        this.table = table;
    }

    static Row of(Table table) {
        return new Row(table);
    }

    Row with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    Row with(String column, Optional<?> value) {
        return with(column, value.isPresent() ? value.get() : StrictJson.NULL);
    }

    /**
     * @param at ms UTC
     */
    Row withTime(String column, Object at) {
        return with(column, time(at));
    }

    static Instant time(Object at) {
        return Instant.ofEpochMilli((Long) at);
    }

    String key() {
        return table.key(columns);
    }

    String player() {
        return (String) columns.get("player");
    }

    long version() {
        return (Long) columns.get("version");
    }

    Map<String, Object> columns() {
        return columns;
    }
}
