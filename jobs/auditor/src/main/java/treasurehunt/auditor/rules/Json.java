package treasurehunt.auditor.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object of texts, whole numbers, lists and objects. */
final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    static Json object() {
        return new Json();
    }

    /** An effect of this type. */
    static Json effect(String type) {
        return new Json().with("type", type);
    }

    Json with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    Json with(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    Json with(Map<String, Object> more) {
        members.putAll(more);
        return this;
    }

    Map<String, Object> members() {
        return members;
    }
}
