package treasurehunt.auditor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.UnreadableEvidenceException;
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
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A snapshot follows from the results up to its own, on a log by chance: what the rules say where
 * somebody stands is held against a fold that sees nothing but the effects of their results.
 */
class SnapshotsFollowFromResultsTest {
    private static final long SEED = Long.getLong("hunt.seed", 1);
    private static final int RECORDS = 60_000;
    private static final int PARTITIONS = 4;

    @TempDir private Path folder;

    @Test
    void whateverHappens() throws IOException, UnreadableEvidenceException {
        System.out.println("-Dhunt.seed=" + SEED);
        GeneratedLog log =
                GeneratedLog.byChance(new Settings(SEED, RECORDS, 300, PARTITIONS, false));
        Folds folds = new Folds(log.hunts());
        Judge judge = new Judge(Catalogue.of(hunts(log), Keys.none(Role.HUNTS)), folds);

        try (RecordedActions actions = new RecordedActions(actions(log), OptionalInt.empty())) {
            for (Optional<LogRecord> next = actions.next();
                    next.isPresent();
                    next = actions.next()) {
                judge.take(next.get());
            }
        }

        assertThat(folds.awaited).isEmpty();
        assertThat(folds.seen)
                .contains("PENDING", "OPEN", "UNDER_REVIEW", "EXPIRED", "SOLVED")
                .contains("CLAIMED", "WAITING", "GRANTED", "SOLD_OUT", "RELEASED")
                .contains("DISQUALIFIED", "COMPLETED", "ABANDONED", "TIME_UP", "PLAYING")
                .contains("board", "no board", "moved off a frozen board", "erased");
    }

