package treasurehunt.schemas.action;

import static treasurehunt.schemas.action.Reason.MALFORMED;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Actions as JSON: {@code contracts/action.schema.json}. */
public final class ActionCodec {
    /** Code points in a text or an id of an action. */
    public static final int LONGEST_TEXT = 512;

    private static final int DEPTH = 8;
    private static final StrictJson JSON = new StrictJson(DEPTH);
    private static final Pattern ACTION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PLAYER = Pattern.compile("[!-~]{1,128}");

    private ActionCodec() {}

    /**
     * The action in these bytes; throws nothing but {@link RejectedException}, whatever they are.
     */
    public static Action decode(byte[] json) throws RejectedException {
        Map<String, Object> members = new LinkedHashMap<>();
        try {
            JSON.readInto(members, json);
            return action(new Fields("", members));
        } catch (MalformedJsonException | BreachException e) {
            throw rejected(e.getMessage(), members);
        }
    }

    private static Action action(Fields fields) throws BreachException {
        String actionId = fields.matching("action_id", ACTION_ID, "1 to 64 of A-Z a-z 0-9 . _ : -");
        String player =
                fields.matching(
                        "player", PLAYER, "1 to 128 printable ASCII characters without space");
        Kind kind = KindCodec.read(fields);
        return new Action(
                actionId,
                player,
                kind instanceof Kind.Forget ? "" : fields.id("hunt"),
                fields.has("member") ? Optional.of(fields.id("member")) : Optional.empty(),
                fields.has("client_time")
                        ? OptionalLong.of(fields.clientTime("client_time"))
                        : OptionalLong.empty(),
                kind instanceof Kind.ByOperator
                        ? Optional.of(fields.id("operator"))
                        : Optional.empty(),
                kind);
    }

    private static RejectedException rejected(String detail, Map<String, Object> members) {
        return new RejectedException(
                MALFORMED,
                detail,
                readable(members, "action_id", ACTION_ID),
                readable(members, "player", PLAYER));
    }

    private static Optional<String> readable(
            Map<String, Object> members, String name, Pattern form) {
        return members.get(name) instanceof String text && form.matcher(text).matches()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Whether a text can be a player's name. */
    public static boolean isPlayer(String text) {
        return PLAYER.matcher(text).matches();
    }

    /** The bytes of an action, as frontends send it. */
    public static byte[] encode(Action action) {
        return JsonWriter.object(json -> write(json, action));
    }

    /** Writes the action's members into the object that is being written. */
    public static void write(JsonWriter json, Action action) throws IOException {
        json.text("action_id", action.actionId());
        json.text("player", action.player());
        if (!action.hunt().isEmpty()) {
            json.text("hunt", action.hunt());
        }
        json.text("member", action.member());
        json.number("client_time", action.clientTime());
        json.text("operator", action.operator());
        KindCodec.write(json, action.kind());
    }
}
