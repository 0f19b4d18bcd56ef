package treasurehunt.schemas.deadletter;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.util.Map;

/** Dead letters as JSON: {@code contracts/dead-letter.schema.json}. */
public final class DeadLetterCodec {
    private static final StrictJson JSON = new StrictJson(8);

    private DeadLetterCodec() {}

    public static byte[] encode(DeadLetter letter) {
        return JsonWriter.object(
                json -> {
                    json.text("topic", letter.topic());
                    json.number("partition", letter.partition());
                    json.number("offset", letter.offset());
                    json.number("append_time", letter.appendTime());
                    json.text("reason", letter.reason().name());
                    json.text("detail", letter.detail());
                    json.text("action_id", letter.actionId());
                    json.text("player", letter.player());
                    json.text("value", letter.value());
                });
    }

    /** The dead letter in these bytes; fields it does not know are passed over. */
    public static DeadLetter decode(byte[] json) throws MalformedJsonException {
        Map<String, Object> members = JSON.read(json);
        Members letter = new Members(members);
        return new DeadLetter(
                letter.text("topic"),
                (int) letter.number("partition"),
                letter.number("offset"),
                letter.number("append_time"),
                letter.constant("reason", Reason.class),
                letter.text("detail"),
                letter.optionalText("action_id"),
                letter.optionalText("player"),
                letter.optionalText("value"));
    }
}
