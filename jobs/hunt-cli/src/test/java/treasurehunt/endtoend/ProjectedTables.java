package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.testkit.PostgresServer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands in the tables, and what should by the topics, each row as a line of text.
 *
 * @param refused places of the results of which a row is refused
 */
record ProjectedTables(
        SortedSet<String> progress,
        SortedSet<String> solves,
        SortedSet<String> ledger,
        SortedSet<String> grants,
        SortedSet<String> refused) {
    /** A rule of the database's own, which some rows break. */
    static final String REFUSING =
            "ALTER TABLE ledger ADD CONSTRAINT odd CHECK (reason <> 'adjustment' OR points % 5 <> 0)";

    /** Where a record stands, beside what it says. */
    private static final String PLACE = "place";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ProjectedTables empty() {
        return new ProjectedTables(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    /** How many rows there are. */
    int size() {
        return progress.size() + solves.size() + ledger.size() + grants.size();
    }

    /** Whether the same rows stand in both. */
    boolean hasRowsOf(ProjectedTables other) {
        return progress.equals(other.progress)
                && solves.equals(other.solves)
                && ledger.equals(other.ledger)
                && grants.equals(other.grants);
    }

    /** As the committed records of {@code progress} and {@code results} have it. */
    static ProjectedTables expected(HuntSystem system) throws Exception {
        ProjectedTables tables = empty();
        Map<String, Long> erased = new HashMap<>();
        Map<String, JsonNode> newest = new HashMap<>();
        for (JsonNode snapshot : records(system, TopicSettings.PROGRESS)) {
            String player = snapshot.path("player").asText();
            if (snapshot.path("erased").asBoolean()) {
                erased.merge(player, snapshot.path("version").asLong(), Math::max);
            } else {
                newest.merge(
                        player + " " + snapshot.path("hunt").asText(),
                        snapshot,
                        (one, other) ->
                                one.path("version").asLong() > other.path("version").asLong()
                                        ? one
                                        : other);
            }
        }
        newest.values().stream()
                .filter(snapshot -> counts(snapshot, erased))
                .forEach(snapshot -> tables.progress.add(progress(snapshot)));
        for (JsonNode result : records(system, TopicSettings.RESULTS)) {
            if (counts(result, erased)) {
                tables.effects(result);
            }
        }
        return tables;
    }

    private static boolean counts(JsonNode record, Map<String, Long> erased) {
        long floor = erased.getOrDefault(record.path("player").asText(), 0L);
        return record.path("version").asLong() > floor;
    }

    private static List<JsonNode> records(HuntSystem system, String topic) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        try (TopicReader reader =
                new TopicReader(system.bootstrapServers(), IsolationLevel.READ_COMMITTED, topic)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                if (record.value() != null) {
                    ObjectNode json = (ObjectNode) JSON.readTree(record.value());
                    records.add(json.put(PLACE, record.partition() + ":" + record.offset()));
                }
            }
        }
        return records;
    }

    private static String progress(JsonNode snapshot) {
        List<String> solved = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (JsonNode clue : snapshot.path("clues")) {
            switch (clue.path("status").asText()) {
                case "SOLVED" -> solved.add(clue.path("clue").asText());
                case "OPEN", "UNDER_REVIEW" -> open.add(clue.path("clue").asText());
                default -> {}
            }
        }
        List<String> granted = new ArrayList<>();
        for (JsonNode treasure : snapshot.path("treasures")) {
            if (treasure.path("status").asText().equals("GRANTED")) {
                granted.add(treasure.path("treasure").asText());
            }
        }
        return line(
                snapshot,
                "player hunt version standing hunt_version joined_at at score score_at",
                snapshot.at("/board/score").asText(),
                snapshot.at("/board/score_at").asText(),
                String.join(",", solved),
                String.join(",", open),
                String.join(",", granted));
    }

    private void effects(JsonNode result) {
        int place = 0;
        for (JsonNode effect : result.path("effects")) {
            String at = result.path("at").asText();
            String where =
                    line(result, "player id") + "|" + place++ + "|" + line(result, "hunt version");
            switch (effect.path("type").asText()) {
                case "CLUE_SOLVED" ->
                        solves.add(
                                where
                                        + "|"
                                        + at
                                        + "|"
                                        + line(effect, "clue")
                                        + "|"
                                        + line(result, "hunt_version"));
                case "POINTS" -> {
                    String points =
                            line(effect, "points balance reason clue hint treasure operator text");
                    if (isRefused(effect)) {
                        refused.add(result.path(PLACE).asText());
                    } else {
                        ledger.add(where + "|" + at + "|" + points);
                    }
                }
                case "GRANTED" ->
                        grants.add(where + "|" + at + "|" + line(effect, "treasure rank"));
                default -> {}
            }
        }
    }

    /** As {@link #REFUSING} has it. */
    private static boolean isRefused(JsonNode effect) {
        return effect.path("reason").asText().equals("adjustment")
                && effect.path("points").asLong() % 5 == 0;
    }

    private static String line(JsonNode record, String fields, String... more) {
        List<String> values = new ArrayList<>();
        for (String field : fields.split(" ", -1)) {
            values.add(record.path(field).asText());
        }
        values.addAll(List.of(more));
        return String.join("|", values);
    }

    /** Places of records that a row of was refused, by the dead letters. */
    static SortedSet<String> refusedPlaces(HuntSystem system) throws Exception {
        SortedSet<String> places = new TreeSet<>();
        for (JsonNode letter : records(system, TopicSettings.DEAD_LETTERS)) {
            if (letter.path("topic").asText().equals(TopicSettings.RESULTS)) {
                assertThat(letter.path("detail").asText())
                        .isEqualTo("Postgres: 23514, a row of ledger");
                places.add(letter.path("partition") + ":" + letter.path("offset"));
            }
        }
        return places;
    }

    /** As the database has it. */
    static ProjectedTables actual(PostgresServer postgres) throws SQLException {
        ProjectedTables tables = empty();
        try (Connection connection =
                DriverManager.getConnection(postgres.url(), postgres.user(), "")) {
            read(
                    connection,
                    tables.progress,
                    "hunt_progress",
                    "player, hunt, version, standing, hunt_version, %s, %s, score, %s, board_score, %s,"
                            + " array_to_string(clues_solved, ','), array_to_string(clues_open, ','),"
                            + " array_to_string(treasures, ',')",
                    "joined_at",
                    "changed_at",
                    "score_at",
                    "board_score_at");
            read(
                    connection,
                    tables.solves,
                    "solves",
                    "player, result_id, place, hunt, version, %s, clue, hunt_version",
                    "solved_at");
            read(
                    connection,
                    tables.ledger,
                    "ledger",
                    "player, result_id, place, hunt, version, %s, points, balance, reason, clue, hint, treasure,"
                            + " operator, operator_text",
                    "changed_at");
            read(
                    connection,
                    tables.grants,
                    "treasure_grants",
                    "player, result_id, place, hunt, version, %s, treasure, rank",
                    "granted_at");
        }
        return tables;
    }

    private static void read(
            Connection connection,
            SortedSet<String> lines,
            String table,
            String columns,
            Object... times)
            throws SQLException {
        Object[] ms = new Object[times.length];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = "(extract(epoch FROM " + times[i] + ") * 1000)::bigint";
        }
        String sql = "SELECT " + columns.formatted(ms) + " FROM " + table;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String value = rows.getString(i);
                    values.add(value == null ? "" : value);
                }
                lines.add(String.join("|", values));
            }
        }
    }
}
