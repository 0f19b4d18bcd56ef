package treasurehunt.connector.postgres.sink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a set of rows of one kind is written by.
 *
 * @param name which rows are its
 * @param columns their names, the key's first; all are text in {@code rows}
 * @param keys how many of them are the key
 * @param version the column by which the later of two rows with one key is known, {@code -1} if
 *     they are alike
 * @param statements in their order; each reads the set as a relation {@code rows} of these columns,
 *     sorted by key, and does no harm if it is done again
 */
public record Target(
        String name, List<String> columns, int keys, int version, List<String> statements)
        implements Serializable {

    public Target {
        columns = List.copyOf(columns);
        statements = List.copyOf(statements);
    }

    /** The statements, with the set as parameters: an array a column. */
    List<String> sql() {
        String arrays = String.join(", ", Collections.nCopies(columns.size(), "?::text[]"));
        String rows =
                "WITH rows (%s) AS (SELECT * FROM unnest(%s))%n"
                        .formatted(String.join(", ", columns), arrays);
        return statements.stream().map(statement -> rows + statement).toList();
    }

    /**
     * Of each key the latest row, sorted by key: two who write the same rows at once then take
     * their locks in one order.
     */
    List<Row> latest(Collection<Row> rows) {
        Map<List<String>, Row> latest = new HashMap<>();
        for (Row row : rows) {
            latest.merge(key(row), row, this::later);
        }
        List<Row> sorted = new ArrayList<>(latest.values());
        sorted.sort(Comparator.comparing(this::key, Target::compare));
        return sorted;
    }

    private List<String> key(Row row) {
        return Arrays.asList(row.values()).subList(0, keys);
    }

    private Row later(Row one, Row other) {
        return version >= 0 && versionOf(one) > versionOf(other) ? one : other;
    }

    private long versionOf(Row row) {
        return Long.parseLong(row.values()[version]);
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The set's columns, as arrays. */
    List<String[]> arrays(List<Row> rows) {
        List<String[]> arrays = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            String[] values = new String[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.get(i).values()[column];
            }
            arrays.add(values);
        }
        return arrays;
    }
}
