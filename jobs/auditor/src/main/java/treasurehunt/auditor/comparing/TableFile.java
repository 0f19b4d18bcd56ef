package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A table's rows by key; what they say stays in the file. */
final class TableFile implements Closeable {
    private final Table table;
    private final LinesFile lines;
    private final Consumer<Violation> violations;

    /** The rows that nobody has taken so far. */
    private final Map<String, Integer> rest = new LinkedHashMap<>();

    /**
     * Reads the file once. A line that is no row is a violation here, and a row whose key stands on
     * an earlier one.
     */
    TableFile(Table table, Path folder, Consumer<Violation> violations) throws IOException {
        this.table = table;
        this.violations = violations;
        lines = LinesFile.index(table.in(folder), this::index);
    }

    private void index(Line line) {
        if (line.broken().isPresent()) {
            tell(line, "This is no JSON object: " + line.broken().get());
        } else if (!table.hasKey(line.values())) {
            tell(line, "This is no row: it has not all columns of the key");
        } else if (rest.putIfAbsent(table.key(line.values()), line.number()) != null) {
            tell(line, "There is another row with this key");
        }
    }

    /** The row with this key, if it stands here and was not taken; it is taken by this. */
    Optional<Integer> take(String key) {
        return Optional.ofNullable(rest.remove(key));
    }

    /** What stands in the row with this key; nothing where there is none, or it was taken. */
    Optional<Line> look(String key) {
        return Optional.ofNullable(rest.get(key)).map(lines::read);
    }

    Line read(int line) {
        return lines.read(line);
    }

    /** The lines of the rows that nobody has taken. */
    Iterable<Integer> rest() {
        return rest.values();
    }

    /** A violation by a row that stands here. */
    void tell(Line line, String what) {
        tell(table.key(line.values()), line.text("player"), line.number(), what);
    }

    /**
     * A violation by a row that the rules give.
     *
     * @param line 0 where it is missing
     */
    void tell(String key, String player, int line, String what) {
        violations.accept(new Violation(Rule.TABLE, table.id(key), player, line, what));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
