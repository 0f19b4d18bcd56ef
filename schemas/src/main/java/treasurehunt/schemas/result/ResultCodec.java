package treasurehunt.schemas.result;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Results as JSON: {@code contracts/result.schema.json}. Equal results have equal bytes. */
public final class ResultCodec {
    private static final StrictJson JSON = new StrictJson(8);

    private ResultCodec() {}

    public static byte[] encode(Result result) {
        return JsonWriter.object(
                json -> {
                    json.text("id", result.id());
                    json.text("player", result.player());
                    json.text("hunt", result.hunt());
                    json.text("action_id", result.actionId());
                    json.text("kind", result.kind());
                    json.text("clue", result.clue());
                    json.text("member", result.member());
                    json.text("code", result.code().name());
                    json.text("replay_of", result.replayOf());
                    json.text("text", result.text());
                    json.number("retry_after", result.retryAfter());
                    json.number("attempts_left", result.attemptsLeft());
                    json.array(
                            "effects",
                            effects -> {
                                for (Effect effect : result.effects()) {
                                    effects.element(fields -> writeEffect(fields, effect));
                                }
                            });
                    json.number("score", result.score());
                    json.number("version", result.version());
                    json.number("hunt_version", result.huntVersion());
                    json.number("at", result.at());
                    json.number("append_time", result.appendTime());
                    json.number("client_time", result.clientTime());
                    json.number("rules", result.rules());
                });
    }

    private static void writeEffect(JsonWriter json, Effect effect) throws IOException {
        if (effect instanceof Effect.Joined joined) {
            json.text("type", "JOINED");
            json.number("version", joined.version());
        } else if (effect instanceof Effect.ClueUnlocked unlocked) {
            json.text("type", "CLUE_UNLOCKED");
            json.text("clue", unlocked.clue());
            json.text("title", unlocked.title());
            json.text("text", unlocked.text());
            json.text("media", unlocked.media());
        } else if (effect instanceof Effect.ClueSolved solved) {
            json.text("type", "CLUE_SOLVED");
            json.text("clue", solved.clue());
        } else if (effect instanceof Effect.AttemptUsed used) {
            json.text("type", "ATTEMPT_USED");
            json.text("clue", used.clue());
        } else if (effect instanceof Effect.HintRevealed revealed) {
            json.text("type", "HINT_REVEALED");
            json.text("clue", revealed.clue());
            json.text("hint", revealed.hint());
            json.text("text", revealed.text());
        } else if (effect instanceof Effect.Points points) {
            json.text("type", "POINTS");
            json.number("points", points.points());
            json.number("balance", points.balance());
            json.text("reason", points.reason().word());
            json.text("clue", points.clue());
            json.text("hint", points.hint());
        } else if (effect instanceof Effect.Completed) {
            json.text("type", "COMPLETED");
        } else if (effect instanceof Effect.Abandoned) {
            json.text("type", "ABANDONED");
        } else {
            throw new IllegalStateException(
                    "an effect without a form: " + effect.getClass().getSimpleName());
        }
    }

    /**
     * The result in these bytes; fields it does not know are passed over, an unknown code or effect
     * is refused.
     */
    public static Result decode(byte[] json) throws MalformedJsonException {
        Members result = new Members(JSON.read(json));
        List<Effect> effects = new ArrayList<>();
        for (Members effect : result.objects("effects")) {
            effects.add(effect(effect));
        }
        return new Result(
                result.text("id"),
                result.text("player"),
                result.text("hunt"),
                result.constant("code", Code.class),
                List.copyOf(effects),
                result.number("score"),
                result.number("version"),
                result.number("at"),
                (int) result.number("rules"),
                result.text("action_id"),
                result.text("kind"),
                result.optionalText("clue"),
                result.optionalText("member"),
                result.optionalNumber("client_time"),
                result.number("append_time"),
                result.optionalText("replay_of"),
                result.optionalNumber("retry_after"),
                result.optionalNumber("attempts_left"),
                result.optionalText("text"),
                result.optionalNumber("hunt_version"));
    }

    private static Effect effect(Members effect) throws MalformedJsonException {
        String type = effect.text("type");
        return switch (type) {
            case "JOINED" -> new Effect.Joined((int) effect.number("version"));
            case "CLUE_UNLOCKED" ->
                    new Effect.ClueUnlocked(
                            effect.text("clue"),
                            effect.text("title"),
                            effect.optionalText("text"),
                            effect.optionalText("media"));
            case "CLUE_SOLVED" -> new Effect.ClueSolved(effect.text("clue"));
            case "ATTEMPT_USED" -> new Effect.AttemptUsed(effect.text("clue"));
            case "HINT_REVEALED" ->
                    new Effect.HintRevealed(
                            effect.text("clue"), effect.text("hint"), effect.text("text"));
            case "POINTS" ->
                    new Effect.Points(
                            effect.number("points"),
                            effect.number("balance"),
                            pointsReason(effect.text("reason")),
                            effect.optionalText("clue"),
                            effect.optionalText("hint"));
            case "COMPLETED" -> new Effect.Completed();
            case "ABANDONED" -> new Effect.Abandoned();
            default -> throw new MalformedJsonException("effects: unknown type " + type);
        };
    }

    private static PointsReason pointsReason(String word) throws MalformedJsonException {
        for (PointsReason reason : PointsReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new MalformedJsonException("effects: unknown reason " + word);
    }
}
