package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the grammar of a hunt definition, whatever syntax it was written in. */
final class HuntReader {
    static final int MOST_CLUES = 1000;
    static final int MOST_ANSWERS = 100;
    static final int MOST_HINTS = 20;
    static final int DEEPEST_CONDITION = 8;

    /** Maps and lists within each other; a condition's level is one of each. */
    static final int DEEPEST_TREE = 8 + 2 * DEEPEST_CONDITION;

    private final List<Problem> problems = new ArrayList<>();

    private HuntReader() {}

    /** The hunt in a tree of maps, lists and scalars. */
    static Hunt read(Map<String, Object> tree) throws RefusedHuntException {
        HuntReader reader = new HuntReader();
        Hunt hunt = reader.hunt(new HuntFields("", tree, reader.problems));
        if (reader.problems.isEmpty()) {
            reader.problems.addAll(HuntChecks.problems(hunt));
        }
        if (!reader.problems.isEmpty()) {
            throw new RefusedHuntException(reader.problems);
        }
        return hunt;
    }

    private Hunt hunt(HuntFields fields) {
        String id = fields.id("hunt");
        int version = (int) fields.whole("version", 1);
        String title = fields.text("title");
        Optional<String> text = fields.optionalText("text");
        long opens = fields.instant("opens");
        long closes = fields.instant("closes");
        HintPolicy hintPolicy = fields.word("hint-policy", HintPolicy.class, HintPolicy.BLOCK);
        Rate rate = fields.has("rate") ? rate(fields.object("rate")) : Rate.DEFAULT;
        Map<String, Clue> clues =
                byId("clues", fields.list("clues", MOST_CLUES, this::clue), Clue::id);
        Condition everyClue =
                new Condition.All(
                        clues.keySet().stream().<Condition>map(Condition.Solved::new).toList());
        Condition completeWhen =
                fields.has("complete-when")
                        ? condition("complete-when", fields.raw("complete-when"), 1)
                        : everyClue;
        fields.refuseOthers();
        return new Hunt(
                id, version, title, text, opens, closes, hintPolicy, rate, completeWhen, clues);
    }

    private static Rate rate(HuntFields fields) {
        Rate rate =
                new Rate(
                        fields.whole("burst", 1, Rate.DEFAULT.burst()),
                        fields.whole("per-second", 1, Rate.DEFAULT.perSecond()));
        fields.refuseOthers();
        return rate;
    }

    private Clue clue(String path, Object value) {
        HuntFields fields = new HuntFields(path, value, problems);
        Clue clue =
                new Clue(
                        fields.id("id"),
                        fields.text("title"),
                        fields.optionalText("text"),
                        fields.optionalText("media"),
                        fields.whole("points", 0, 0),
                        fields.has("requires")
                                ? condition(path + ".requires", fields.raw("requires"), 1)
                                : Condition.always(),
                        proof(fields.object("proof")),
                        fields.has("attempts")
                                ? attempts(fields.object("attempts"))
                                : OptionalInt.empty(),
                        fields.whole("wrong-penalty", 0, 0),
                        byId(
                                path + ".hints",
                                fields.list("hints", MOST_HINTS, this::hint),
                                Hint::id));
        fields.refuseOthers();
        return clue;
    }

    private static OptionalInt attempts(HuntFields fields) {
        int max = (int) fields.whole("max", 1);
        fields.refuseOthers();
        return OptionalInt.of(max);
    }

    private Hint hint(String path, Object value) {
        HuntFields fields = new HuntFields(path, value, problems);
        Hint hint =
                new Hint(
                        fields.id("id"),
                        fields.whole("cost", 0, 0),
                        fields.duration("after"),
                        fields.text("text"));
        fields.refuseOthers();
        return hint;
    }

    private static Proof proof(HuntFields fields) {
        boolean answer = fields.has("answer");
        boolean code = fields.has("code");
        fields.refuseOthers();
        if (answer == code) {
            fields.problem("answer", "a proof is exactly one of: answer, code");
            return new Proof.Code(List.of());
        }
        return answer ? answer(fields.object("answer")) : code(fields.object("code"));
    }

    private static Proof answer(HuntFields fields) {
        Proof.Answer answer =
                new Proof.Answer(
                        accept(fields),
                        fields.textsByName("near", MOST_ANSWERS),
                        fields.word("match", Proof.Match.class, Proof.Match.FOLDED));
        fields.refuseOthers();
        return answer;
    }

    private static Proof code(HuntFields fields) {
        Proof.Code code = new Proof.Code(accept(fields));
        fields.refuseOthers();
        return code;
    }

    private static List<String> accept(HuntFields fields) {
        List<String> accept = fields.texts("accept", MOST_ANSWERS);
        if (accept.isEmpty()) {
            fields.problem("accept", "names nothing that would be accepted");
        }
        return accept;
    }

    private Condition condition(String path, Object value, int depth) {
        if (depth > DEEPEST_CONDITION) {
            problems.add(
                    new Problem(path, "conditions are nested deeper than " + DEEPEST_CONDITION));
            return Condition.always();
        }
        if (value instanceof String clue) {
            return new Condition.Solved(clue);
        }
        HuntFields fields = new HuntFields(path, value, problems);
        Condition condition = conditionOf(fields, path, depth);
        fields.refuseOthers();
        return condition;
    }

    private Condition conditionOf(HuntFields fields, String path, int depth) {
        if (fields.has("points")) {
            return new Condition.Points(fields.whole("points", 0));
        }
        if (fields.has("all")) {
            return new Condition.All(conditions(fields, "all", depth));
        }
        if (fields.has("any")) {
            return new Condition.Any(conditions(fields, "any", depth));
        }
        if (fields.has("at-least")) {
            return new Condition.AtLeast(
                    (int) fields.whole("at-least", 1), conditions(fields, "of", depth));
        }
        problems.add(
                new Problem(
                        path,
                        "is no condition: a clue id, {points: n}, {all: []}, {any: []}, {at-least: n, of: []}"));
        return Condition.always();
    }

    private List<Condition> conditions(HuntFields fields, String name, int depth) {
        if (!fields.has(name)) {
            fields.problem(name, "is missing");
        }
        return fields.list(name, MOST_CLUES, (path, value) -> condition(path, value, depth + 1));
    }

    private <T> Map<String, T> byId(String path, List<T> elements, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            T element = elements.get(i);
            if (byId.putIfAbsent(id.apply(element), element) != null) {
                problems.add(
                        new Problem(
                                path + "[" + i + "].id", id.apply(element) + " is there already"));
            }
        }
        return Collections.unmodifiableMap(byId);
    }
}
