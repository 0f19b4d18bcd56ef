package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.auditor.rules.Expected;
import treasurehunt.schemas.json.JsonNumber;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares results with what the rules give, and names each difference. */
final class Comparison {
    /** Judged on their own. */
    private static final Set<String> APART = Set.of("code", "effects", "score", "version");

    private final Consumer<Violation> violations;

    Comparison(Consumer<Violation> violations) {
        this.violations = violations;
    }

    void compare(Expected.Result expected, Line line) {
        new OfResult(expected, line).compare();
    }

    private final class OfResult {
        private final Expected.Result expected;
        private final Line line;
        private final Map<String, Object> gives;
        private final Map<String, Object> stands;

        private OfResult(Expected.Result expected, Line line) {
            this.expected = expected;
            this.line = line;
            this.gives = expected.json();
            this.stands = line.values();
        }

        private void compare() {
            if (line.broken().isPresent()) {
                tell(Rule.UNREADABLE, "This is no JSON object: " + line.broken().get());
                return;
            }
            if (Values.same(gives, stands)) {
                return;
            }
            List<String> leaks = new ArrayList<>();
            List<String> fields = new ArrayList<>();
            compareFields(fields, leaks);
            boolean effectsDiffer = compareEffects(leaks);
            if (!Values.same(expected.code(), code())) {
                report(
                        Rule.CODE,
                        expected.code() + " " + masking().show("effects", gives.get("effects")),
                        masking().show("code", code())
                                + " "
                                + masking().show("effects", stands.get("effects")));
            } else {
                if (effectsDiffer) {
                    report(Rule.EFFECTS, "effects");
                }
                compareSums(effectsDiffer);
                if (!fields.isEmpty()) {
                    tell(Rule.FIELD, String.join("; ", fields));
                }
            }
            if (!leaks.isEmpty()) {
                tell(
                        Rule.SECRET,
                        "The rules have not given the player what stands in "
                                + String.join(", ", leaks));
            }
        }

        private Object code() {
            return stands.getOrDefault("code", "");
        }

        private void compareFields(List<String> fields, List<String> leaks) {
            Set<String> names = new TreeSet<>(gives.keySet());
            names.addAll(stands.keySet());
            names.removeAll(APART);
            for (String name : names) {
                Object given = gives.get(name);
                Object there = stands.get(name);
                if (differ(given, there)) {
                    if (leaks(name, there)) {
                        leaks.add(Masking.name(name));
                    } else {
                        fields.add(
                                "%s: the rules give %s, there stands %s"
                                        .formatted(
                                                Masking.name(name),
                                                masking().show(name, given),
                                                masking().show(name, there)));
                    }
                }
            }
        }

        /** Tells of leaks, and whether the effects differ in anything else. */
        private boolean compareEffects(List<String> leaks) {
            List<?> given = (List<?>) gives.get("effects");
            if (!(stands.get("effects") instanceof List<?> there)) {
                return true;
            }
            boolean differ = given.size() != there.size();
            for (int i = 0; i < there.size(); i++) {
                Object effect = i < given.size() ? given.get(i) : Map.of();
                differ |= compareEffect(effect, there.get(i), "effects[" + i + "]", leaks);
            }
            return differ;
        }

        private boolean compareEffect(
                Object given, Object there, String where, List<String> leaks) {
            if (Values.same(given, there)) {
                return false;
            }
            if (!(given instanceof Map<?, ?> gives && there instanceof Map<?, ?> stands)
                    || !Objects.equals(gives.get("type"), stands.get("type"))) {
                if (!isGivenElsewhere(there) && leaks("effects", there)) {
                    leaks.add(where);
                }
                return true;
            }
            boolean differ = false;
            Set<Object> names = new LinkedHashSet<>(gives.keySet());
            names.addAll(stands.keySet());
            for (Object name : names) {
                if (differ(gives.get(name), stands.get(name))) {
                    if (leaks(name, stands.get(name))) {
                        leaks.add(where + "." + Masking.name(name.toString()));
                    } else {
                        differ = true;
                    }
                }
            }
            return differ;
        }

        private boolean isGivenElsewhere(Object effect) {
            return ((List<?>) gives.get("effects"))
                    .stream().anyMatch(given -> Values.same(given, effect));
        }

        /** The score and the version, as the effects that stand there would have them. */
        private void compareSums(boolean effectsDiffer) {
            if (differ(gives.get("score"), stands.get("score"))
                    && !(effectsDiffer && scoreFollows())) {
                report(Rule.SCORE, "score");
            }
            if (differ(gives.get("version"), stands.get("version"))
                    && !(effectsDiffer && versionFollows())) {
                report(Rule.VERSION, "version");
            }
        }

        private boolean scoreFollows() {
            long sum = expected.scoreBefore();
            for (Object effect : effectsThere()) {
                if (effect instanceof Map<?, ?> map
                        && map.get("points") instanceof JsonNumber points) {
                    sum += points.whole().orElse(0);
                }
            }
            return Values.same(sum, stands.get("score"));
        }

        private boolean versionFollows() {
            boolean given = !((List<?>) gives.get("effects")).isEmpty();
            boolean there = !effectsThere().isEmpty();
            return gives.get("version") instanceof Long version
                    && given != there
                    && Values.same(there ? version + 1 : version - 1, stands.get("version"));
        }

        private List<?> effectsThere() {
            return stands.get("effects") instanceof List<?> there ? there : List.of();
        }

        private boolean differ(Object given, Object there) {
            return given == null ? there != null : !Values.same(given, there);
        }

        private boolean leaks(Object name, Object there) {
            Leaks leaks = new Leaks(expected.secrets().get());
            boolean strange = !Masking.isOfContract(name.toString());
            return there != null && (leaks.in(name, there) || (strange && leaks.in(name)));
        }

        private Masking masking() {
            return Masking.of(gives, expected.secrets().get().open());
        }

        private void report(Rule rule, String field) {
            report(
                    rule,
                    masking().show(field, gives.get(field)),
                    masking().show(field, stands.get(field)));
        }

        private void report(Rule rule, String gives, String stands) {
            tell(rule, "The rules give %s, there stands %s".formatted(gives, stands));
        }

        private void tell(Rule rule, String what) {
            violations.accept(
                    new Violation(rule, expected.id(), expected.player(), line.number(), what));
        }
    }
}
