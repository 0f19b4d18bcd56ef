package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;

import java.util.HashMap;
import java.util.Map;

/** What became of a player's claims in a hunt. */
final class Claims {
    private enum Standing {
        MADE,
        WAITING,
        GRANTED,
        LOST
    }

    private final Map<String, Standing> standings = new HashMap<>(2);

    /** Claims a treasure; whether that had not been done before. */
    boolean make(String treasure) {
        return standings.putIfAbsent(treasure, Standing.MADE) == null;
    }

    /** Whether a verdict gives him the treasure. */
    boolean hear(Kind.Verdict verdict) {
        Standing before = standings.getOrDefault(verdict.treasure(), Standing.LOST);
        Standing after = after(before, verdict.outcome());
        standings.replace(verdict.treasure(), after);
        return before != after && after == Standing.GRANTED;
    }

    private static Standing after(Standing before, Outcome outcome) {
        return switch (before) {
            case GRANTED, LOST -> before;
            case WAITING -> outcome == Outcome.GRANTED ? Standing.GRANTED : before;
            case MADE ->
                    switch (outcome) {
                        case GRANTED -> Standing.GRANTED;
                        case SOLD_OUT -> Standing.LOST;
                        case WAITING -> Standing.WAITING;
                    };
        };
    }

    /** Gives up all of them. */
    void release() {
        standings.replaceAll((treasure, standing) -> Standing.LOST);
    }

    boolean isGranted(String treasure) {
        return standings.get(treasure) == Standing.GRANTED;
    }
}
