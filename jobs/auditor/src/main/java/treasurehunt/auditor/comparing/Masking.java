package treasurehunt.auditor.comparing;

import treasurehunt.auditor.reading.ActionKind;
import treasurehunt.auditor.rules.Claim;
import treasurehunt.auditor.rules.ClueStatus;
import treasurehunt.auditor.rules.Snapshot;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.PointsReason;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows JSON values of the rules, of the answers, the snapshots and the tables. In clear stand only
 * the contract's names, words, whole numbers and times, the hunt's open ids and titles, and what
 * the rules give in a field of that name; of all else only how long it is. A text that merely looks
 * harmless is not shown: what a pattern takes or folding makes equal to an answer cannot be told
 * from other texts.
 */
final class Masking {
    private static final int LONGEST = 400;

    /** Texts that may be sealed, or hold what somebody has sent. */
    private static final Set<String> ALWAYS_MASKED =
            Set.of("text", "media", "value", "detail", "operator_text");

    private static final Set<String> OF_THE_HUNT =
            Set.of("hunt", "clue", "title", "hint", "treasure");

    private static final Set<String> NUMBERS =
            Set.of(
                    "append_time",
                    "at",
                    "attempts",
                    "attempts_left",
                    "balance",
                    "board_score",
                    "client_time",
                    "hints",
                    "hunt_version",
                    "joined_at",
                    "offset",
                    "opens_at",
                    "partition",
                    "points",
                    "rank",
                    "retry_after",
                    "rules",
                    "score",
                    "score_at",
                    "speed",
                    "version");

    /** Columns of tables. */
    private static final Set<String> TIMES =
            Set.of(
                    "board_score_at",
                    "changed_at",
                    "granted_at",
                    "joined_at",
                    "released_at",
                    "score_at",
                    "solved_at");

    private static final Map<String, Set<String>> WORDS =
            Map.of(
                    "code", words(Code.values(), Code::name),
                    "type", Set.copyOf(Census.EFFECTS),
                    "kind", words(ActionKind.values(), ActionKind::word),
                    "dead_letter", words(Reason.values(), Reason::name),
                    "standing", words(Snapshot.Standing.values(), Snapshot.Standing::name),
                    "status",
                            Stream.concat(
                                            words(ClueStatus.values(), ClueStatus::name).stream(),
                                            words(Claim.values(), Claim::name).stream())
                                    .collect(Collectors.toSet()),
                    "reason",
                            Stream.concat(
                                            words(Reason.values(), Reason::name).stream(),
                                            words(PointsReason.values(), PointsReason::word)
                                                    .stream())
                                    .collect(Collectors.toSet()));

    private static final Set<String> OTHER_NAMES =
            Set.of(
                    "id",
                    "player",
                    "action_id",
                    "member",
                    "operator",
                    "replay_of",
                    "topic",
                    "effects",
                    "erased",
                    "board",
                    "clues",
                    "treasures");

    private static final Masking NOTHING_GIVEN = new Masking(Set.of());

    private final Set<Text> given = new HashSet<>();
    private final Set<String> open;

    private record Text(String field, String text) {}

    private Masking(Set<String> open) {
        this.open = open;
    }

    /**
     * Shows beside what the rules give.
     *
     * @param open the ids and titles of the hunt
     */
    static Masking of(Map<String, Object> gives, Set<String> open) {
        Masking masking = new Masking(open);
        gives.forEach(masking::take);
        return masking;
    }

    /** A word of a field that has a closed set of them. */
    static String word(String field, String word) {
        return NOTHING_GIVEN.show(field, word);
    }

    static boolean isOfContract(String name) {
        return NUMBERS.contains(name)
                || WORDS.containsKey(name)
                || OF_THE_HUNT.contains(name)
                || ALWAYS_MASKED.contains(name)
                || OTHER_NAMES.contains(name);
    }

    static String name(String name) {
        return isOfContract(name) ? name : "(a name of " + name.length() + " characters)";
    }

    /** A field's value as it may be told, and not too long. */
    String show(String field, Object value) {
        String shown = render(field, value);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }

    private String render(String field, Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof JsonNumber number) {
            boolean clear = NUMBERS.contains(field) && number.whole().isPresent();
            return clear ? Long.toString(number.whole().getAsLong()) : "(a number)";
        }
        if (value instanceof List<?> list) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            list.forEach(element -> elements.add(render(field, element)));
            return elements.toString();
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(", ", "{", "}");
            map.forEach((name, member) -> members.add(member(name.toString(), member)));
            return members.toString();
        }
        return value instanceof String text ? render(field, text) : value.toString();
    }

    private String render(String field, String text) {
        if (isClear(field, text)) {
            return text;
        }
        return Optional.of(text)
                .filter(there -> TIMES.contains(field))
                .flatMap(Values::time)
                .map(Instant::toString)
                .orElse("(" + text.length() + " characters)");
    }

    private String member(String name, Object value) {
        return name(name) + ": " + render(name, value);
    }

    private boolean isClear(String field, String text) {
        return WORDS.getOrDefault(field, Set.of()).contains(text)
                || given.contains(new Text(field, text))
                || (OF_THE_HUNT.contains(field) && open.contains(text));
    }

    private void take(Object field, Object value) {
        String name = field.toString();
        if (value instanceof String text && !ALWAYS_MASKED.contains(name)) {
            given.add(new Text(name, text));
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> take(name, element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach(this::take);
        }
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(Collectors.toUnmodifiableSet());
    }
}
