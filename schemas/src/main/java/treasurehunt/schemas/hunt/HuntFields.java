package treasurehunt.schemas.hunt;

import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.WholeNumber;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import java.util.OptionalDouble;
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
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
    private static final long FIRST_INSTANT = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_INSTANT =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final String path;
    private final Map<?, ?> values;
    private final List<Problem> problems;
    private final Set<String> asked = new HashSet<>();

    HuntFields(String path, Object object, List<Problem> problems) {
        this.path = path;
        if (object instanceof Map<?, ?> map) {
            values = map;
            this.problems = problems;
        } else {
            problems.add(new Problem(path, "needs fields, such as `name: value`"));
            values = Map.of();
            // What this nothing lacks is no further news.
            this.problems = new ArrayList<>();
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

    /** Notes what is wrong with a field. */
    void problem(String name, String reason) {
        problems.add(new Problem(pathOf(name), reason));
    }

    /** Notes what is wrong with the object. */
    void problem(String reason) {
        problems.add(new Problem(path, reason));
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String id(String name) {
        return typed(
                name,
                "",
                text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty(),
                "must be 1 to 64 of a-z, 0-9 and -");
    }

    String text(String name) {
        return typed(name, "", text -> Optional.of(checked(pathOf(name), text)), "must be a text");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long whole(String name, long least) {
        return typed(name, least, text -> parsedWhole(text, least), wholeFrom(least));
    }

    long whole(String name, long least, long unlessGiven) {
        return has(name) ? whole(name, least) : unlessGiven;
    }

    OptionalLong optionalWhole(String name, long least) {
        return has(name) ? OptionalLong.of(whole(name, least)) : OptionalLong.empty();
    }

    /** The whole numbers of a list. */
    List<Long> wholes(String name, long least, int most) {
        return list(
                name,
                most,
                (at, value) ->
                        scalar(value)
                                .flatMap(text -> parsedWhole(text, least))
                                .orElseGet(
                                        () -> {
                                            problems.add(new Problem(at, wholeFrom(least)));
                                            return least;
                                        }));
    }

    /** A decimal number within these bounds. */
    double decimal(String name, double least, double most, String otherwise) {
        return typed(
                name,
                most,
                text ->
                        Optional.of(text)
                                .filter(number -> DECIMAL.matcher(number).matches())
                                .map(Double::parseDouble)
                                .filter(number -> number >= least && number <= most),
                otherwise);
    }

    /** A decimal number over 0, up to 10^9. */
    double positive(String name) {
        return decimal(
                name,
                Double.MIN_VALUE,
                LARGEST_NUMBER,
                "must be a decimal number over 0, up to 10^9");
    }

    OptionalDouble optionalPositive(String name) {
        return has(name) ? OptionalDouble.of(positive(name)) : OptionalDouble.empty();
    }

    /** Ms UTC. */
    long instant(String name) {
        return typed(
                name,
                0L,
                HuntFields::parsedInstant,
                "must be a time with an offset, such as 2026-06-01T08:00:00Z");
    }

    OptionalLong optionalInstant(String name) {
        return has(name) ? OptionalLong.of(instant(name)) : OptionalLong.empty();
    }

    /** Ms. */
    OptionalLong optionalDuration(String name) {
        return has(name)
                ? OptionalLong.of(
                        typed(
                                name,
                                1L,
                                text -> boxed(Durations.parse(text)),
                                "must be a duration of at least 1 ms, such as 90s or 1h30m"))
                : OptionalLong.empty();
    }

    /** Ms. */
    long duration(String name, long unlessGiven) {
        return optionalDuration(name).orElse(unlessGiven);
    }

    boolean bool(String name, boolean unlessGiven) {
        return has(name)
                ? typed(
                        name,
                        unlessGiven,
                        text ->
                                text.equals("true") || text.equals("false")
                                        ? Optional.of(text.equals("true"))
                                        : Optional.empty(),
                        "must be true or false")
                : unlessGiven;
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
        if (!has(name)) {
            problem(name, "is missing");
            return new HuntFields(pathOf(name), Map.of(), new ArrayList<>());
        }
        return new HuntFields(pathOf(name), values.get(name), problems);
    }

    /** The elements of a list, each read with its path; an absent list has none. */
    <T> List<T> list(String name, int most, BiFunction<String, Object, T> element) {
        if (!has(name)) {
            return List.of();
        }
        if (!(values.get(name) instanceof List<?> list)) {
            problem(name, "must be a list");
            return List.of();
        }
        if (list.size() > most) {
            problem(name, tooMany(list.size(), most));
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            read.add(element.apply(pathOf(name) + "[" + i + "]", list.get(i)));
        }
        return Collections.unmodifiableList(read);
    }

    List<String> texts(String name, int most) {
        return list(
                name,
                most,
                (at, value) ->
                        scalar(value)
                                .map(text -> checked(at, text))
                                .orElseGet(
                                        () -> {
                                            problems.add(new Problem(at, "must be a text"));
                                            return "";
                                        }));
    }

    /** The names and texts of an object whose names are free. */
    Map<String, String> textsByName(String name, int most) {
        if (!has(name)) {
            return Map.of();
        }
        HuntFields free = object(name);
        if (free.values.size() > most) {
            problem(name, tooMany(free.values.size(), most));
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        free.values
                .keySet()
                .forEach(
                        key ->
                                texts.put(
                                        checked(free.pathOf((String) key), (String) key),
                                        free.text((String) key)));
        return Collections.unmodifiableMap(texts);
    }

    /** The value of a field that is there. */
    Object raw(String name) {
        return values.get(name);
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

    private <T> T typed(
            String name, T harmless, Function<String, Optional<T>> type, String otherwise) {
        if (!has(name)) {
            problem(name, "is missing");
            return harmless;
        }
        Optional<T> typed = scalar(values.get(name)).flatMap(type);
        if (typed.isEmpty()) {
            problem(name, otherwise);
        }
        return typed.orElse(harmless);
    }

    private String checked(String at, String text) {
        unfit(text).ifPresent(reason -> problems.add(new Problem(at, reason)));
        return text;
    }

    /** Whether a text keeps the bounds of all texts. */
    static boolean isFit(String text) {
        return unfit(text).isEmpty();
    }

    private static Optional<String> unfit(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT_BYTES) {
            return Optional.of("is longer than 4 KiB");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return Optional.of("has an unpaired surrogate");
        }
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')
                ? Optional.of("has a control character")
                : Optional.empty();
    }

    private static String tooMany(int size, int most) {
        return "has " + size + " elements; at most " + most;
    }

    private static String wholeFrom(long least) {
        return "must be a whole number from " + least + " to 10^9";
    }

    private static Optional<Long> parsedWhole(String text, long least) {
        return boxed(WholeNumber.parse(text))
                .filter(number -> number >= least && number <= LARGEST_NUMBER);
    }

    private static Optional<Long> parsedInstant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli())
                    .filter(instant -> instant >= FIRST_INSTANT && instant <= LAST_INSTANT);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
