package treasurehunt.schemas.hunt;

import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.WholeNumber;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of one object of a definition. Scalars are read as text and typed by the field; what
 * does not fit is noted as a problem and read as something harmless, so that one reading finds
 * everything that is wrong.
 */
final class HuntFields {
    static final long LARGEST_NUMBER = 1_000_000_000;

    private static final int LONGEST_TEXT_BYTES = 4096;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final String path;
    private final Map<?, ?> values;
    private final List<Problem> problems;
    private final Set<String> asked = new HashSet<>();

    HuntFields(String path, Object object, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
        if (object instanceof Map<?, ?> map) {
            values = map;
        } else {
            values = Map.of();
            problems.add(new Problem(path, "needs fields, such as `name: value`"));
        }
    }

    /** Notes every field that nobody asked for. */
    void refuseOthers() {
        for (Object name : values.keySet()) {
            if (!asked.contains(name)) {
                problem(
                        (String) name,
                        "unknown field; known here: " + String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    boolean has(String name) {
        asked.add(name);
        return values.containsKey(name);
    }

    void problem(String name, String reason) {
        problems.add(new Problem(pathOf(name), reason));
    }

    String id(String name) {
        return typed(
                name,
                "",
                text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                "must be 1 to 64 of a-z, 0-9 and -");
    }

    String text(String name) {
        return typed(name, "", text -> Optional.of(checked(name, text)), "");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long whole(String name, long least) {
        return typed(
                name,
                least,
                text -> parsedWhole(text, least),
                "must be a whole number from " + least + " to 10^9");
    }

    long whole(String name, long least, long unlessGiven) {
        return has(name) ? whole(name, least) : unlessGiven;
    }

    /** Ms UTC. */
    long instant(String name) {
        return typed(
                name,
                0L,
                HuntFields::parsedInstant,
                "must be a time with an offset, such as 2026-06-01T08:00:00Z");
    }

    /** Ms; 0 if the field is not there. */
    long duration(String name) {
        return has(name)
                ? typed(
                        name,
                        0L,
                        text -> boxed(Durations.parse(text)),
                        "must be a duration of at least 1 ms, such as 90s or 1h30m")
                : 0;
    }

    <E extends Enum<E>> E word(String name, Class<E> type, E unlessGiven) {
        if (!has(name)) {
            return unlessGiven;
        }
        List<String> words = Arrays.stream(type.getEnumConstants()).map(HuntFields::word).toList();
        return typed(
                name,
                unlessGiven,
                text ->
                        words.contains(text)
                                ? Optional.of(type.getEnumConstants()[words.indexOf(text)])
                                : Optional.empty(),
                "must be one of: " + String.join(", ", words));
    }

    /** An enum constant as authors write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HuntFields object(String name) {
        return new HuntFields(pathOf(name), required(name).orElse(Map.of()), problems);
    }

    /** The elements of a list, each read with its path; an absent list has none. */
    <T> List<T> list(String name, int most, BiFunction<String, Object, T> element) {
        if (!has(name)) {
            return List.of();
        }
        return elements(pathOf(name), values.get(name), most, element);
    }

    <T> List<T> elements(String at, Object value, int most, BiFunction<String, Object, T> element) {
        if (!(value instanceof List<?> list)) {
            problems.add(new Problem(at, "must be a list"));
            return List.of();
        }
        if (list.size() > most) {
            problems.add(new Problem(at, "has " + list.size() + " elements; at most " + most));
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            read.add(element.apply(at + "[" + i + "]", list.get(i)));
        }
        return Collections.unmodifiableList(read);
    }

    List<String> texts(String name, int most) {
        List<String> texts =
                list(
                        name,
                        most,
                        (at, value) ->
                                scalar(value)
                                        .orElseGet(
                                                () -> {
                                                    problems.add(new Problem(at, "must be a text"));
                                                    return "";
                                                }));
        texts.forEach(text -> checked(name, text));
        return texts;
    }

    /** The names and texts of an object whose names are free. */
    Map<String, String> textsByName(String name, int most) {
        if (!has(name)) {
            return Map.of();
        }
        HuntFields free = object(name);
        if (free.values.size() > most) {
            problem(name, "has " + free.values.size() + " elements; at most " + most);
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        free.values
                .keySet()
                .forEach(key -> texts.put(checked(name, (String) key), free.text((String) key)));
        return Collections.unmodifiableMap(texts);
    }

    Object raw(String name) {
        return required(name).orElse("");
    }

    /** The text of a scalar; nothing for an object, a list or null. */
    static Optional<String> scalar(Object value) {
        if (value instanceof String text) {
            return Optional.of(text);
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof Boolean bool ? Optional.of(bool.toString()) : Optional.empty();
    }

    private static Optional<Long> parsedWhole(String text, long least) {
        return boxed(WholeNumber.parse(text))
                .filter(number -> number >= least && number <= LARGEST_NUMBER);
    }

    private String checked(String name, String text) {
        if (text.isEmpty()) {
            problem(name, "is empty");
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT_BYTES) {
            problem(name, "is longer than 4 KiB");
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            problem(name, "has an unpaired surrogate");
        } else if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            problem(name, "has a control character");
        }
        return text;
    }

    private <T> T typed(
            String name, T harmless, Function<String, Optional<T>> type, String otherwise) {
        Optional<Object> value = required(name);
        if (value.isEmpty()) {
            return harmless;
        }
        Optional<T> typed = scalar(value.get()).flatMap(type);
        if (typed.isEmpty()) {
            problem(name, otherwise.isEmpty() ? "must be a text" : otherwise);
        }
        return typed.orElse(harmless);
    }

    private Optional<Object> required(String name) {
        if (!has(name)) {
            problem(name, "is missing");
            return Optional.empty();
        }
        return Optional.ofNullable(values.get(name));
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Optional<Long> parsedInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
