package treasurehunt.auditor;

import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A log, its answers and, where a story has some, the snapshots and the tables, all written by
 * hand, on 1 June 2026; and what an audit finds in them.
 */
public final class Story {
    public static final String JOINED = "{'type':'JOINED','version':1}";
    public static final String GATE =
            "{'type':'CLUE_UNLOCKED','clue':'gate','title':'The water gate',"
                    + "'text':'Stand under the arch where the carts came in.'}";
    public static final String MAST =
            "{'type':'CLUE_UNLOCKED','clue':'mast','title':'The tall one',"
                    + "'text':'It carries every sail and was never sewn.'}";
    public static final String CRANE =
            "{'type':'CLUE_UNLOCKED','clue':'crane','title':'The crane',"
                    + "'text':'Scan the tag on its foot.'}";
    public static final String ANCHOR =
            "{'type':'CLUE_UNLOCKED','clue':'anchor','title':'The rusty one',"
                    + "'text':'What holds a ship?','media':'https://hunts.example/anchor.jpg'}";
    public static final String PHOTO =
            "{'type':'CLUE_UNLOCKED','clue':'photo','title':'The photograph',"
                    + "'text':'Send a picture of all of you with the crane.'}";

    private static final Map<String, Integer> PARTITIONS =
            Map.of("ana", 16, "ben", 13, "cleo", 11, "gulls", 11);

    private static final Pattern TIME = Pattern.compile("@([-0-9T:.Z]+)");

    private final List<String> hunts = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private Optional<List<String>> progress = Optional.empty();
    private final Map<String, List<String>> tables = new TreeMap<>();
    private final Map<Integer, Integer> offsets = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private String hunt = "harbour-town";
    private String player = "";
    private String kind = "";
    private String fields = "";
    private long at;
    private int actions;

    private Story() {}

    /** In the rule book's harbour town. */
    public static Story inHarbourTown() {
        return in(harbourTown());
    }

    /** In these hunts, in YAML; the first is the one that actions name. */
    public static Story in(String... yaml) {
        Story story = new Story();
        story.hunts.addAll(List.of(yaml));
        String id = yaml[0].lines().filter(line -> line.startsWith("hunt: ")).findFirst().get();
        story.hunt = id.substring("hunt: ".length());
        return story;
    }

