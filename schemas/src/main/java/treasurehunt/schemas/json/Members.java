package treasurehunt.schemas.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Typed access to the members of an object that the engine itself wrote. */
public record Members(Map<String, Object> values) {

    public String text(String name) throws MalformedJsonException {
        return optionalText(name).orElseThrow(() -> missing(name, "text"));
    }

    public Optional<String> optionalText(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public long number(String name) throws MalformedJsonException {
        return optionalNumber(name).orElseThrow(() -> missing(name, "whole number"));
    }

    public OptionalLong optionalNumber(String name) {
        return values.get(name) instanceof JsonNumber number
                ? number.whole()
                : OptionalLong.empty();
    }

    /** The enum constant that the member names. */
    public <E extends Enum<E>> E constant(String name, Class<E> type)
            throws MalformedJsonException {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new MalformedJsonException(name + ": unknown " + type.getSimpleName() + " " + text);
    }

    @SuppressWarnings("unchecked") // StrictJson's only maps
    public Optional<Members> optionalObject(String name) {
        return values.get(name) instanceof Map<?, ?> members
                ? Optional.of(new Members((Map<String, Object>) members))
                : Optional.empty();
    }

    /** The elements of an array of objects. */
    @SuppressWarnings("unchecked") // StrictJson's only maps
    public List<Members> objects(String name) throws MalformedJsonException {
        if (!(values.get(name) instanceof List<?> elements)
                || !elements.stream().allMatch(element -> element instanceof Map<?, ?>)) {
            throw missing(name, "array of objects");
        }
        return elements.stream()
                .map(element -> new Members((Map<String, Object>) element))
                .toList();
    }

    private static MalformedJsonException missing(String name, String type) {
        return new MalformedJsonException(name + ": no " + type);
    }
}
