package treasurehunt.auditor.generator;

import treasurehunt.schemas.hunt.Condition;

import java.util.ArrayList;
import java.util.List;

/** Conditions of every form, some within each other. */
final class ConditionsByChance {
    private static final int SIMPLE_FORMS = 3;
    private static final int FORMS = 6;
    private static final int DEEPEST = 3;
    private static final int MOST_PARTS = 3;
    private static final long POINTS = 10;

    private final Chance chance;
    private final List<String> treasures;

    ConditionsByChance(Chance chance, List<String> treasures) {
        this.chance = chance;
        this.treasures = treasures;
    }

    /** Some condition about these clues, about points, and about treasures. */
    Condition about(List<String> clues) {
        return at(0, clues);
    }

    private Condition at(int depth, List<String> clues) {
        return switch (chance.below(depth < DEEPEST ? FORMS : SIMPLE_FORMS)) {
            case 0 -> new Condition.Solved(chance.pick(clues));
            case 1 -> new Condition.Points(POINTS * chance.below(9));
            case 2 -> new Condition.Granted(chance.pick(treasures));
            case 3 -> new Condition.All(parts(chance.below(MOST_PARTS + 1), depth, clues));
            case 4 -> new Condition.Any(parts(chance.below(MOST_PARTS + 1), depth, clues));
            default -> atLeast(depth, clues);
        };
    }

    private Condition atLeast(int depth, List<String> clues) {
        int of = 1 + chance.below(MOST_PARTS);
        return new Condition.AtLeast(1 + chance.below(of), parts(of, depth, clues));
    }

    private List<Condition> parts(int count, int depth, List<String> clues) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(at(depth + 1, clues));
        }
        return parts;
    }
}
