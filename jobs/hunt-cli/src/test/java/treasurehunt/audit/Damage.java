package treasurehunt.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be done to answers that are right. */
@SuppressWarnings("ImmutableEnumChecker") // what is done holds nothing that changes
enum Damage {
    DROP_RESULT(drop(AnswerLines::answersAnAction)),
    DROP_ANNOUNCEMENT(drop(AnswerLines::isAnnouncement)),
    DROP_DEAD_LETTER(drop(AnswerLines::isDeadLetter)),
    DOUBLE_RESULT(again(AnswerLines::answersAnAction)),
    DOUBLE_ANNOUNCEMENT(again(AnswerLines::isAnnouncement)),
    DOUBLE_DEAD_LETTER(again(AnswerLines::isDeadLetter)),
    SWAP_TWO_OF_A_PLAYER(Damage::swap),
    AGE(Damage::age),
    ANSWER_NOBODY(Damage::answerNobody),
    ANNOUNCE_NOTHING(Damage::announceNothing),
    ANNOUNCE_LATER(line(AnswerLines::isAnnouncement, line -> rename(line, "id", idAt(line, +1)))),
    ANNOUNCE_SOONER(line(AnswerLines::isAnnouncement, line -> rename(line, "id", idAt(line, -1)))),
    RESULT_FOR_DEAD_LETTER(Damage::resultForDeadLetter),
    DEAD_LETTER_FOR_RESULT(
            line(
                    AnswerLines::answersAnAction,
                    line -> line.retain("id").put("dead_letter", "MALFORMED"))),
    DEFECT_FOR_RESULT(
            line(
                    AnswerLines::answersAnAction,
                    line -> line.retain("id").put("dead_letter", "DEFECT"))),
    REASON(
            line(
                    AnswerLines::isDeadLetter,
                    line ->
                            line.put(
                                    "dead_letter",
                                    line.get("dead_letter").textValue().equals("WRONG_KEY")
                                            ? "MALFORMED"
                                            : "WRONG_KEY"))),
    SOLVED_FOR_WRONG(code("WRONG", "SOLVED")),
    WRONG_FOR_SOLVED(code("SOLVED", "WRONG")),
    EXPIRED_FOR_LOCKED(code("LOCKED", "EXPIRED")),
    CLOSED_FOR_TIME_UP(code("TIME_UP", "CLOSED")),
    UNKNOWN_CODE(line(AnswerLines::answersAnAction, line -> line.put("code", "PERHAPS"))),
    SCORE(moved(AnswerLines::isResult, "score", 1)),
    VERSION(moved(AnswerLines::isResult, "version", 1)),
    VERSION_AS_BEFORE(
            moved(
                    line -> AnswerLines.isResult(line) && !line.get("effects").isEmpty(),
                    "version",
                    -1)),
    AT(moved(AnswerLines::isResult, "at", 1)),
    APPEND_TIME(moved(AnswerLines::answersAnAction, "append_time", -1)),
    RULES(moved(AnswerLines::isResult, "rules", 1)),
    CLIENT_TIME(moved(line -> line.has("client_time"), "client_time", 1)),
    RETRY_AFTER(moved(line -> line.has("retry_after"), "retry_after", -1)),
    ATTEMPTS_LEFT(moved(line -> line.has("attempts_left"), "attempts_left", 1)),
    HUNT_VERSION(moved(line -> line.has("hunt_version"), "hunt_version", 1)),
    RETRY_AFTER_LOST(removed("retry_after")),
    ATTEMPTS_LEFT_LOST(removed("attempts_left")),
    TEXT_LOST(removed("text")),
    MEMBER_LOST(removed("member")),
    CLUE_LOST(removed("clue")),
    REPLAY_UNSAID(removed("replay_of")),
    REPLAY_OF_ANOTHER(line(line -> line.has("replay_of"), line -> line.put("replay_of", "0:0"))),
    PLAYER(renamed("player")),
    HUNT(renamed("hunt")),
    ACTION_ID(renamed("action_id")),
    KIND(renamed("kind")),
    CLUE(renamed("clue")),
    TEXT(renamed("text")),
    INVENTED_FIELD(line(AnswerLines::isResult, line -> line.put("distance", 12))),
    DROP_EFFECT(effects(effects -> effects.remove(0))),
    DOUBLE_EFFECT(effects(effects -> effects.insert(0, effects.get(0)))),
    SWAP_EFFECTS(Damage::swapEffects),
    INVENTED_EFFECT(
            line(
                    AnswerLines::isResult,
                    line ->
                            ((ArrayNode) line.get("effects"))
                                    .addObject()
                                    .put("type", "COMPLETED"))),
    POINTS(Damage::points),
    BALANCE(effect("balance", (effect, name) -> move(effect, name, 1))),
    RANK(effect("rank", (effect, name) -> move(effect, name, 1))),
    OPENS_AT(effect("opens_at", (effect, name) -> move(effect, name, 1))),
    SPEED(effect("speed", (effect, name) -> move(effect, name, 1))),
    REASON_OF_POINTS(effect("reason", (effect, name) -> effect.put(name, "gift"))),
    OPERATOR(effect("operator", (effect, name) -> rename(effect, name, "nobody"))),
    TREASURE(effect("treasure", (effect, name) -> rename(effect, name, "another"))),
    HINT(effect("hint", (effect, name) -> rename(effect, name, "another"))),
    TITLE(effect("title", (effect, name) -> rename(effect, name, "another"))),
    LEAK_WHAT_SOLVES(leak(Secrets::solving)),
    LEAK_A_LOCKED_RIDDLE(leak(Secrets::locked)),
    LEAK_IN_AN_EFFECT(
            answers ->
                    line(
                                    line -> answers.secrets().solving(line).isPresent(),
                                    line ->
                                            ((ArrayNode) line.get("effects"))
                                                    .addObject()
                                                    .put("type", "SOLUTION")
                                                    .put(
                                                            "answer",
                                                            answers.secrets()
                                                                    .solving(line)
                                                                    .orElseThrow()))
                            .to(answers));

