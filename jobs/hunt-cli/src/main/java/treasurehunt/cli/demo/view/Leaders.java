package treasurehunt.cli.demo.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has the most points. Forgets who is far behind. */
public final class Leaders {
    private static final int REMEMBERED = 10_000;
    private static final int KEPT = 1_000;
    private static final Comparator<Leader> BEST_FIRST =
            Comparator.comparingLong(Leader::score).reversed().thenComparing(Leader::player);

    private final Map<String, Long> scores = new HashMap<>();

    /** Somebody with his points. */
    public record Leader(String player, long score) {}

    void has(String player, long score) {
        scores.put(player, score);
        if (scores.size() > REMEMBERED) {
            List<Leader> kept = top(KEPT);
            scores.clear();
            kept.forEach(leader -> scores.put(leader.player(), leader.score()));
        }
    }

    List<Leader> top(int places) {
        return scores.entrySet().stream()
                .map(entry -> new Leader(entry.getKey(), entry.getValue()))
                .sorted(BEST_FIRST)
                .limit(places)
                .toList();
    }
}
