package treasurehunt.schemas.hunt;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Hunts as JSON, every default written out: {@code contracts/hunt.schema.json}. This is what files
 * hold; what is published is sealed as {@link PublicationCodec} does it.
 */
public final class HuntCodec {
    /**
     * Bytes of the largest definition: an author's 256 KiB with every default written out, sealed
     * or not.
     */
    static final int LARGEST = 1024 * 1024;

    static final StrictJson JSON = new StrictJson(HuntReader.DEEPEST_TREE);

    private HuntCodec() {}

    /** The hunt in these bytes. */
    public static Hunt decode(byte[] json) throws RefusedHuntException {
        return HuntReader.read(tree(json));
    }

    /** The hunt in a file, whether its secrets are sealed there or stand in it. */
    public static Hunt decode(byte[] json, Keys keys) throws RefusedHuntException {
        Map<String, Object> tree = tree(json);
        return HuntSeal.isSealed(tree) ? PublicationCodec.hunt(tree, keys) : HuntReader.read(tree);
    }

    private static Map<String, Object> tree(byte[] json) throws RefusedHuntException {
        if (json.length > LARGEST) {
            throw new RefusedHuntException(List.of(new Problem("", "is larger than 1 MiB")));
        }
        try {
            return JSON.read(json);
        } catch (MalformedJsonException e) {
            throw new RefusedHuntException(List.of(new Problem("", e.getMessage())));
        }
    }

    public static byte[] encode(Hunt hunt) {
        return JsonWriter.object(
                json -> {
                    json.text("hunt", hunt.id());
                    json.number("version", hunt.version());
                    writeInstant(json, "effective-from", hunt.effectiveFrom());
                    json.text("title", hunt.title());
                    json.text("text", hunt.text());
                    writeInstant(json, "opens", OptionalLong.of(hunt.opens()));
                    writeInstant(json, "closes", OptionalLong.of(hunt.closes()));
                    writeDuration(json, "time-limit", hunt.timeLimit());
                    writeInstant(json, "freeze-at", hunt.freezeAt());
                    json.text("hint-policy", HuntFields.word(hunt.hintPolicy()));
                    json.object("rate", rate -> writeRate(rate, hunt.rate()));
                    json.number("max-speed", hunt.maxSpeed());
                    writeCondition(json, "complete-when", hunt.completeWhen());
                    writeAll(json, "clues", hunt.clues().values(), HuntCodec::writeClue);
                    if (!hunt.treasures().isEmpty()) {
                        writeAll(
                                json,
                                "treasures",
                                hunt.treasures().values(),
                                HuntCodec::writeTreasure);
                    }
                });
    }

