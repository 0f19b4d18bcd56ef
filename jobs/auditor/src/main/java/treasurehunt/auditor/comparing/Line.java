package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.JsonNumber;

import java.util.Map;
import java.util.Optional;

/**
 * One line of the answers.
 *
 * @param number from 1
 * @param values of the object, as far as it could be read
 * @param broken what is wrong with it
 */
record Line(int number, Map<String, Object> values, Optional<String> broken) {
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    boolean isShortDeadLetter() {
        return values.containsKey("dead_letter");
    }

    boolean isDeadLetter() {
        return isShortDeadLetter() || (values.containsKey("reason") && !values.containsKey("code"));
    }

    /** Of a dead letter: why. */
    String reason() {
        return text(isShortDeadLetter() ? "dead_letter" : "reason");
    }

    /** The answer's id, that of its record where it has a place instead, empty if it has none. */
    String id() {
        return !values.containsKey("id")
                        && values.get("partition") instanceof JsonNumber partition
                        && values.get("offset") instanceof JsonNumber offset
                ? partition.text() + ":" + offset.text()
                : text("id");
    }
}
