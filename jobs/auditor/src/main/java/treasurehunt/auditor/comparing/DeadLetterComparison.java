package treasurehunt.auditor.comparing;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.auditor.reading.Intake;
import treasurehunt.auditor.rules.Expected;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares dead letters with what the rules give. */
final class DeadLetterComparison {
    private static final int TOLD_OF_A_VALUE = 4096;

    private final Consumer<Violation> violations;

    DeadLetterComparison(Consumer<Violation> violations) {
        this.violations = violations;
    }

    void compare(Expected.DeadLetter expected, Line line) {
        String reason = expected.refused().reason().name();
        if (line.broken().isPresent()) {
            report(expected, line, Rule.UNREADABLE, "no JSON object: " + line.broken().get());
        } else if (!reason.equals(line.reason())) {
            String what = "The rules give a dead letter %s, there stands one with the reason %s";
            report(
                    expected,
                    line,
                    Rule.CODE,
                    what.formatted(reason, Masking.word("dead_letter", line.reason())));
        } else {
            List<String> fields = new ArrayList<>();
            compareFields(expected, line, fields);
            if (!fields.isEmpty()) {
                report(expected, line, Rule.FIELD, String.join("; ", fields));
            }
        }
    }

    private static void compareFields(
            Expected.DeadLetter expected, Line line, List<String> fields) {
        Map<String, Object> gives = fields(expected, line.isShortDeadLetter());
        Map<String, Object> stands = line.values();
        Set<String> names = new TreeSet<>(gives.keySet());
        names.addAll(stands.keySet());
        if (!line.isShortDeadLetter()) {
            names.remove("detail");
            if (line.text("detail").isEmpty()) {
                fields.add("detail: the rules give a text, there stands none");
            }
            if (expected.refused().value() instanceof Intake.Value.Unknown) {
                names.remove("value");
                compareUnknownValue(stands.get("value"), fields);
            }
        }
        Masking masking = Masking.of(gives, Set.of());
        for (String name : names) {
            Object given = gives.get(name);
            Object there = stands.get(name);
            if (given == null || !Values.same(given, there)) {
                fields.add(
                        "%s: the rules give %s, there stands %s"
                                .formatted(
                                        Masking.name(name),
                                        masking.show(name, given),
                                        masking.show(name, there)));
            }
        }
    }

    private static Map<String, Object> fields(Expected.DeadLetter expected, boolean isShort) {
        String reason = expected.refused().reason().name();
        if (isShort) {
            return Map.of("id", expected.id(), "dead_letter", reason);
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("topic", "actions");
        fields.put("partition", (long) expected.record().partition());
        fields.put("offset", expected.record().offset());
        fields.put("append_time", expected.record().appendTime());
        fields.put("reason", reason);
        expected.refused().actionId().ifPresent(id -> fields.put("action_id", id));
        expected.refused().player().ifPresent(player -> fields.put("player", player));
        if (expected.refused().value() instanceof Intake.Value.Known known) {
            fields.put("value", known.base64());
        }
        return fields;
    }

    /** A log in its plain form does not tell the bytes; that there were some is sure. */
    private static void compareUnknownValue(Object value, List<String> fields) {
        try {
            if (value instanceof String base64
                    && Base64.getDecoder().decode(base64).length <= TOLD_OF_A_VALUE) {
                return;
            }
        } catch (IllegalArgumentException e) {
            fields.add("value: no base64: " + e.getMessage());
            return;
        }
        fields.add("value: the rules give up to 4096 bytes in base64, there stands something else");
    }

    private void report(Expected.DeadLetter expected, Line line, Rule rule, String what) {
        violations.accept(
                new Violation(rule, expected.id(), expected.player(), line.number(), what));
    }
}
