package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the versions of a hunt must keep among each other to be published. */
public final class Versions {
    private Versions() {}

    /**
     * The treasures of which a version gives another stock than the one before it, if it also says
     * from when on it takes effect. A stock changes for all players at once, when it is published.
     *
     * @param others hunts and versions among which earlier ones may be
     */
    public static List<Problem> restocked(Hunt hunt, Collection<Hunt> others) {
        List<Problem> problems = new ArrayList<>();
        if (hunt.effectiveFrom().isPresent()) {
            Map<String, Stocked> before = before(hunt, others);
            stocks(hunt)
                    .forEach(
                            (treasure, stock) -> {
                                Stocked there =
                                        before.getOrDefault(treasure, new Stocked(0, stock));
                                if (there.stock() != stock) {
                                    problems.add(problem(treasure, there));
                                }
                            });
        }
        return problems;
    }

    private record Stocked(int version, long stock) {}

    /** Each treasure's stock in the newest earlier version that has it. */
    private static Map<String, Stocked> before(Hunt hunt, Collection<Hunt> others) {
        Map<String, Stocked> before = new HashMap<>();
        others.stream()
                .filter(other -> other.id().equals(hunt.id()) && other.version() < hunt.version())
                .sorted(Comparator.comparingInt(Hunt::version))
                .forEach(
                        other ->
                                stocks(other)
                                        .forEach(
                                                (treasure, stock) ->
                                                        before.put(
                                                                treasure,
                                                                new Stocked(
                                                                        other.version(), stock))));
        return before;
    }

    /** By id of the treasure; the bonuses of a clue's first finders are one, too. */
    private static Map<String, Long> stocks(Hunt hunt) {
        Map<String, Long> stocks = new LinkedHashMap<>();
        hunt.treasures().forEach((id, treasure) -> stocks.put(id, treasure.stock()));
        hunt.clues()
                .values()
                .forEach(
                        clue -> {
                            if (!clue.firstFinders().isEmpty()) {
                                stocks.put(
                                        clue.firstFindersTreasure(),
                                        (long) clue.firstFinders().size());
                            }
                        });
        return stocks;
    }

    private static Problem problem(String treasure, Stocked there) {
        return new Problem(
                "effective-from",
                "a stock changes as soon as it is published: leave this out, or keep the stock of %s at %d, as in version %d"
                        .formatted(treasure, there.stock(), there.version()));
    }
}
