package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a well-formed definition must also keep to be playable. */
final class HuntChecks {
    private static final int MOST_NAMED = 5;

    private HuntChecks() {}

    /** What the hunt as a whole must keep. */
    static List<Problem> ofFields(Hunt hunt) {
        List<Problem> problems = new ArrayList<>();
        if (hunt.closes() <= hunt.opens()) {
            problems.add(new Problem("closes", "must come after opens"));
        }
        if (hunt.clues().isEmpty()) {
            problems.add(new Problem("clues", "a hunt needs at least one clue"));
        }
        return problems;
    }

    /** What its clues must keep among each other; they name nothing that is not there. */
    static List<Problem> ofClues(Hunt hunt) {
        List<Problem> problems = new ArrayList<>(cycles(hunt));
        return problems.isEmpty() ? Openings.problems(hunt) : problems;
    }

    private static List<Problem> cycles(Hunt hunt) {
        Map<String, Set<String>> requires = new LinkedHashMap<>();
        hunt.clues().forEach((id, clue) -> requires.put(id, cluesIn(clue.requires())));
        Map<String, Set<String>> cycles = Cycles.in(requires);
        List<Problem> problems = new ArrayList<>();
        int i = 0;
        for (String id : hunt.clues().keySet()) {
            if (cycles.containsKey(id)) {
                problems.add(
                        new Problem(
                                "clues[" + i + "].requires",
                                id + " requires itself" + through(id, cycles.get(id))));
            }
            i++;
        }
        return problems;
    }

    private static String through(String id, Collection<String> cycle) {
        List<String> others = cycle.stream().filter(other -> !other.equals(id)).toList();
        if (others.isEmpty()) {
            return "";
        }
        String more =
                others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        return others.stream()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", ", " through ", more));
    }

    private static Set<String> cluesIn(Condition condition) {
        Set<String> clues = new TreeSet<>();
        condition.walk(
                part -> {
                    if (part instanceof Condition.Solved solved) {
                        clues.add(solved.clue());
                    }
                });
        return clues;
    }
}
