package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.JsonNumber;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares JSON values: those of the rules and those that stand in the answers, the snapshots and
 * the tables.
 */
final class Values {
    private Values() {}

    static boolean same(Object expected, Object actual) {
        if (expected instanceof Long number) {
            return actual instanceof JsonNumber there && there.text().equals(number.toString());
        }
        if (expected instanceof Instant) {
            return time(actual).filter(expected::equals).isPresent();
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> there && same(list, there);
        }
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> there && same(map, there);
        }
        return expected.equals(actual);
    }

    /** The time that stands in a text with its offset, if that is one. */
    static Optional<Instant> time(Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean same(List<?> expected, List<?> actual) {
        boolean same = expected.size() == actual.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = same(expected.get(i), actual.get(i));
        }
        return same;
    }

    private static boolean same(Map<?, ?> expected, Map<?, ?> actual) {
        return expected.size() == actual.size()
                && expected.entrySet().stream()
                        .allMatch(
                                field ->
                                        actual.containsKey(field.getKey())
                                                && same(
                                                        field.getValue(),
                                                        actual.get(field.getKey())));
    }
}
