package treasurehunt.auditor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.auditor.Auditor;
import treasurehunt.auditor.Evidence;
import treasurehunt.auditor.Findings;
import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.auditor.Violation;
import treasurehunt.auditor.generator.GeneratedLog;
import treasurehunt.auditor.generator.Settings;
import treasurehunt.auditor.reading.Catalogue;
import treasurehunt.auditor.reading.LogRecord;
import treasurehunt.auditor.reading.RecordedActions;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.StrictJson;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The tables of a log by chance, kept as a database keeps them, row by row as results and snapshots
 * come: they are right, and each row that is damaged is found.
 */
class TablesFollowFromResultsTest {
    private static final long SEED = Long.getLong("hunt.seed", 1);
    private static final int RECORDS = 20_000;
    private static final int PARTITIONS = 4;
    private static final List<String> TABLES =
            List.of("hunt_progress", "solves", "ledger", "treasure_grants");

    @TempDir private Path folder;

    private final List<Path> hunts = new ArrayList<>();
    private final Database database = new Database();

    @BeforeEach
    void keepsTheTables() throws IOException, UnreadableEvidenceException {
        System.out.println("-Dhunt.seed=" + SEED);
        GeneratedLog log =
                GeneratedLog.byChance(new Settings(SEED, RECORDS, 300, PARTITIONS, false));
        for (Hunt hunt : log.hunts()) {
            Path file = folder.resolve(hunts.size() + ".json");
            hunts.add(Files.write(file, HuntCodec.encode(hunt)));
        }
        writeActions(log);
        Judge judge = new Judge(Catalogue.of(hunts, Keys.none(Role.HUNTS)), database);
        try (RecordedActions actions =
                new RecordedActions(folder.resolve("actions.ndjson"), OptionalInt.empty())) {
            for (Optional<LogRecord> next = actions.next();
                    next.isPresent();
                    next = actions.next()) {
                judge.take(next.get());
            }
        }
        judge.players().forEach(player -> bringAll(judge, player));
        Files.write(folder.resolve("answers.ndjson"), database.answers);
    }

    private void writeActions(GeneratedLog log) throws IOException {
        Intake intake = new Intake(OptionalInt.of(PARTITIONS), Seals.asRecorded());
        try (OutputStream out = Files.newOutputStream(folder.resolve("actions.ndjson"))) {
            for (int i = 0; i < RECORDS; i++) {
                RawRecord record = log.next();
                out.write(RecordedLog.encode(record, Map.of(), intake));
                out.write('\n');
            }
        }
    }

    private static void bringAll(Judge judge, String player) {
        for (Optional<Judge.Due> due = judge.nextDue(player);
                due.isPresent() && due.get().at() < judge.end();
                due = judge.nextDue(player)) {
            judge.bring(player, due.get());
        }
    }

    @Test
    void whateverHappens() throws IOException, UnreadableEvidenceException {
        List<Violation> violations = new ArrayList<>();

        Findings findings = audit(violations);

        assertThat(violations).isEmpty();
        assertThat(findings.rows()).isEqualTo(database.rows.size());
        assertThat(database.rows.keySet().stream().map(Key::table).distinct())
                .containsExactlyInAnyOrderElementsOf(TABLES);
        assertThat(database.erased).isPositive();
        assertThat(database.rows.values())
                .anyMatch(row -> row.get("released_at") instanceof String)
                .anyMatch(row -> row.get("board_score") instanceof Long);
    }

    @Test
    void whateverIsDamaged() throws IOException, UnreadableEvidenceException {
        Random chance = new Random(SEED);
        List<String> damaged = new ArrayList<>();
        for (Map.Entry<Key, Map<String, Object>> row : List.copyOf(database.rows.entrySet())) {
            if (chance.nextInt(20) == 0) {
                damage(row.getKey(), row.getValue(), chance);
                damaged.add(row.getKey().table() + ":" + row.getKey().joined());
            }
        }
        List<Violation> violations = new ArrayList<>();

        audit(violations);

        assertThat(damaged).hasSizeGreaterThan(100);
        assertThat(violations)
                .extracting(Violation::id)
                .containsExactlyInAnyOrderElementsOf(damaged);
        assertThat(violations).extracting(Violation::rule).containsOnly(Violation.Rule.TABLE);
    }

