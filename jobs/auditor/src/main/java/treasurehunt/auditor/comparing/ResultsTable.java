package treasurehunt.auditor.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a table that is made of results against the rows that the rules give. */
final class ResultsTable {
    private final TableFile file;
    private final Front front;
    private final Census census;

    /** The lines of the rows that the rules give, by player. */
    private final Map<String, IntList> found = new HashMap<>();

    /** The rows that the rules give and that are not there, by player: he may yet be forgotten. */
    private final Map<String, List<Missing>> missing = new LinkedHashMap<>();

    private record Missing(String key, long version) {}

    ResultsTable(TableFile file, Front front, Census census) {
        this.file = file;
        this.front = front;
        this.census = census;
    }

    /** The rules give this row. */
    void give(Row row) {
        Optional<Integer> line = file.take(row.key());
        if (line.isPresent()) {
            found.computeIfAbsent(row.player(), player -> new IntList()).add(line.get());
            compare(row, file.read(line.get()));
        } else {
            missing.computeIfAbsent(row.player(), player -> new ArrayList<>(1))
                    .add(new Missing(row.key(), row.version()));
        }
    }

    private void compare(Row gives, Line stands) {
        if (!Values.same(gives.columns(), stands.values())) {
            file.tell(stands, Differences.between(gives.columns(), stands.values()));
        }
    }

    /** What stands in a row that was not given so far. */
    Optional<Line> look(Row row) {
        return file.look(row.key());
    }

    /** A player is forgotten: the rules give none of his rows any more. */
    void forget(String player) {
        missing.remove(player);
        IntList lines = Optional.ofNullable(found.remove(player)).orElseGet(IntList::new);
        for (int i = 0; i < lines.size(); i++) {
            Line line = file.read(lines.get(i));
            file.tell(line, front.noSuchRow(line));
        }
    }

    /** At the end: what is missing, and what the rules do not give. */
    void end() {
        found.values().forEach(lines -> census.auditedRows(lines.size()));
        missing.forEach(
                (player, rows) -> {
                    if (!front.mayBeForgotten(player)) {
                        rows.forEach(row -> tellMissing(player, row));
                    }
                });
        file.rest().forEach(line -> endWithout(file.read(line)));
    }

    private void tellMissing(String player, Missing row) {
        String what = "The rules give a row with version %d, there stands none";
        file.tell(row.key(), player, 0, what.formatted(row.version()));
    }

    private void endWithout(Line line) {
        if (!front.isPassed(line)) {
            file.tell(line, front.noSuchRow(line));
        }
    }
}
