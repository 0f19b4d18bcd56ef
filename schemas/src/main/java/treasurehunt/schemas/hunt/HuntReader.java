package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads the grammar of a hunt definition, whatever syntax it was written in. */
final class HuntReader {
    static final int MOST_CLUES = 1000;
    static final int MOST_TREASURES = 100;
    static final int MOST_HINTS = 20;
    static final int MOST_FIRST_FINDERS = 1000;

    /** Maps and lists within each other; a condition's level is one of each. */
    static final int DEEPEST_TREE = 8 + 2 * ConditionReader.DEEPEST;

    private final List<Problem> problems = new ArrayList<>();
    private final References references = new References();
    private final ConditionReader conditions = new ConditionReader(references, problems);
    private final ProofReader proofs = new ProofReader();

    private HuntReader() {}

    /** The hunt in a tree of maps, lists and scalars. */
    static Hunt read(Map<String, Object> tree) throws RefusedHuntException {
        HuntReader reader = new HuntReader();
        Hunt hunt = reader.hunt(new HuntFields("", tree, reader.problems));
        if (reader.problems.isEmpty()) {
            reader.problems.addAll(
                    reader.references.dangling(hunt.clues().keySet(), hunt.treasures().keySet()));
            reader.problems.addAll(HuntChecks.ofFields(hunt));
        }
        if (reader.problems.isEmpty()) {
            reader.problems.addAll(HuntChecks.ofClues(hunt));
        }
        if (!reader.problems.isEmpty()) {
            throw new RefusedHuntException(reader.problems);
        }
        return hunt;
    }

    private Hunt hunt(HuntFields fields) {
        Map<String, Clue> clues =
                byId("clues", fields.list("clues", MOST_CLUES, this::clue), Clue::id);
        Hunt hunt =
                new Hunt(
                        fields.id("hunt"),
                        (int) fields.whole("version", 1),
                        fields.optionalInstant("effective-from"),
                        fields.text("title"),
                        fields.optionalText("text"),
                        fields.instant("opens"),
                        fields.instant("closes"),
                        fields.optionalDuration("time-limit"),
                        fields.optionalInstant("freeze-at"),
                        fields.word("hint-policy", HintPolicy.class, HintPolicy.BLOCK),
                        fields.has("rate") ? rate(fields.object("rate")) : Rate.DEFAULT,
                        fields.optionalPositive("max-speed"),
                        condition(fields, "complete-when", everyClue(clues)),
                        clues,
                        byId(
                                "treasures",
                                fields.list("treasures", MOST_TREASURES, this::treasure),
                                Treasure::id));
        fields.refuseOthers();
        return hunt;
    }

    private static Condition everyClue(Map<String, Clue> clues) {
        return new Condition.All(
                clues.keySet().stream().<Condition>map(Condition.Solved::new).toList());
    }

    private Condition condition(HuntFields fields, String name, Condition unlessGiven) {
        return fields.has(name)
                ? conditions.read(fields.pathOf(name), fields.raw(name))
                : unlessGiven;
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
                        condition(fields, "requires", Condition.always()),
                        fields.duration("unlocks-after", 0),
                        fields.optionalDuration("deadline"),
                        proofs.read(fields.object("proof")),
                        fields.has("attempts")
                                ? attempts(fields.object("attempts"))
                                : Attempts.UNLIMITED,
                        fields.whole("wrong-penalty", 0, 0),
                        byId(
                                fields.pathOf("hints"),
                                fields.list("hints", MOST_HINTS, this::hint),
                                Hint::id),
                        fields.wholes("first-finders", 0, MOST_FIRST_FINDERS),
                        claimed(fields));
        fields.refuseOthers();
        return clue;
    }

    private Optional<String> claimed(HuntFields fields) {
        if (!fields.has("treasure")) {
            return Optional.empty();
        }
        String treasure = fields.id("treasure");
        references.treasure(fields.pathOf("treasure"), treasure);
        return Optional.of(treasure);
    }

    private static Attempts attempts(HuntFields fields) {
        OptionalLong max = fields.optionalWhole("max", 1);
        Optional<Attempts.CoolDown> coolDown =
                fields.has("wait") ? Optional.of(coolDown(fields)) : Optional.empty();
        for (String name : List.of("free", "factor", "ceiling")) {
            if (fields.has(name) && coolDown.isEmpty()) {
                fields.problem(name, "means nothing without wait, such as wait: 30s");
            }
        }
        fields.refuseOthers();
        if (max.isEmpty() && coolDown.isEmpty()) {
            fields.problem("needs max, such as max: 5, or wait, such as wait: 30s");
        }
        return new Attempts(max, coolDown);
    }

    private static Attempts.CoolDown coolDown(HuntFields fields) {
        return new Attempts.CoolDown(
                fields.whole("free", 0, 0),
                fields.duration("wait", 0),
                fields.whole("factor", 1, 1),
                fields.duration("ceiling", Attempts.CoolDown.DEFAULT_CEILING));
    }

    private Hint hint(String path, Object value) {
        HuntFields fields = new HuntFields(path, value, problems);
        Hint hint =
                new Hint(
                        fields.id("id"),
                        fields.whole("cost", 0, 0),
                        fields.duration("after", 0),
                        fields.text("text"));
        fields.refuseOthers();
        return hint;
    }

    private Treasure treasure(String path, Object value) {
        HuntFields fields = new HuntFields(path, value, problems);
        Treasure treasure =
                new Treasure(
                        fields.id("id"),
                        fields.text("title"),
                        fields.whole("stock", 0),
                        fields.whole("points", 0, 0),
                        fields.bool("waiting-list", false));
        fields.refuseOthers();
        return treasure;
    }

    private <T> Map<String, T> byId(String path, List<T> elements, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            T element = elements.get(i);
            String name = id.apply(element);
            if (byId.putIfAbsent(name, element) != null && !name.isEmpty()) {
                problems.add(new Problem(path + "[" + i + "].id", name + " is there already"));
            }
        }
        return Collections.unmodifiableMap(byId);
    }
}
