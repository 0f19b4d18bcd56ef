package treasurehunt.schemas.result;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results as JSON: {@code contracts/result.schema.json}. Equal results have equal bytes. */
public final class ResultCodec {
    private static final StrictJson JSON = new StrictJson(8);

    private ResultCodec() {}

    public static byte[] encode(Result result) {
        return JsonWriter.object(json -> write(json, result));
    }

    /** Writes the result's members into the object that is being written. */
    public static void write(JsonWriter json, Result result) throws IOException {
        json.text("id", result.id());
        json.text("player", result.player());
        boolean inAHunt = !result.hunt().isEmpty();
        if (inAHunt) {
            json.text("hunt", result.hunt());
        }
        if (result.asked().isPresent()) {
            writeAction(json, result.asked().get());
        }
        json.text("code", result.code().name());
        json.text("replay_of", result.replayOf());
        json.text("text", result.text());
        json.number("retry_after", result.retryAfter());
        json.number("attempts_left", result.attemptsLeft());
        json.array(
                "effects",
                effects -> {
                    for (Effect effect : result.effects()) {
                        effects.element(fields -> EffectCodec.write(fields, effect));
                    }
                });
        if (inAHunt) {
            json.number("score", result.score());
            json.number("version", result.version());
        }
        json.number("hunt_version", result.huntVersion());
        json.number("at", result.at());
        if (result.asked().isPresent()) {
            writeTimes(json, result.asked().get());
        }
        json.number("rules", result.rules());
    }

    private static void writeAction(JsonWriter json, Result.Asked asked) throws IOException {
        json.text("action_id", asked.actionId());
        json.text("kind", asked.kind());
        json.text("clue", asked.clue());
        json.text("member", asked.member());
    }

    private static void writeTimes(JsonWriter json, Result.Asked asked) throws IOException {
        json.number("append_time", asked.appendTime());
        json.number("client_time", asked.clientTime());
    }

    /**
     * The result in these bytes; fields it does not know are passed over, an unknown code or effect
     * is refused.
     */
    public static Result decode(byte[] json) throws MalformedJsonException {
        Members result = new Members(JSON.read(json));
        Code code = result.constant("code", Code.class);
        String hunt = result.optionalText("hunt").orElse("");
        return new Result(
                result.text("id"),
                result.text("player"),
                hunt,
                code,
                effects(result),
                hunt.isEmpty() ? 0 : result.number("score"),
                hunt.isEmpty() ? 0 : result.number("version"),
                result.number("at"),
                (int) result.number("rules"),
                code == Code.DUE ? Optional.empty() : Optional.of(asked(result)),
                result.optionalText("replay_of"),
                result.optionalNumber("retry_after"),
                result.optionalNumber("attempts_left"),
                result.optionalText("text"),
                result.optionalNumber("hunt_version"));
    }

    private static List<Effect> effects(Members result) throws MalformedJsonException {
        List<Effect> effects = new ArrayList<>();
        for (Members effect : result.objects("effects")) {
            effects.add(EffectCodec.read(effect));
        }
        return List.copyOf(effects);
    }

    private static Result.Asked asked(Members result) throws MalformedJsonException {
        return new Result.Asked(
                result.text("action_id"),
                result.text("kind"),
                result.optionalText("clue"),
                result.optionalText("member"),
                result.optionalNumber("client_time"),
                result.number("append_time"));
    }
}