    private void damage(Key key, Map<String, Object> row, Random chance) {
        List<String> columns = new ArrayList<>(row.keySet());
        columns.removeAll(List.of("player", "hunt", "result_id", "place"));
        String column = columns.get(chance.nextInt(columns.size()));
        switch (chance.nextInt(4)) {
            case 0 -> database.rows.remove(key);
            case 1 -> row.remove(column);
            case 2 -> row.put("more", 1L);
            default -> row.put(column, row.get(column) instanceof Long n ? n + 1 : 7L);
        }
    }

    private Findings audit(List<Violation> violations)
            throws IOException, UnreadableEvidenceException {
        for (String table : TABLES) {
            List<String> lines = new ArrayList<>();
            database.rows.forEach(
                    (key, row) -> {
                        if (key.table().equals(table)) {
                            lines.add(line(row));
                        }
                    });
            Collections.shuffle(lines, new Random(SEED));
            Files.write(folder.resolve(table + ".ndjson"), lines);
        }
        return Auditor.audit(
                new Evidence(
                        hunts,
                        Keys.none(Role.HUNTS),
                        folder.resolve("actions.ndjson"),
                        folder.resolve("answers.ndjson"),
                        OptionalInt.empty(),
                        Evidence.End.CLOSED,
                        Optional.empty(),
                        Optional.of(folder)),
                violations::add,
                records -> {});
    }

    private static String line(Map<String, Object> members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        members.forEach((name, value) -> tree.put(name, node(value)));
        return new String(JsonWriter.tree(tree), StandardCharsets.UTF_8);
    }

