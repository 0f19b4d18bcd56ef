package treasurehunt.auditor.reading;

import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads actions by their bounds (rule book, section 4). */
final class ActionReader {
    private static final int DEEPEST = 8;
    private static final long FARTHEST_CLIENT_TIME = 1_000_000_000_000_000L;
    private static final StrictJson JSON = new StrictJson(DEEPEST);

    private ActionReader() {}

    /** A record's value: the members before what broke it, and whether it is whole. */
    record Members(Map<String, Object> values, boolean whole) {
        Optional<String> actionId() {
            return id(values.get("action_id"), 64).filter(Members::isActionId);
        }

        Optional<String> player() {
            return id(values.get("player"), 128);
        }

        private static Optional<String> id(Object json, int longest) {
            return json instanceof String text
                            && !text.isEmpty()
                            && text.length() <= longest
                            && text.chars().allMatch(c -> c > ' ' && c <= '~')
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private static boolean isActionId(String id) {
            return id.chars()
                    .allMatch(
                            c ->
                                    (c >= 'a' && c <= 'z')
                                            || (c >= 'A' && c <= 'Z')
                                            || (c >= '0' && c <= '9')
                                            || "._:-".indexOf(c) >= 0);
        }
    }

    static Members members(byte[] value) {
        Map<String, Object> members = new LinkedHashMap<>();
        try {
            // Bytes that are no UTF-8 are no text: then nothing of them is read.
            JSON.readInto(members, value);
            return new Members(members, true);
        } catch (MalformedJsonException e) {
            return new Members(members, false);
        }
    }

    /** The action, or nothing where the members break the bounds. */
    static Optional<Action> action(Members members) {
        Map<String, Object> values = members.values();
        Optional<ActionKind> kind = members.whole() ? onlyKind(values) : Optional.empty();
        if (kind.isEmpty()
                || members.actionId().isEmpty()
                || members.player().isEmpty()
                || !(values.get(kind.get().word()) instanceof Map<?, ?> given)) {
            return Optional.empty();
        }
        Optional<String> member = Field.text(values.get("member"), 1);
        Optional<Long> clientTime =
                Field.whole(values.get("client_time"), -FARTHEST_CLIENT_TIME, FARTHEST_CLIENT_TIME);
        Optional<String> hunt =
                kind.get() == ActionKind.FORGET
                        ? Optional.of("")
                        : Field.text(values.get("hunt"), 1);
        Optional<String> operator =
                kind.get().by() == ActionKind.By.OPERATOR
                        ? Field.text(values.get("operator"), 1)
                        : Optional.of("");
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        if ((values.containsKey("member") && member.isEmpty())
                || (values.containsKey("client_time") && clientTime.isEmpty())
                || hunt.isEmpty()
                || operator.isEmpty()
                || !decodeInto(fields, kind.get(), given)) {
            return Optional.empty();
        }
        return Optional.of(
                new Action(
                        members.actionId().get(),
                        members.player().get(),
                        hunt.get(),
                        member,
                        clientTime,
                        operator.get(),
                        kind.get(),
                        fields));
    }

    private static Optional<ActionKind> onlyKind(Map<String, Object> values) {
        ActionKind only = null;
        for (String name : values.keySet()) {
            Optional<ActionKind> kind = ActionKind.of(name);
            if (kind.isPresent() && only != null) {
                return Optional.empty();
            }
            only = kind.orElse(only);
        }
        return Optional.ofNullable(only);
    }

    private static boolean decodeInto(Map<Field, Object> fields, ActionKind kind, Map<?, ?> given) {
        for (Field field : kind.fields()) {
            if (!decodeInto(fields, field, given)) {
                return false;
            }
        }
        return !"GRANTED".equals(fields.get(Field.OUTCOME))
                || decodeInto(fields, Field.RANK, given);
    }

    private static boolean decodeInto(Map<Field, Object> fields, Field field, Map<?, ?> given) {
        Object json = given.get(field.word());
        Optional<Object> value = json == null ? Optional.empty() : field.decoded(json);
        value.ifPresent(decoded -> fields.put(field, decoded));
        return value.isPresent();
    }
}
