package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Claim;
import treasurehunt.auditor.rules.ClueStatus;
import treasurehunt.auditor.rules.Snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The row of {@code hunt_progress} that is made of a snapshot. */
final class ProgressRow {
    private static final Set<ClueStatus> OPEN = Set.of(ClueStatus.OPEN, ClueStatus.UNDER_REVIEW);

    private final Map<String, Object> snapshot;

    private ProgressRow(Map<String, Object> snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @param snapshot no erasure
     */
    static Row of(Snapshot snapshot) {
        return new ProgressRow(snapshot.json().get()).row();
    }

    private Row row() {
        return Row.of(Table.HUNT_PROGRESS)
                .with("player", snapshot.get("player"))
                .with("hunt", snapshot.get("hunt"))
                .with("version", snapshot.get("version"))
                .with("standing", snapshot.get("standing"))
                .with("hunt_version", snapshot.get("hunt_version"))
                .withTime("joined_at", snapshot.get("joined_at"))
                .withTime("changed_at", snapshot.get("at"))
                .with("score", snapshot.get("score"))
                .withTime("score_at", snapshot.get("score_at"))
                .with("board_score", board().map(board -> board.get("score")))
                .with("board_score_at", board().map(board -> Row.time(board.get("score_at"))))
                .with("clues_solved", clues(Set.of(ClueStatus.SOLVED)))
                .with("clues_open", clues(OPEN))
                .with("clues", clues())
                .with("treasures", ids("treasures", "treasure", Set.of(Claim.GRANTED)));
    }

    private Optional<Map<?, ?>> board() {
        return Optional.ofNullable((Map<?, ?>) snapshot.get("board"));
    }

    private List<Object> clues(Set<ClueStatus> statuses) {
        return ids("clues", "clue", statuses);
    }

    /** The ids in a list that have one of these as their status, in the list's order. */
    private List<Object> ids(String list, String id, Set<? extends Enum<?>> statuses) {
        List<String> words = statuses.stream().<String>map(Enum::name).toList();
        return elements(list)
                .filter(element -> words.contains(element.get("status")))
                .<Object>map(element -> element.get(id))
                .toList();
    }

    private Map<Object, Object> clues() {
        Map<Object, Object> clues = new LinkedHashMap<>();
        elements("clues")
                .forEach(
                        element -> {
                            Map<Object, Object> rest = new LinkedHashMap<>(element);
                            clues.put(rest.remove("clue"), rest);
                        });
        return clues;
    }

    private Stream<Map<?, ?>> elements(String list) {
        return ((List<?>) snapshot.get(list)).stream().map(element -> (Map<?, ?>) element);
    }
}
