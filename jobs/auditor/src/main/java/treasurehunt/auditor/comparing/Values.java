package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.JsonNumber;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Compares and shows JSON values: those of the rules and those that stand in the answers. */
final class Values {
    private static final int LONGEST = 400;

    private Values() {}

    static boolean same(Object expected, Object actual) {
        if (expected instanceof Long number) {
            return actual instanceof JsonNumber there && there.text().equals(number.toString());
        }
        if (expected instanceof List<?> list) {
            return actual instanceof List<?> there && same(list, there);
        }
        if (expected instanceof Map<?, ?> map) {
            return actual instanceof Map<?, ?> there && same(map, there);
        }
        return expected.equals(actual);
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

    /** A value as it may be told: no text that may be secret, and not too long. */
    static String show(Object value) {
        String shown = render(value);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    static String render(Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof List<?> list) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            list.forEach(element -> elements.add(render(element)));
            return elements.toString();
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            map.forEach((name, member) -> members.add(name + ": " + field(name, member)));
            return members.toString();
        }
        return value.toString();
    }

    /** A field's value; of texts that may be sealed their length alone. */
    static String field(Object name, Object value) {
        boolean maySeal = "text".equals(name) || "media".equals(name);
        return maySeal && value instanceof String text
                ? "(" + text.length() + " characters)"
                : render(value);
    }
}