    public static String harbourTown() {
        try (InputStream in = Story.class.getResourceAsStream("/harbour-town.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock time of that day, such as 10:00:00 or 10:00:00.500, in ms. */
    public static long ms(String time) {
        String instant = time.contains("T") ? time : "2026-06-01T" + time + "Z";
        return Instant.parse(instant).toEpochMilli();
    }

    /** Actions from here on name this hunt. */
    public Story hunt(String id) {
        hunt = id;
        return this;
    }

    /** An action, such as {@code answer {"clue":"mast","text":"x"}}; quotes may be single. */
    public Story acts(String time, String player, String kind, String fields) {
        return acts(time, player, "a-" + ++actions, kind, fields, "");
    }

    public Story acts(
            String time, String player, String id, String kind, String fields, String more) {
        this.player = player;
        this.kind = kind;
        this.fields = fields;
        String beside =
                Set.of("join", "answer", "scan", "arrive", "hint", "position", "abandon")
                                        .contains(kind)
                                || kind.equals("submit_for_review")
                                || kind.equals("verdict")
                        ? ""
                        : ",'operator':'olga'";
        String named = kind.equals("forget") ? "" : ",'hunt':'" + hunt + "'";
        record(
                partition(player),
                time,
                "'action_id':'%s','player':'%s'%s%s%s,'%s':{%s}"
                        .formatted(id, player, named, beside, more, kind, fields));
        return this;
    }

    public static int partition(String player) {
        return PARTITIONS.getOrDefault(player, 0);
    }

    /** A line of the log. */
    public Story record(int partition, String time, String members) {
        at = ms(time);
        int offset = offsets.merge(partition, 1, Integer::sum) + 203;
        log.add(
                json(
                        "{'partition':%d,'offset':%d,'append_time':%d,%s}"
                                .formatted(partition, offset, at, members)));
        return this;
    }

    public Story tick(String time, int partition) {
        return record(partition, time, "'tick':{}");
    }

    /** The answer to the last action; {@code more} is JSON members, empty or each with a comma. */
    public Story gets(String code, long score, long version, String more, String... effects) {
        return getsOf(1, code, score, version, more, effects);
    }

    public Story getsOf(
            int huntVersion,
            String code,
            long score,
            long version,
            String more,
            String... effects) {
        String line = log.get(log.size() - 1);
        String id = line.replaceAll(".*\"action_id\":\"([^\"]*)\".*", "$1");
        String clue = fields.replaceAll("^.*'clue':'([^']*)'.*$", "$1");
        return answer(
                "{'id':'%s','player':'%s','action_id':'%s','kind':'%s'%s,'code':'%s','at':%d,"
                                .formatted(
                                        place(),
                                        player,
                                        id,
                                        kind,
                                        clue.equals(fields) ? "" : ",'clue':'" + clue + "'",
                                        code,
                                        at)
                        + "'append_time':%d,'rules':3,'effects':[%s]%s%s}"
                                .formatted(
                                        at,
                                        String.join(",", effects),
                                        kind.equals("forget")
                                                ? ""
                                                : standing(huntVersion, score, version),
                                        more));
    }

    private String standing(int huntVersion, long score, long version) {
        return ",'hunt':'%s','score':%d,'version':%d%s"
                .formatted(
                        hunt,
                        score,
                        version,
                        huntVersion == 0 ? "" : ",'hunt_version':" + huntVersion);
    }

    /** The id of the answer to the last record. */
    public String place() {
        String line = log.get(log.size() - 1);
        return line.replaceAll(".*\"partition\":(\\d+),\"offset\":(\\d+).*", "$1:$2");
    }

    /** An announcement. */
    public Story due(
            String time,
            String player,
            int huntVersion,
            long score,
            long version,
            String... effects) {
        long due = ms(time);
        return answer(
                "{'id':'%s:%s:%d','player':'%s','code':'DUE','at':%d,'rules':3,'effects':[%s]%s}"
                        .formatted(
                                player,
                                hunt,
                                due,
                                player,
                                due,
                                String.join(",", effects),
                                standing(huntVersion, score, version)));
    }

    /** The last record is answered by a dead letter. */
    public Story isDeadLetter(String reason) {
        return answer("{'id':'%s','dead_letter':'%s'}".formatted(place(), reason));
    }

    /** A line of the answers. */
    public Story answer(String json) {
        answers.add(json(json));
        return this;
    }

    /** Changes the answers, a line each. */
    public Story altered(UnaryOperator<List<String>> change) {
        List<String> altered = change.apply(new ArrayList<>(answers));
        answers.clear();
        answers.addAll(altered);
        return this;
    }

    /** Changes in the answer number {@code index}, from 0, what stands there. */
    public Story altered(int index, String what, String to) {
        return altered(lines -> replaced(lines, index, json(what), json(to)));
    }

    /** A snapshot in the hunt that actions name; in its members {@code @10:00:00} is a time. */
    public Story snapshot(String player, String members) {
        return progress(
                "{'key':'%s','value':{'player':'%s','hunt':'%s',%s}}"
                        .formatted(key(player), player, hunt, members));
    }

    /** A record without a value. */
    public Story withoutValue(String player) {
        return progress("{'key':'%s','value':null}".formatted(key(player)));
    }

    private String key(String player) {
        return hunt + "/" + player;
    }

    /** A line of the progress; a story without any is audited without snapshots. */
    public Story progress(String json) {
        return progressAltered(
                lines -> {
                    lines.add(timed(json));
                    return lines;
                });
    }

    private static String timed(String json) {
        return TIME.matcher(json(json)).replaceAll(time -> Long.toString(ms(time.group(1))));
    }

    /** Changes the progress, a line each. */
    public Story progressAltered(UnaryOperator<List<String>> change) {
        progress = Optional.of(change.apply(new ArrayList<>(progress.orElse(List.of()))));
        return this;
    }

    /** Changes in the line number {@code index} of the progress, from 0, what stands there. */
    public Story progressAltered(int index, String what, String to) {
        return progressAltered(lines -> replaced(lines, index, timed(what), timed(to)));
    }

    /** The tables are audited, from here on without a row. */
    public Story withTables() {
        for (String table : List.of("hunt_progress", "solves", "ledger", "treasure_grants")) {
            tables.put(table, new ArrayList<>());
        }
        return this;
    }

    /** A line of a table; {@code @10:00:00} in it is a time as Postgres writes it. */
    public Story row(String table, String json) {
        tables.get(table).add(stamped(json));
        return this;
    }

    private static String stamped(String json) {
        return TIME.matcher(json(json))
                .replaceAll(time -> "\"2026-06-01T" + time.group(1) + "+00:00\"");
    }

    /** Changes a table, a line each. */
    public Story rowsAltered(String table, UnaryOperator<List<String>> change) {
        tables.put(table, change.apply(new ArrayList<>(tables.get(table))));
        return this;
    }

    /** Changes in the line number {@code index} of a table, from 0, what stands there. */
    public Story rowAltered(String table, int index, String what, String to) {
        return rowsAltered(table, lines -> replaced(lines, index, stamped(what), stamped(to)));
    }

    private static List<String> replaced(List<String> lines, int index, String what, String to) {
        String changed = lines.get(index).replace(what, to);
        if (changed.equals(lines.get(index))) {
            throw new IllegalArgumentException(what + " is not in " + lines.get(index));
        }
        lines.set(index, changed);
        return lines;
    }

    public static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').replace('`', '\'');
    }

    /** What an audit finds: each violation's rule and id. */
    public List<String> found() {
        return found(Evidence.End.CLOSED);
    }

    public List<String> found(Evidence.End end) {
        audit(end);
        return violations.stream()
                .map(violation -> violation.rule() + " " + violation.id())
                .toList();
    }

    /** The violations that the last audit found. */
    public List<Violation> violations() {
        return violations;
    }

    public Findings audit(Evidence.End end) {
        violations.clear();
        try {
            Path folder = Files.createTempDirectory("story");
            try {
                return audit(folder, end);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableEvidenceException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Findings audit(Path folder, Evidence.End end)
            throws IOException, UnreadableEvidenceException {
        List<Path> files = new ArrayList<>();
        for (String yaml : hunts) {
            files.add(Files.writeString(folder.resolve("hunt-" + files.size() + ".yaml"), yaml));
        }
        return Auditor.audit(
                new Evidence(
                        files,
                        Keys.none(Role.HUNTS),
                        Files.write(folder.resolve("actions.ndjson"), log),
                        Files.write(folder.resolve("answers.ndjson"), answers),
                        OptionalInt.of(24),
                        end,
                        progress(folder),
                        tables(folder)),
                violations::add,
                records -> {});
    }

    private Optional<Path> progress(Path folder) throws IOException {
        return progress.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.write(folder.resolve("progress.ndjson"), progress.get()));
    }

    private Optional<Path> tables(Path folder) throws IOException {
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            Files.write(folder.resolve(table.getKey() + ".ndjson"), table.getValue());
        }
        return Optional.of(folder).filter(there -> !tables.isEmpty());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : new TreeSet<>(files.toList()).descendingSet()) {
                Files.delete(file);
            }
        }
    }
}
