package treasurehunt.schemas.result;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Effects as JSON: an object with the effect's {@code type}, and its fields beside it. */
final class EffectCodec {
    private static final String IMPOSSIBLE_TRAVEL = "impossible-travel";

    private static final List<Form<?>> FORMS =
            List.of(
                    new Form<>(
                            "JOINED",
                            Effect.Joined.class,
                            (json, joined) -> json.number("version", joined.version()),
                            fields -> new Effect.Joined((int) fields.number("version"))),
                    new Form<>(
                            "MOVED",
                            Effect.Moved.class,
                            (json, moved) -> json.number("version", moved.version()),
                            fields -> new Effect.Moved((int) fields.number("version"))),
                    new Form<>(
                            "CLUE_UNLOCKED",
                            Effect.ClueUnlocked.class,
                            EffectCodec::writeUnlocked,
                            EffectCodec::readUnlocked),
                    new Form<>(
                            "CLUE_PENDING",
                            Effect.CluePending.class,
                            (json, pending) -> {
                                json.text("clue", pending.clue());
                                json.number("opens_at", pending.opensAt());
                            },
                            fields ->
                                    new Effect.CluePending(
                                            fields.text("clue"), fields.number("opens_at"))),
                    naming(
                            "clue",
                            "CLUE_SOLVED",
                            Effect.ClueSolved.class,
                            Effect.ClueSolved::clue,
                            Effect.ClueSolved::new),
                    naming(
                            "clue",
                            "CLUE_EXPIRED",
                            Effect.ClueExpired.class,
                            Effect.ClueExpired::clue,
                            Effect.ClueExpired::new),
                    naming(
                            "clue",
                            "ATTEMPT_USED",
                            Effect.AttemptUsed.class,
                            Effect.AttemptUsed::clue,
                            Effect.AttemptUsed::new),
                    naming(
                            "clue",
                            "ATTEMPTS_RESET",
                            Effect.AttemptsReset.class,
                            Effect.AttemptsReset::clue,
                            Effect.AttemptsReset::new),
                    naming(
                            "clue",
                            "SUBMITTED",
                            Effect.Submitted.class,
                            Effect.Submitted::clue,
                            Effect.Submitted::new),
                    naming(
                            "clue",
                            "REVIEW_REJECTED",
                            Effect.ReviewRejected.class,
                            Effect.ReviewRejected::clue,
                            Effect.ReviewRejected::new),
                    new Form<>(
                            "HINT_REVEALED",
                            Effect.HintRevealed.class,
                            EffectCodec::writeRevealed,
                            fields ->
                                    new Effect.HintRevealed(
                                            fields.text("clue"),
                                            fields.text("hint"),
                                            fields.text("text"))),
                    new Form<>(
                            "POINTS",
                            Effect.Points.class,
                            EffectCodec::writePoints,
                            EffectCodec::readPoints),
                    naming(
                            "treasure",
                            "CLAIMED",
                            Effect.Claimed.class,
                            Effect.Claimed::treasure,
                            Effect.Claimed::new),
                    new Form<>(
                            "GRANTED",
                            Effect.Granted.class,
                            (json, granted) -> {
                                json.text("treasure", granted.treasure());
                                json.number("rank", granted.rank());
                            },
                            fields ->
                                    new Effect.Granted(
                                            fields.text("treasure"), fields.number("rank"))),
                    naming(
                            "treasure",
                            "SOLD_OUT",
                            Effect.SoldOut.class,
                            Effect.SoldOut::treasure,
                            Effect.SoldOut::new),
                    naming(
                            "treasure",
                            "WAITING",
                            Effect.Waiting.class,
                            Effect.Waiting::treasure,
                            Effect.Waiting::new),
                    new Form<>(
                            "RELEASED",
                            Effect.Released.class,
                            (json, released) -> {
                                json.text("treasure", released.treasure());
                                json.text("hunt", released.hunt());
                            },
                            fields ->
                                    new Effect.Released(
                                            fields.text("treasure"), fields.optionalText("hunt"))),
                    new Form<>(
                            "FLAGGED",
                            Effect.Flagged.class,
                            (json, flagged) -> {
                                json.text("reason", IMPOSSIBLE_TRAVEL);
                                json.number("speed", flagged.speed());
                            },
                            fields -> new Effect.Flagged(fields.number("speed"))),
                    bare("COMPLETED", Effect.Completed.class, new Effect.Completed()),
                    bare("TIME_UP", Effect.TimeUp.class, new Effect.TimeUp()),
                    bare("ABANDONED", Effect.Abandoned.class, new Effect.Abandoned()),
                    bare("DISQUALIFIED", Effect.Disqualified.class, new Effect.Disqualified()),
                    bare("REINSTATED", Effect.Reinstated.class, new Effect.Reinstated()),
                    bare("FORGOTTEN", Effect.Forgotten.class, new Effect.Forgotten()));

