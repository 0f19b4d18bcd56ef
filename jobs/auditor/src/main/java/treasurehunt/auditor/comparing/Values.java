package treasurehunt.auditor.comparing;

import treasurehunt.schemas.json.JsonNumber;

import java.util.List;
import java.util.Map;

/** Compares JSON values: those of the rules and those that stand in the answers. */
final class Values {
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
}