    private List<Path> hunts(GeneratedLog log) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Hunt hunt : log.hunts()) {
            Path file = folder.resolve(files.size() + ".json");
            files.add(Files.write(file, HuntCodec.encode(hunt)));
        }
        return files;
    }

    private Path actions(GeneratedLog log) throws IOException {
        Intake intake = new Intake(OptionalInt.of(PARTITIONS), Seals.asRecorded());
        Path file = folder.resolve("actions.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < RECORDS; i++) {
                RawRecord record = log.next();
                out.write(RecordedLog.encode(record, Map.of(), intake));
                out.write('\n');
            }
        }
        return file;
    }

    /** Folds results, and holds the snapshots against that. */
    private static final class Folds implements Answers {
        private final Map<String, Long> freezeAt = new HashMap<>();
        private final Map<String, Fold> folds = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();

        /** The keys whose snapshots the last result lets come. */
        private final Set<String> awaited = new HashSet<>();

        private Folds(List<Hunt> hunts) {
            hunts.forEach(
                    hunt ->
                            freezeAt.put(
                                    hunt.id() + "/" + hunt.version(),
                                    hunt.freezeAt().orElse(Long.MAX_VALUE)));
        }

        @Override
        public void expect(Expected answer) {
            assertThat(awaited).isEmpty();
            if (answer instanceof Expected.Result result
                    && !result.effectTypes().isEmpty()
                    && !Long.valueOf(0).equals(result.json().get("version"))) {
                fold(result);
            }
        }

        private void fold(Expected.Result result) {
            if (result.code().equals("FORGOTTEN")) {
                folds.keySet().stream()
                        .filter(key -> key.endsWith("/" + result.player()))
                        .forEach(awaited::add);
                return;
            }
            String key = result.json().get("hunt") + "/" + result.player();
            folds.computeIfAbsent(key, unknown -> new Fold()).take(result.json(), this);
            awaited.add(key);
        }

        @Override
        public void reached(Snapshot snapshot) {
            assertThat(awaited.remove(snapshot.key())).isTrue();
            Fold fold = folds.get(snapshot.key());
            if (snapshot.isErasure()) {
                folds.remove(snapshot.key());
                seen.add("erased");
                assertThat(snapshot.version()).isGreaterThan(fold.version);
                return;
            }
            assertThat(snapshot.json().get()).isEqualTo(fold.json(snapshot));
            fold.clues.values().forEach(clue -> seen.add(clue.status));
            seen.addAll(fold.treasures.values());
            seen.add(fold.standing());
            seen.add(fold.board.isEmpty() ? "no board" : "board");
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

    private static final class FoldedClue {
        private String status = "LOCKED";
        private long attempts;
        private final Set<Object> hints = new HashSet<>();
    }

    /** Where somebody stands, from effects alone. */
    private static final class Fold {
        private final Set<String> had = new HashSet<>();
        private final SortedMap<String, FoldedClue> clues = new TreeMap<>();
        private final SortedMap<String, String> treasures = new TreeMap<>();
        private Map<String, Object> board = Map.of();
        private Object huntVersion = 0L;
        private long version;
        private long joinedAt;
        private long at;
        private long score;
        private long scoreAt;

        private void take(Map<String, Object> result, Folds folds) {
            at = (Long) result.get("at");
            version = (Long) result.get("version");
            boolean isJoin = result.get("code").equals("JOINED");
            Map<String, Object> before = Map.of("score", score, "score_at", scoreAt);
            for (Object effect : (List<?>) result.get("effects")) {
                take((Map<?, ?>) effect);
            }
            if (at < folds.freezeAt.get(result.get("hunt") + "/" + huntVersion)) {
                folds.seen.add(board.isEmpty() ? "no board" : "moved off a frozen board");
                board = Map.of();
            } else if (board.isEmpty()) {
                board = isJoin ? Map.of("score", 0L, "score_at", at) : before;
            }
        }

        private void take(Map<?, ?> effect) {
            String type = (String) effect.get("type");
            switch (type) {
                case "JOINED" -> {
                    huntVersion = effect.get("version");
                    joinedAt = at;
                    scoreAt = at;
                }
                case "MOVED" -> huntVersion = effect.get("version");
                case "REINSTATED" -> had.remove("DISQUALIFIED");
                case "POINTS" -> {
                    score += (Long) effect.get("points");
                    scoreAt = at;
                }
                case "CLAIMED", "WAITING", "GRANTED", "SOLD_OUT", "RELEASED" ->
                        treasures.put((String) effect.get("treasure"), type);
                default -> {
                    had.add(type);
                    if (effect.get("clue") instanceof String clue) {
                        take(type, clues.computeIfAbsent(clue, id -> new FoldedClue()), effect);
                    }
                }
            }
        }

        private static void take(String type, FoldedClue clue, Map<?, ?> effect) {
            switch (type) {
                case "CLUE_PENDING" -> clue.status = "PENDING";
                case "CLUE_UNLOCKED", "REVIEW_REJECTED" -> clue.status = "OPEN";
                case "SUBMITTED" -> clue.status = "UNDER_REVIEW";
                case "CLUE_EXPIRED" -> clue.status = "EXPIRED";
                case "CLUE_SOLVED" -> clue.status = "SOLVED";
                case "ATTEMPT_USED" -> clue.attempts++;
                case "ATTEMPTS_RESET" -> clue.attempts = 0;
                case "HINT_REVEALED" -> clue.hints.add(effect.get("hint"));
                default -> throw new AssertionError(type);
            }
        }

        private String standing() {
            for (String first : List.of("DISQUALIFIED", "COMPLETED", "ABANDONED", "TIME_UP")) {
                if (had.contains(first)) {
                    return first;
                }
            }
            return "PLAYING";
        }

        private Map<String, Object> json(Snapshot of) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("player", of.player());
            json.put("hunt", of.hunt());
            json.put("version", version);
            json.put("standing", standing());
            json.put("hunt_version", huntVersion);
            json.put("joined_at", joinedAt);
            json.put("at", at);
            json.put("score", score);
            json.put("score_at", scoreAt);
            if (!board.isEmpty()) {
                json.put("board", board);
            }
            List<Object> told = new ArrayList<>();
            clues.forEach(
                    (id, clue) ->
                            told.add(
                                    Map.of(
                                            "clue",
                                            id,
                                            "status",
                                            clue.status,
                                            "attempts",
                                            clue.attempts,
                                            "hints",
                                            (long) clue.hints.size())));
            json.put("clues", told);
            List<Object> claimed = new ArrayList<>();
            treasures.forEach(
                    (id, status) -> claimed.add(Map.of("treasure", id, "status", status)));
            json.put("treasures", claimed);
            return json;
        }
    }
}