    private final Doing doing;

    Damage(Doing doing) {
        this.doing = doing;
    }

    /** Does it somewhere; the ids of what is damaged, none where the answers have no such place. */
    @FunctionalInterface
    private interface Doing {
        Set<String> to(AnswerLines answers);
    }

    Set<String> doTo(AnswerLines answers) {
        return doing.to(answers);
    }

    /** Whether it tells what nobody may know yet. */
    boolean isLeak() {
        return name().startsWith("LEAK_");
    }

    private static Set<String> ids(String... ids) {
        return new TreeSet<>(List.of(ids));
    }

    private static Doing drop(Predicate<ObjectNode> kind) {
        return at(kind, (answers, number) -> answers.drop(number));
    }

    private static Doing again(Predicate<ObjectNode> kind) {
        return at(kind, (answers, number) -> answers.add(answers.line(number)));
    }

    /** Where something may not be told yet, it is. */
    private static Doing leak(BiFunction<Secrets, ObjectNode, Optional<String>> secret) {
        return answers ->
                line(
                                line ->
                                        !line.has("text")
                                                && secret.apply(answers.secrets(), line)
                                                        .isPresent(),
                                line ->
                                        line.put(
                                                "text",
                                                "psst: "
                                                        + secret.apply(answers.secrets(), line)
                                                                .orElseThrow()))
                        .to(answers);
    }

    private static Doing line(Predicate<ObjectNode> kind, Consumer<ObjectNode> change) {
        return answers -> {
            Optional<Integer> number = answers.pick(kind);
            if (number.isEmpty()) {
                return Set.of();
            }
            Set<String> ids = ids(answers.id(number.get()));
            change.accept(answers.change(number.get()));
            ids.add(answers.id(number.get()));
            return ids;
        };
    }

    private static Doing at(Predicate<ObjectNode> kind, BiConsumer<AnswerLines, Integer> change) {
        return answers -> {
            Optional<Integer> number = answers.pick(kind);
            if (number.isEmpty()) {
                return Set.of();
            }
            Set<String> ids = ids(answers.id(number.get()));
            change.accept(answers, number.get());
            return ids;
        };
    }

    private static Doing code(String from, String to) {
        return line(
                line -> AnswerLines.isResult(line) && line.get("code").textValue().equals(from),
                line -> line.put("code", to));
    }

    private static Doing moved(Predicate<ObjectNode> kind, String name, long by) {
        return line(line -> kind.test(line) && line.has(name), line -> move(line, name, by));
    }

    private static Doing removed(String name) {
        return line(
                line -> AnswerLines.isResult(line) && line.has(name), line -> line.remove(name));
    }

