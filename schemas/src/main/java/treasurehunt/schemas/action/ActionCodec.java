package treasurehunt.schemas.action;

import static treasurehunt.schemas.action.Reason.MALFORMED;
import static treasurehunt.schemas.action.Reason.UNSEALED;

import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Actions as JSON: {@code contracts/action.schema.json}. */
public final class ActionCodec {
    /** Code points in a text or an id of an action. */
    public static final int LONGEST_TEXT = 512;

    private static final int DEPTH = 8;
    private static final long LATEST_CLIENT_TIME = 1_000_000_000_000_000L;
    private static final StrictJson JSON = new StrictJson(DEPTH);
    private static final Pattern ACTION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PLAYER = Pattern.compile("[!-~]{1,128}");

    private static final Set<String> PLAYER_KINDS =
            Set.of("join", "answer", "scan", "hint", "abandon");

    /** The kind that is about no hunt: one beside it is ignored. */
    private static final String HUNTLESS_KIND = "forget";

    /** Kinds that count only under a seal; as no seal is known yet, none of them counts. */
    private static final Set<String> SEALED_KINDS =
            Set.of(
                    "adjust",
                    "mark_solved",
                    "review",
                    "reset_attempts",
                    "disqualify",
                    "reinstate",
                    HUNTLESS_KIND,
                    "verdict");

    private ActionCodec() {}

    /**
     * The action in these bytes; throws nothing but {@link RejectedException}, whatever they are.
     */
    public static Action decode(byte[] json) throws RejectedException {
        Map<String, Object> members = new LinkedHashMap<>();
        try {
            JSON.readInto(members, json);
            return action(members);
        } catch (MalformedJsonException e) {
            throw rejected(MALFORMED, e.getMessage(), members);
        } catch (BreachException e) {
            throw rejected(e.reason, e.getMessage(), members);
        }
    }

    private static RejectedException rejected(
            Reason reason, String detail, Map<String, Object> members) {
        return new RejectedException(
                reason,
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

    private static Action action(Map<String, Object> members) throws BreachException {
        Fields fields = new Fields("", members);
        String actionId = fields.matching("action_id", ACTION_ID, "1 to 64 of A-Z a-z 0-9 . _ : -");
        String player =
                fields.matching(
                        "player", PLAYER, "1 to 128 printable ASCII characters without space");
        String kindName = kindName(members);
        Fields body = fields.object(kindName);
        String hunt = kindName.equals(HUNTLESS_KIND) ? "" : fields.id("hunt");
        Optional<String> member =
                members.containsKey("member") ? Optional.of(fields.id("member")) : Optional.empty();
        OptionalLong clientTime =
                members.containsKey("client_time")
                        ? fields.clientTime("client_time")
                        : OptionalLong.empty();
        if (SEALED_KINDS.contains(kindName)) {
            throw new BreachException(UNSEALED, kindName + ": counts only under a valid seal");
        }
        return new Action(actionId, player, hunt, member, clientTime, kind(kindName, body));
    }

    private static String kindName(Map<String, Object> members) throws BreachException {
        Predicate<String> isKind =
                name -> PLAYER_KINDS.contains(name) || SEALED_KINDS.contains(name);
        List<String> kinds = members.keySet().stream().filter(isKind).toList();
        if (kinds.size() != 1) {
            throw new BreachException(
                    MALFORMED,
                    kinds.isEmpty()
                            ? "no known kind"
                            : "more than one kind: " + String.join(", ", kinds));
        }
        return kinds.get(0);
    }

    private static Kind kind(String name, Fields fields) throws BreachException {
        return switch (name) {
            case "join" -> new Kind.Join();
            case "answer" -> new Kind.Answer(fields.id("clue"), fields.text("text"));
            case "scan" -> new Kind.Scan(fields.id("clue"), fields.id("code"));
            case "hint" -> new Kind.Hint(fields.id("clue"), fields.id("hint"));
            case "abandon" -> new Kind.Abandon();
            default -> throw new IllegalStateException("a kind without a decoder: " + name);
        };
    }

    /** Whether a text can be a player's name. */
    public static boolean isPlayer(String text) {
        return PLAYER.matcher(text).matches();
    }

    /** The bytes of an action, as frontends send it. */
    public static byte[] encode(Action action) {
        return JsonWriter.object(
                json -> {
                    json.text("action_id", action.actionId());
                    json.text("player", action.player());
                    json.text("hunt", action.hunt());
                    json.text("member", action.member());
                    json.number("client_time", action.clientTime());
                    json.object(action.kind().name(), body -> writeKind(body, action.kind()));
                });
    }

    private static void writeKind(JsonWriter json, Kind kind) throws IOException {
        if (kind instanceof Kind.Answer answer) {
            json.text("clue", answer.clueId());
            json.text("text", answer.text());
        } else if (kind instanceof Kind.Scan scan) {
            json.text("clue", scan.clueId());
            json.text("code", scan.code());
        } else if (kind instanceof Kind.Hint hint) {
            json.text("clue", hint.clueId());
            json.text("hint", hint.hintId());
        }
    }

    /** A bound of the contract that a well-formed object breaks. */
    private static final class BreachException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        BreachException(Reason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }
    }

    /** The members of one object, read by the contract's types. */
    private record Fields(String path, Map<String, Object> members) {

        String id(String name) throws BreachException {
            String text = text(name);
            if (text.isEmpty()) {
                throw breach(name, "empty");
            }
            return text;
        }

        String text(String name) throws BreachException {
            if (!(required(name) instanceof String text)) {
                throw breach(name, "not a string");
            }
            if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                throw breach(name, "longer than " + LONGEST_TEXT + " code points");
            }
            return text;
        }

        String matching(String name, Pattern form, String inWords) throws BreachException {
            if (!(required(name) instanceof String text) || !form.matcher(text).matches()) {
                throw breach(name, "not " + inWords);
            }
            return text;
        }

        OptionalLong clientTime(String name) throws BreachException {
            OptionalLong whole =
                    required(name) instanceof JsonNumber number
                            ? number.whole()
                            : OptionalLong.empty();
            if (whole.isEmpty() || Math.abs(whole.getAsLong()) > LATEST_CLIENT_TIME) {
                throw breach(name, "not whole milliseconds within ±10^15");
            }
            return whole;
        }

        @SuppressWarnings("unchecked") // StrictJson's only maps
        Fields object(String name) throws BreachException {
            if (!(required(name) instanceof Map<?, ?> object)) {
                throw breach(name, "not an object");
            }
            return new Fields(path + name + ".", (Map<String, Object>) object);
        }

        private Object required(String name) throws BreachException {
            Object value = members.get(name);
            if (value == null) {
                throw breach(name, "missing");
            }
            return value;
        }

        private BreachException breach(String name, String what) {
            return new BreachException(MALFORMED, path + name + ": " + what);
        }
    }
}