    private static Object node(Object value) {
        if (value instanceof Long number) {
            return new JsonNumber(number.toString());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TablesFollowFromResultsTest::node).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(name, node(member)));
            return members;
        }
        return value;
    }

    private record Key(String table, String player, String rest) {
        String joined() {
            return player + "/" + rest;
        }
    }

    /** What a database would keep of results and snapshots, and the results themselves. */
    private static final class Database implements Answers {
        private final List<String> answers = new ArrayList<>();
        private final Map<Key, Map<String, Object>> rows = new LinkedHashMap<>();
        private int erased;

        @Override
        public void expect(Expected answer) {
            if (answer instanceof Expected.Result result) {
                answers.add(line(result.json()));
                List<?> effects = (List<?>) result.json().get("effects");
                for (int i = 0; i < effects.size(); i++) {
                    insert(result, i, (Map<?, ?>) effects.get(i));
                }
            } else if (answer instanceof Expected.DeadLetter letter) {
                String reason = letter.refused().reason().name();
                answers.add(line(Map.of("id", letter.id(), "dead_letter", reason)));
            }
        }

        private void insert(Expected.Result result, long place, Map<?, ?> effect) {
            switch ((String) effect.get("type")) {
                case "CLUE_SOLVED" -> {
                    Map<String, Object> row = insert("solves", result, place);
                    row.put("clue", effect.get("clue"));
                    row.put("hunt_version", result.json().get("hunt_version"));
                    row.put("solved_at", time(result.at()));
                }
                case "POINTS" -> {
                    Map<String, Object> row = insert("ledger", result, place);
                    row.put("changed_at", time(result.at()));
                    for (String same : List.of("points", "balance", "reason")) {
                        row.put(same, effect.get(same));
                    }
                    for (String same : List.of("clue", "hint", "treasure", "operator")) {
                        row.put(same, orNull(effect.get(same)));
                    }
                    row.put("operator_text", orNull(effect.get("text")));
                }
                case "GRANTED" -> {
                    Map<String, Object> row = insert("treasure_grants", result, place);
                    row.put("treasure", effect.get("treasure"));
                    row.put("rank", effect.get("rank"));
                    row.put("granted_at", time(result.at()));
                    row.put("released_at", StrictJson.NULL);
                }
                case "RELEASED" -> release(result, effect.get("treasure"));
                default -> {}
            }
        }

        private Map<String, Object> insert(String table, Expected.Result result, long place) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("player", result.player());
            row.put("result_id", result.id());
            row.put("place", place);
            row.put("hunt", result.json().get("hunt"));
            row.put("version", result.json().get("version"));
            rows.put(new Key(table, result.player(), result.id() + "/" + place), row);
            return row;
        }

        private void release(Expected.Result result, Object treasure) {
            Map<String, Object> what =
                    Map.of(
                            "player",
                            result.player(),
                            "treasure",
                            treasure,
                            "hunt",
                            result.json().getOrDefault("hunt", ""));
            rows.values().stream()
                    .filter(row -> row.containsKey("rank"))
                    .filter(row -> row.entrySet().containsAll(what.entrySet()))
                    .forEach(row -> row.put("released_at", time(result.at())));
        }

        private static Object orNull(Object value) {
            return value == null ? StrictJson.NULL : value.toString().replace("\0", "\uFFFD");
        }

        /** As Postgres writes it: the fraction without its last zeros. */
        private static String time(Object ms) {
            String time = Instant.ofEpochMilli((Long) ms).toString();
            String bare = time.substring(0, time.length() - 1);
            return (bare.contains(".") ? bare.replaceFirst("0+$", "") : bare) + "+00:00";
        }

        @Override
        public void reached(Snapshot snapshot) {
            if (snapshot.isErasure()) {
                erased++;
                rows.entrySet()
                        .removeIf(
                                row ->
                                        row.getKey().player().equals(snapshot.player())
                                                && (Long) row.getValue().get("version")
                                                        <= snapshot.version());
                return;
            }
            rows.put(
                    new Key("hunt_progress", snapshot.player(), snapshot.hunt()),
                    progress(snapshot.json().get()));
        }

        private static Map<String, Object> progress(Map<String, Object> snapshot) {
            Map<String, Object> row = new LinkedHashMap<>(snapshot);
            for (String time : List.of("joined_at", "score_at", "at")) {
                row.put(time, time(row.get(time)));
            }
            row.put("changed_at", row.remove("at"));
            Map<?, ?> board = (Map<?, ?>) row.remove("board");
            row.put("board_score", board == null ? StrictJson.NULL : board.get("score"));
            row.put(
                    "board_score_at",
                    board == null ? StrictJson.NULL : time(board.get("score_at")));
            List<Object> solved = new ArrayList<>();
            List<Object> open = new ArrayList<>();
            Map<Object, Object> clues = new LinkedHashMap<>();
            for (Object element : (List<?>) row.get("clues")) {
                Map<Object, Object> clue = new LinkedHashMap<>((Map<?, ?>) element);
                Object id = clue.remove("clue");
                clues.put(id, clue);
                switch ((String) clue.get("status")) {
                    case "SOLVED" -> solved.add(id);
                    case "OPEN", "UNDER_REVIEW" -> open.add(id);
                    default -> {}
                }
            }
            row.put("clues_solved", solved);
            row.put("clues_open", open);
            row.put("clues", clues);
            List<Object> held = new ArrayList<>();
            for (Object element : (List<?>) row.get("treasures")) {
                if (((Map<?, ?>) element).get("status").equals("GRANTED")) {
                    held.add(((Map<?, ?>) element).get("treasure"));
                }
            }
            row.put("treasures", held);
            return row;
        }

        @Override
        public boolean failed(String player, String id) {
            return false;
        }

        @Override
        public void wouldHaveGiven(Expected.Result answer) {
            throw new AssertionError("nothing has failed");
        }

        @Override
        public void found(Findings.Pair pair) {}
    }
}
