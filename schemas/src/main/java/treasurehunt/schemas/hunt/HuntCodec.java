package treasurehunt.schemas.hunt;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Hunts as they are published: {@code contracts/hunt.schema.json}. */
public final class HuntCodec {
    private static final StrictJson JSON = new StrictJson(HuntReader.DEEPEST_TREE);

    /**
     * Bytes of the largest published definition: an author's 256 KiB with every default written
     * out.
     */
    private static final int LARGEST = 1024 * 1024;

    private HuntCodec() {}

    /** The hunt in these bytes. */
    public static Hunt decode(byte[] json) throws RefusedHuntException {
        if (json.length > LARGEST) {
            throw new RefusedHuntException(List.of(new Problem("", "is larger than 1 MiB")));
        }
        try {
            return HuntReader.read(JSON.read(json));
        } catch (MalformedJsonException e) {
            throw new RefusedHuntException(List.of(new Problem("", e.getMessage())));
        }
    }

    public static byte[] encode(Hunt hunt) {
        return JsonWriter.object(
                json -> {
                    json.text("hunt", hunt.id());
                    json.number("version", hunt.version());
                    json.text("title", hunt.title());
                    json.text("text", hunt.text());
                    json.text("opens", Instant.ofEpochMilli(hunt.opens()).toString());
                    json.text("closes", Instant.ofEpochMilli(hunt.closes()).toString());
                    json.text("hint-policy", HuntFields.word(hunt.hintPolicy()));
                    json.object(
                            "rate",
                            rate -> {
                                rate.number("burst", hunt.rate().burst());
                                rate.number("per-second", hunt.rate().perSecond());
                            });
                    writeCondition(json, "complete-when", hunt.completeWhen());
                    json.array(
                            "clues",
                            clues -> {
                                for (Clue clue : hunt.clues().values()) {
                                    clues.element(fields -> writeClue(fields, clue));
                                }
                            });
                });
    }

    private static void writeClue(JsonWriter json, Clue clue) throws IOException {
        json.text("id", clue.id());
        json.text("title", clue.title());
        json.text("text", clue.text());
        json.text("media", clue.media());
        json.number("points", clue.points());
        writeCondition(json, "requires", clue.requires());
        json.object("proof", proof -> writeProof(proof, clue.proof()));
        if (clue.maxAttempts().isPresent()) {
            json.object(
                    "attempts", attempts -> attempts.number("max", clue.maxAttempts().getAsInt()));
        }
        json.number("wrong-penalty", clue.wrongPenalty());
        json.array(
                "hints",
                hints -> {
                    for (Hint hint : clue.hints().values()) {
                        hints.element(fields -> writeHint(fields, hint));
                    }
                });
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
            json.object(
                    "answer",
                    fields -> {
                        writeTexts(fields, "accept", answer.accept());
                        fields.object(
                                "near",
                                near -> {
                                    for (var miss : answer.near().entrySet()) {
                                        near.text(miss.getKey(), miss.getValue());
                                    }
                                });
                        fields.text("match", HuntFields.word(answer.match()));
                    });
        } else if (proof instanceof Proof.Code code) {
            json.object("code", fields -> writeTexts(fields, "accept", code.accept()));
        }
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
