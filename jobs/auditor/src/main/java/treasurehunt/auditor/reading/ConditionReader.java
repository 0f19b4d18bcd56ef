package treasurehunt.auditor.reading;

import treasurehunt.auditor.UnreadableEvidenceException;

import java.util.ArrayList;
import java.util.List;

/** Reads what a condition asks for. */
final class ConditionReader {
    private ConditionReader() {}

    static Condition read(Object node, String where) throws UnreadableEvidenceException {
        if (node instanceof String clue) {
            return new Condition.Solved(clue);
        }
        Fields fields = new Fields(node, where);
        Condition condition = read(fields, where);
        fields.end();
        return condition;
    }

    private static Condition read(Fields fields, String where) throws UnreadableEvidenceException {
        if (fields.has("points")) {
            return new Condition.Points(fields.whole("points"));
        }
        if (fields.has("treasure")) {
            return new Condition.Granted(fields.text("treasure"));
        }
        if (fields.has("all")) {
            return Condition.all(parts(fields, "all", where));
        }
        if (fields.has("any")) {
            return Condition.any(parts(fields, "any", where));
        }
        if (fields.has("at-least")) {
            return new Condition.AtLeast(fields.whole("at-least"), parts(fields, "of", where));
        }
        throw fields.refused("the condition", "is none of the rule book's");
    }

    private static List<Condition> parts(Fields fields, String name, String where)
            throws UnreadableEvidenceException {
        List<Condition> parts = new ArrayList<>();
        for (Object part : fields.list(name)) {
            parts.add(read(part, where + ": " + name));
        }
        return parts;
    }
}