    /** Writes the members of an object. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(JsonWriter json, T value) throws IOException;
    }

    private static <T> void writeAll(
            JsonWriter json, String name, Collection<T> values, Writer<T> writer)
            throws IOException {
        json.array(
                name,
                elements -> {
                    for (T value : values) {
                        elements.element(fields -> writer.write(fields, value));
                    }
                });
    }

    private static void writeInstant(JsonWriter json, String name, OptionalLong instant)
            throws IOException {
        if (instant.isPresent()) {
            json.text(name, Instant.ofEpochMilli(instant.getAsLong()).toString());
        }
    }

    private static void writeDuration(JsonWriter json, String name, OptionalLong ms)
            throws IOException {
        if (ms.isPresent()) {
            json.text(name, Durations.format(ms.getAsLong()));
        }
    }

    private static void writeRate(JsonWriter json, Rate rate) throws IOException {
        json.number("burst", rate.burst());
        json.number("per-second", rate.perSecond());
    }

    private static void writeClue(JsonWriter json, Clue clue) throws IOException {
        json.text("id", clue.id());
        json.text("title", clue.title());
        json.text("text", clue.text());
        json.text("media", clue.media());
        json.number("points", clue.points());
        writeCondition(json, "requires", clue.requires());
        if (clue.unlocksAfter() > 0) {
            json.text("unlocks-after", Durations.format(clue.unlocksAfter()));
        }
        writeDuration(json, "deadline", clue.deadline());
        json.object("proof", proof -> writeProof(proof, clue.proof()));
        if (!clue.attempts().equals(Attempts.UNLIMITED)) {
            json.object("attempts", attempts -> writeAttempts(attempts, clue.attempts()));
        }
        json.number("wrong-penalty", clue.wrongPenalty());
        writeAll(json, "hints", clue.hints().values(), HuntCodec::writeHint);
        if (!clue.firstFinders().isEmpty()) {
            json.array(
                    "first-finders",
                    bonuses -> {
                        for (long bonus : clue.firstFinders()) {
                            bonuses.element(bonus);
                        }
                    });
        }
        json.text("treasure", clue.treasure());
    }

    private static void writeAttempts(JsonWriter json, Attempts attempts) throws IOException {
        json.number("max", attempts.max());
        if (attempts.coolDown().isPresent()) {
            Attempts.CoolDown coolDown = attempts.coolDown().get();
            json.number("free", coolDown.free());
            json.text("wait", Durations.format(coolDown.first()));
            json.number("factor", coolDown.factor());
            json.text("ceiling", Durations.format(coolDown.ceiling()));
        }
    }

    private static void writeTreasure(JsonWriter json, Treasure treasure) throws IOException {
        json.text("id", treasure.id());
        json.text("title", treasure.title());
        json.number("stock", treasure.stock());
        json.number("points", treasure.points());
        json.bool("waiting-list", treasure.waitingList());
    }

    private static void writeHint(JsonWriter json, Hint hint) throws IOException {
        json.text("id", hint.id());
        json.number("cost", hint.cost());
        if (hint.after() > 0) {
            json.text("after", Durations.format(hint.after()));
        }
        json.text("text", hint.text());
    }

    private static void writeProof(JsonWriter json, Proof proof) throws IOException {
        if (proof instanceof Proof.Answer answer) {
            json.object(proof.name(), fields -> writeAnswer(fields, answer));
        } else if (proof instanceof Proof.Pattern pattern) {
            json.text(proof.name(), pattern.expression());
        } else if (proof instanceof Proof.Code code) {
            json.object(proof.name(), fields -> writeTexts(fields, "accept", code.accept()));
        } else if (proof instanceof Proof.Place place) {
            json.object(proof.name(), fields -> writePlace(fields, place));
        } else if (proof instanceof Proof.Review) {
            json.object(proof.name(), fields -> {});
        }
    }

    private static void writeAnswer(JsonWriter json, Proof.Answer answer) throws IOException {
        writeTexts(json, "accept", answer.accept());
        json.object(
                "near",
                near -> {
                    for (var miss : answer.near().entrySet()) {
                        near.text(miss.getKey(), miss.getValue());
                    }
                });
        json.text("match", HuntFields.word(answer.match()));
    }

    private static void writePlace(JsonWriter json, Proof.Place place) throws IOException {
        json.number("latitude", place.latitude());
        json.number("longitude", place.longitude());
        json.number("radius-m", place.radius());
        json.number("accuracy-m", place.accuracy());
    }

    private static void writeTexts(JsonWriter json, String name, List<String> texts)
            throws IOException {
        json.array(
                name,
                elements -> {
                    for (String text : texts) {
                        elements.element(text);
                    }
                });
    }

    private static void writeCondition(JsonWriter json, String name, Condition condition)
            throws IOException {
        if (condition instanceof Condition.Solved solved) {
            json.text(name, solved.clue());
        } else {
            json.object(name, members -> writeMembers(members, condition));
        }
    }

    private static void writeMembers(JsonWriter json, Condition condition) throws IOException {
        if (condition instanceof Condition.Points points) {
            json.number("points", points.points());
        } else if (condition instanceof Condition.Granted granted) {
            json.text("treasure", granted.treasure());
        } else if (condition instanceof Condition.All all) {
            writeConditions(json, "all", all.of());
        } else if (condition instanceof Condition.Any any) {
            writeConditions(json, "any", any.of());
        } else if (condition instanceof Condition.AtLeast atLeast) {
            json.number("at-least", atLeast.count());
            writeConditions(json, "of", atLeast.of());
        }
    }

    private static void writeConditions(JsonWriter json, String name, List<Condition> conditions)
            throws IOException {
        json.array(
                name,
                elements -> {
                    for (Condition part : conditions) {
                        if (part instanceof Condition.Solved solved) {
                            elements.element(solved.clue());
                        } else {
                            elements.element(members -> writeMembers(members, part));
                        }
                    }
                });
    }
}
