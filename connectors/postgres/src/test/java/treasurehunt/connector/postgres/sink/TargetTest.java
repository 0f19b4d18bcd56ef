package treasurehunt.connector.postgres.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class TargetTest {
    private static final Target VERSIONED =
            new Target(
                    "scores",
                    List.of("player", "hunt", "version", "score"),
                    2,
                    2,
                    List.of("INSERT INTO scores SELECT * FROM rows"));

    private static final Target ALIKE =
            new Target("events", List.of("id", "what"), 1, -1, List.of("SELECT"));

    @Test
    void aSetIsARelationOfItsColumns() {
        assertThat(VERSIONED.sql())
                .singleElement()
                .asString()
                .isEqualToNormalizingNewlines(
                        """
                        WITH rows (player, hunt, version, score) AS (SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]))
                        INSERT INTO scores SELECT * FROM rows""");
    }

    @Test
    void ofOneKeyTheHighestVersionIsLeftWhateverTheOrder() {
        List<Row> rows =
                List.of(
                        row("ann", "x", "9", "90"),
                        row("ann", "x", "10", "100"),
                        row("ann", "x", "8", "80"));

        assertThat(VERSIONED.latest(rows))
                .extracting(row -> row.values()[3])
                .containsExactly("100");
    }

    @Test
    void whereRowsAreAlikeOneIsLeft() {
        assertThat(ALIKE.latest(List.of(row("1", "a"), row("1", "a"), row("2", "b")))).hasSize(2);
    }

    @Test
    void rowsAreSortedByTheWholeKey() {
        List<Row> rows =
                List.of(
                        row("bob", "x", "1", ""),
                        row("ann", "y", "1", ""),
                        row("ann", "x", "1", ""),
                        row("Bob", "z", "1", ""));

        assertThat(VERSIONED.latest(rows))
                .extracting(row -> row.values()[0] + row.values()[1])
                .containsExactly("Bobz", "annx", "anny", "bobx");
    }

    @Test
    void columnsGoAsArrays() {
        List<String[]> arrays = ALIKE.arrays(List.of(row("1", "a"), row("2", null)));

        assertThat(arrays.get(0)).containsExactly("1", "2");
        assertThat(arrays.get(1)).containsExactly("a", null);
    }

    private static Row row(String... values) {
        return new Row("scores", values, new Row.Origin("topic", 0, 0, 0));
    }
}
