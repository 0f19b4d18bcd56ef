package treasurehunt.auditor.comparing;

import treasurehunt.schemas.action.Reason;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dead letters among the answers that nobody has asked for so far. */
final class DeadLetters {
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<Integer, String> again = new LinkedHashMap<>();
    private final Set<String> defects = new HashSet<>();

    void add(Line line) {
        if (line.reason().equals(Reason.DEFECT.name())) {
            defects.add(line.id());
        }
        if (lines.putIfAbsent(line.id(), line.number()) != null) {
            again.put(line.number(), line.id());
        }
    }

    /** The line of a dead letter, which is asked for by this. */
    Optional<Integer> take(String id) {
        return Optional.ofNullable(lines.remove(id));
    }

    boolean isDefect(String id) {
        return defects.contains(id);
    }

    /** What nobody has asked for: the lines, by id. */
    Map<String, Integer> rest() {
        return lines;
    }

    /** Those whose id stands on an earlier one, by line. */
    Map<Integer, String> again() {
        return again;
    }
}