    private static final Map<Class<?>, Form<?>> BY_CLASS =
            FORMS.stream().collect(Collectors.toMap(Form::effect, Function.identity()));

    private static final Map<String, Form<?>> BY_TYPE =
            FORMS.stream().collect(Collectors.toMap(Form::type, Function.identity()));

    private EffectCodec() {}

    @FunctionalInterface
    private interface Writer<E> {
        void write(JsonWriter json, E effect) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<E> {
        E read(Members fields) throws MalformedJsonException;
    }

    /** How one effect stands in JSON. */
    private record Form<E extends Effect>(
            String type, Class<E> effect, Writer<E> writer, Reader<E> reader) {
        void writeTo(JsonWriter json, Effect any) throws IOException {
            json.text("type", type);
            writer.write(json, effect.cast(any));
        }
    }

    /** Of an effect whose only field is the id of what it is about. */
    private static <E extends Effect> Form<E> naming(
            String field,
            String type,
            Class<E> effect,
            Function<E, String> id,
            Function<String, E> of) {
        return new Form<>(
                type,
                effect,
                (json, it) -> json.text(field, id.apply(it)),
                fields -> of.apply(fields.text(field)));
    }

    private static <E extends Effect> Form<E> bare(String type, Class<E> effect, E only) {
        return new Form<>(type, effect, (json, it) -> {}, fields -> only);
    }

    static void write(JsonWriter json, Effect effect) throws IOException {
        Form<?> form = BY_CLASS.get(effect.getClass());
        if (form == null) {
            throw new IllegalStateException("an effect without a form: " + effect.getClass());
        }
        form.writeTo(json, effect);
    }

    static Effect read(Members fields) throws MalformedJsonException {
        String type = fields.text("type");
        Form<?> form = BY_TYPE.get(type);
        if (form == null) {
            throw new MalformedJsonException("effects: unknown type " + type);
        }
        return form.reader().read(fields);
    }

    private static void writeUnlocked(JsonWriter json, Effect.ClueUnlocked unlocked)
            throws IOException {
        json.text("clue", unlocked.clue());
        json.text("title", unlocked.title());
        json.text("text", unlocked.text());
        json.text("media", unlocked.media());
    }

    private static Effect.ClueUnlocked readUnlocked(Members fields) throws MalformedJsonException {
        return new Effect.ClueUnlocked(
                fields.text("clue"),
                fields.text("title"),
                fields.optionalText("text"),
                fields.optionalText("media"));
    }

    private static void writeRevealed(JsonWriter json, Effect.HintRevealed revealed)
            throws IOException {
        json.text("clue", revealed.clue());
        json.text("hint", revealed.hint());
        json.text("text", revealed.text());
    }

    private static void writePoints(JsonWriter json, Effect.Points points) throws IOException {
        json.number("points", points.points());
        json.number("balance", points.balance());
        json.text("reason", points.cause().reason().word());
        json.text("clue", points.cause().clue());
        json.text("hint", points.cause().hint());
        json.text("treasure", points.cause().treasure());
        json.text("operator", points.by().map(Effect.Correction::operator));
        json.text("text", points.by().map(Effect.Correction::text));
    }

    private static Effect.Points readPoints(Members fields) throws MalformedJsonException {
        return new Effect.Points(
                fields.number("points"),
                fields.number("balance"),
                new Effect.Cause(
                        pointsReason(fields.text("reason")),
                        fields.optionalText("clue"),
                        fields.optionalText("hint"),
                        fields.optionalText("treasure")),
                correction(fields));
    }

    private static PointsReason pointsReason(String word) throws MalformedJsonException {
        for (PointsReason reason : PointsReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new MalformedJsonException("effects: unknown reason " + word);
    }

    private static Optional<Effect.Correction> correction(Members fields)
            throws MalformedJsonException {
        Optional<String> operator = fields.optionalText("operator");
        return operator.isPresent()
                ? Optional.of(new Effect.Correction(operator.get(), fields.text("text")))
                : Optional.empty();
    }
}
