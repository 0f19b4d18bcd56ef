package treasurehunt.cli.demo.view;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many players of a hunt came how far. */
final class Funnel {
    private final int half;
    private final Map<String, Integer> solved = new HashMap<>();
    private long joined;
    private long begun;
    private long halfWay;
    private long completed;

    Funnel(Hunt hunt) {
        half = (hunt.clues().size() + 1) / 2;
    }

    void saw(Result result) {
        for (Effect effect : result.effects()) {
            if (effect instanceof Effect.Joined) {
                joined++;
            } else if (effect instanceof Effect.ClueSolved) {
                int clues = solved.merge(result.player(), 1, Integer::sum);
                begun += clues == 1 ? 1 : 0;
                halfWay += clues == half ? 1 : 0;
            } else if (effect instanceof Effect.Completed) {
                completed++;
            }
        }
    }

    /** Players by how far they came, all of them first. */
    Map<String, Long> stages() {
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("joined", joined);
        stages.put("1st clue", begun);
        stages.put("half way", halfWay);
        stages.put("completed", completed);
        return stages;
    }
}
