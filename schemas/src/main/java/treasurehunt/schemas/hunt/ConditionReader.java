package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.Map;

/** Reads conditions, and notes what they are about. */
final class ConditionReader {
    static final int DEEPEST = 8;

    private static final String FORMS =
            "a clue id, {points: n}, {treasure: id}, {all: []}, {any: []}, {at-least: n, of: []}";
    private static final int MOST_PARTS = 1000;

    private final References references;
    private final List<Problem> problems;

    ConditionReader(References references, List<Problem> problems) {
        this.references = references;
        this.problems = problems;
    }

    Condition read(String path, Object value) {
        return condition(path, value, 1);
    }

    private Condition condition(String path, Object value, int depth) {
        if (depth > DEEPEST) {
            problems.add(new Problem(path, "conditions are nested deeper than " + DEEPEST));
            return Condition.always();
        }
        if (value instanceof String clue && !clue.isEmpty()) {
            references.clue(path, clue);
            return new Condition.Solved(clue);
        }
        if (!(value instanceof Map<?, ?>)) {
            problems.add(new Problem(path, "is no condition: " + FORMS));
            return Condition.always();
        }
        HuntFields fields = new HuntFields(path, value, problems);
        Condition condition = conditionOf(fields, depth);
        fields.refuseOthers();
        return condition;
    }

    private Condition conditionOf(HuntFields fields, int depth) {
        if (fields.has("points")) {
            return new Condition.Points(fields.whole("points", 0));
        }
        if (fields.has("treasure")) {
            String treasure = fields.id("treasure");
            references.treasure(fields.pathOf("treasure"), treasure);
            return new Condition.Granted(treasure);
        }
        if (fields.has("all")) {
            return new Condition.All(parts(fields, "all", depth));
        }
        if (fields.has("any")) {
            return new Condition.Any(parts(fields, "any", depth));
        }
        if (fields.has("at-least")) {
            int count = (int) fields.whole("at-least", 1);
            return new Condition.AtLeast(count, parts(fields, "of", depth));
        }
        fields.problem("is no condition: " + FORMS);
        return Condition.always();
    }

    private List<Condition> parts(HuntFields fields, String name, int depth) {
        if (!fields.has(name)) {
            fields.problem(name, "is missing");
        }
        return fields.list(name, MOST_PARTS, (path, value) -> condition(path, value, depth + 1));
    }
}