    private static Doing renamed(String name) {
        return line(
                line -> AnswerLines.isResult(line) && line.has(name),
                line -> rename(line, name, "another"));
    }

    private static void move(ObjectNode json, String name, long by) {
        json.put(name, json.get(name).longValue() + by);
    }

    private static void rename(ObjectNode json, String name, String to) {
        json.put(name, to);
    }

    private static String idAt(ObjectNode announcement, long by) {
        String id = announcement.get("id").textValue();
        long at = announcement.get("at").longValue();
        return id.substring(0, id.lastIndexOf(':') + 1) + (at + by);
    }

    private static Doing effects(Consumer<ArrayNode> change) {
        return line(Damage::hasEffects, line -> change.accept((ArrayNode) line.get("effects")));
    }

    private static boolean hasEffects(ObjectNode line) {
        return AnswerLines.isResult(line) && !line.get("effects").isEmpty();
    }

    private static Doing effect(String field, BiConsumer<ObjectNode, String> change) {
        return line(
                line -> effectWith(line, field).isPresent(),
                line -> change.accept(effectWith(line, field).orElseThrow(), field));
    }

    private static Optional<ObjectNode> effectWith(ObjectNode line, String field) {
        if (!AnswerLines.isResult(line)) {
            return Optional.empty();
        }
        for (JsonNode effect : line.get("effects")) {
            if (effect.has(field)) {
                return Optional.of((ObjectNode) effect);
            }
        }
        return Optional.empty();
    }

    private static Set<String> swap(AnswerLines answers) {
        int one = answers.pick(AnswerLines::answersAnAction).orElseThrow();
        Optional<Integer> other = answers.another(one);
        other.ifPresent(number -> answers.swap(one, number));
        return other.map(number -> ids(answers.id(one), answers.id(number))).orElse(Set.of());
    }

    /** What the player was told some other time, in the place of this answer. */
    private static Set<String> age(AnswerLines answers) {
        int number =
                answers.pick(line -> AnswerLines.answersAnAction(line) && hasEffects(line))
                        .orElseThrow();
        Optional<Integer> other = answers.another(number);
        if (other.isEmpty()) {
            return Set.of();
        }
        ObjectNode old = answers.line(other.get()).deepCopy();
        String id = answers.id(number);
        answers.change(number).removeAll().setAll(old.put("id", id));
        return ids(id);
    }

    private static Set<String> answerNobody(AnswerLines answers) {
        ObjectNode line =
                answers.line(answers.pick(AnswerLines::answersAnAction).orElseThrow()).deepCopy();
        answers.add(line.put("id", "0:999999999"));
        return ids("0:999999999");
    }

    private static Set<String> announceNothing(AnswerLines answers) {
        Optional<Integer> number = answers.pick(AnswerLines::isAnnouncement);
        if (number.isEmpty()) {
            return Set.of();
        }
        ObjectNode line = answers.line(number.get()).deepCopy();
        line.put("id", idAt(line, 7));
        move(line, "at", 7);
        answers.addAfter(number.get(), line);
        return ids(line.get("id").textValue());
    }

    private static Set<String> resultForDeadLetter(AnswerLines answers) {
        Optional<Integer> number = answers.pick(AnswerLines::isDeadLetter);
        if (number.isEmpty()) {
            return Set.of();
        }
        String id = answers.id(number.get());
        ObjectNode result = answers.line(answers.pick(AnswerLines::answersAnAction).orElseThrow());
        answers.change(number.get()).removeAll().setAll(result.deepCopy().put("id", id));
        return ids(id);
    }

    /** Score and balance with them: the ledger itself is consistent. */
    private static Set<String> points(AnswerLines answers) {
        return line(
                        line -> effectWith(line, "points").isPresent(),
                        line -> {
                            ObjectNode effect = effectWith(line, "points").orElseThrow();
                            move(effect, "points", 5);
                            move(effect, "balance", 5);
                            move(line, "score", 5);
                        })
                .to(answers);
    }

    private static Set<String> swapEffects(AnswerLines answers) {
        return line(
                        line -> AnswerLines.isResult(line) && line.get("effects").size() > 1,
                        line -> {
                            ArrayNode effects = (ArrayNode) line.get("effects");
                            List<JsonNode> swapped = new ArrayList<>();
                            effects.forEach(effect -> swapped.add(0, effect));
                            effects.removeAll().addAll(swapped);
                        })
                .to(answers);
    }
}
