package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.JsonNumber;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables that are audited, each with the columns of its key. */
enum Table {
    HUNT_PROGRESS,
    SOLVES,
    LEDGER,
    TREASURE_GRANTS;

    private List<String> key() {
        return switch (this) {
            case HUNT_PROGRESS -> List.of("player", "hunt");
            case SOLVES, LEDGER, TREASURE_GRANTS -> List.of("player", "result_id", "place");
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of its rows in a folder. */
    Path in(Path folder) {
        return folder.resolve(word() + ".ndjson");
    }

    /** What of a row's key is there, joined. */
    String key(Map<String, Object> row) {
        return key().stream().map(column -> part(row.get(column))).collect(Collectors.joining("/"));
    }

    boolean hasKey(Map<String, Object> row) {
        return key().stream().noneMatch(column -> part(row.get(column)).isEmpty());
    }

    private static String part(Object value) {
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        return value instanceof String || value instanceof Long ? value.toString() : "";
    }

    /** By what a violation names the row with this key. */
    String id(String ofRow) {
        return word() + ":" + ofRow;
    }
}
