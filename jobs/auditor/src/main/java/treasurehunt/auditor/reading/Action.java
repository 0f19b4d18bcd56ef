package treasurehunt.auditor.reading;

import java.util.Map;
import java.util.Optional;

/**
 * What a readable record asks for.
 *
 * @param hunt empty with {@code forget}
 * @param operator empty unless an operator's kind
 * @param fields of the kind, as decoded
 */
public record Action(
        String id,
        String player,
        String hunt,
        Optional<String> member,
        Optional<Long> clientTime,
        String operator,
        ActionKind kind,
        Map<Field, Object> fields) {

    public String text(Field field) {
        return (String) fields.get(field);
    }

    public double decimal(Field field) {
        return (Double) fields.get(field);
    }

    public long whole(Field field) {
        return (Long) fields.get(field);
    }

    public boolean accepted() {
        return (Boolean) fields.get(Field.ACCEPTED);
    }

    /** The clue it names; only of a kind that names one. */
    public String clue() {
        return text(Field.CLUE);
    }

    /** What makes a retry a retry: no member, no client time, no unknown field. */
    public String body() {
        StringBuilder body = new StringBuilder(96);
        part(body, player);
        part(body, hunt);
        part(body, kind.word());
        part(body, operator);
        fields.forEach((field, value) -> part(body.append(field.word()), value.toString()));
        return body.toString();
    }

    private static void part(StringBuilder body, String part) {
        body.append(part.length()).append(':').append(part);
    }
}
