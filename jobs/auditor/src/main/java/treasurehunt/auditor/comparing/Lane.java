package treasurehunt.auditor.comparing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One player's results, in the file's order, and which of them have been asked for. */
final class Lane {
    private final AnswersFile file;
    private final IntList lines = new IntList();

    /** The lines in the order in which they were asked for, twice their number, odd if due. */
    private final IntList taken = new IntList();

    private int next;

    /** What is left, by id, from the first answer on that was not the next one. */
    private Optional<Map<String, Deque<Integer>>> left = Optional.empty();

    Lane(AnswersFile file) {
        this.file = file;
    }

    void add(int line) {
        lines.add(line);
    }

    /**
     * The answer with this id, which is asked for by this; the first of them, if there are more.
     */
    Optional<Line> take(String id, boolean isAnnouncement) {
        Optional<Line> line = left.isPresent() ? Optional.empty() : takeNext(id);
        if (line.isEmpty() && has(id)) {
            line = Optional.of(file.read(left().get(id).removeFirst()));
        }
        line.ifPresent(found -> taken.add(2 * found.number() + (isAnnouncement ? 1 : 0)));
        return line;
    }

    private Optional<Line> takeNext(String id) {
        if (next == lines.size()) {
            return Optional.empty();
        }
        Line line = file.read(lines.get(next));
        if (!line.id().equals(id)) {
            return Optional.empty();
        }
        next++;
        return Optional.of(line);
    }

    boolean has(String id) {
        Deque<Integer> with = left().get(id);
        return with != null && !with.isEmpty();
    }

    private Map<String, Deque<Integer>> left() {
        if (left.isEmpty()) {
            Map<String, Deque<Integer>> byId = new HashMap<>();
            for (int i = next; i < lines.size(); i++) {
                byId.computeIfAbsent(file.read(lines.get(i)).id(), id -> new ArrayDeque<>(1))
                        .addLast(lines.get(i));
            }
            left = Optional.of(byId);
        }
        return left.get();
    }

    /** What nobody has asked for, in the file's order. */
    List<Line> rest() {
        if (left.isEmpty() && next == lines.size()) {
            return List.of();
        }
        return left().values().stream().flatMap(Deque::stream).sorted().map(file::read).toList();
    }

    IntList taken() {
        return taken;
    }

    /** The ids of what was asked for. */
    List<String> takenIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            ids.add(file.read(taken.get(i) / 2).id());
        }
        return ids;
    }
}
