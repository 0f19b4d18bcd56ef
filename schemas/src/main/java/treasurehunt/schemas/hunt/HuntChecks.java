package treasurehunt.schemas.hunt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a well-formed definition must also keep to be playable. */
final class HuntChecks {
    private final Hunt hunt;
    private final List<Problem> problems = new ArrayList<>();

    private HuntChecks(Hunt hunt) {
        this.hunt = hunt;
    }

    static List<Problem> problems(Hunt hunt) {
        HuntChecks checks = new HuntChecks(hunt);
        checks.times();
        checks.references();
        if (checks.problems.isEmpty()) {
            checks.cycles();
            checks.openings();
        }
        return checks.problems;
    }

    private void times() {
        if (hunt.closes() <= hunt.opens()) {
            problems.add(new Problem("closes", "must come after opens"));
        }
    }

    private void references() {
        if (hunt.clues().isEmpty()) {
            problems.add(new Problem("clues", "a hunt needs at least one clue"));
        }
        int i = 0;
        for (Clue clue : hunt.clues().values()) {
            dangling("clues[" + i++ + "].requires", clue.requires());
        }
        dangling("complete-when", hunt.completeWhen());
    }

    private void dangling(String path, Condition condition) {
        for (String named : cluesIn(condition)) {
            if (!hunt.clues().containsKey(named)) {
                problems.add(new Problem(path, "no clue is called " + named));
            }
        }
    }

    private void cycles() {
        Map<String, Set<String>> requires = new HashMap<>();
        hunt.clues().forEach((id, clue) -> requires.put(id, cluesIn(clue.requires())));
        int i = 0;
        for (String id : hunt.clues().keySet()) {
            if (requiresItself(id, requires)) {
                problems.add(
                        new Problem(
                                "clues[" + i + "].requires",
                                id + " requires itself, directly or through others"));
            }
            i++;
        }
    }

    private static boolean requiresItself(String clue, Map<String, Set<String>> requires) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(requires.get(clue));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(clue)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(requires.get(next));
            }
        }
        return false;
    }

    /** Solves whatever can be solved, for ever: what is still locked then can never open. */
    private void openings() {
        Set<String> solved = new HashSet<>();
        long points = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (Clue clue : hunt.clues().values()) {
                if (!solved.contains(clue.id())
                        && clue.requires().holds(solved::contains, points)) {
                    solved.add(clue.id());
                    points += clue.points();
                    more = true;
                }
            }
        }
        int i = 0;
        for (String id : hunt.clues().keySet()) {
            if (!solved.contains(id)) {
                problems.add(new Problem("clues[" + i + "].requires", id + " can never open"));
            }
            i++;
        }
    }

    private static Set<String> cluesIn(Condition condition) {
        Set<String> clues = new LinkedHashSet<>();
        condition.namedClues(clues::add);
        return clues;
    }
}
