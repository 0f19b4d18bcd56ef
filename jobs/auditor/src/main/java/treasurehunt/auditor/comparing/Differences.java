package treasurehunt.auditor.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names where what stands is not what the rules give. */
final class Differences {
    private final Masking masking;
    private final List<String> differences = new ArrayList<>();

    private Differences(Map<String, Object> gives) {
        this.masking = Masking.of(gives, Set.of());
    }

    /** A sentence of every field that differs, of lists with the first element that does. */
    static String between(Map<String, Object> gives, Map<String, Object> stands) {
        Differences differences = new Differences(gives);
        differences.compareMembers("", gives, stands);
        return String.join("; ", differences.differences);
    }

    private void compareMembers(String within, Map<?, ?> gives, Map<?, ?> stands) {
        Set<String> names = new TreeSet<>();
        gives.keySet().forEach(name -> names.add(name.toString()));
        stands.keySet().forEach(name -> names.add(name.toString()));
        for (String name : names) {
            // A name that the rules give is no secret.
            String shown = gives.containsKey(name) ? name : Masking.name(name);
            compare(within + shown, name, gives.get(name), stands.get(name));
        }
    }

    private void compare(String where, String name, Object given, Object there) {
        if (given instanceof List<?> list && there instanceof List<?> others) {
            int index = firstDifference(list, others);
            if (index < Math.max(list.size(), others.size())) {
                add(where + "[" + index + "]", name, element(list, index), element(others, index));
            }
        } else if (given instanceof Map<?, ?> map && there instanceof Map<?, ?> other) {
            compareMembers(where + ".", map, other);
        } else if (given == null || !Values.same(given, there)) {
            add(where, name, given, there);
        }
    }

    private static int firstDifference(List<?> gives, List<?> stands) {
        int index = 0;
        while (index < Math.min(gives.size(), stands.size())
                && Values.same(gives.get(index), stands.get(index))) {
            index++;
        }
        return index;
    }

    private static Object element(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private void add(String where, String name, Object given, Object there) {
        differences.add(
                "%s: the rules give %s, there stands %s"
                        .formatted(where, masking.show(name, given), masking.show(name, there)));
    }
}
