package treasurehunt.schemas.deadletter;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.util.Optional;

/** Dead letters as JSON: {@code contracts/dead-letter.schema.json}. */
public final class DeadLetterCodec {
    private static final StrictJson JSON = new StrictJson(8);

    private DeadLetterCodec() {}

    public static byte[] encode(DeadLetter letter) {
        return JsonWriter.object(
                json -> {
                    if (letter.place().isPresent()) {
                        writePlace(json, letter.place().get());
                    } else {
                        json.text("id", letter.id());
                    }
                    json.text("reason", letter.reason().name());
                    json.text("detail", letter.detail());
                    json.text("action_id", letter.actionId());
                    json.text("player", letter.player());
                    json.text("value", letter.value());
                });
    }

    private static void writePlace(JsonWriter json, DeadLetter.Place place) throws IOException {
        json.text("topic", place.topic());
        json.number("partition", place.partition());
        json.number("offset", place.offset());
        json.number("append_time", place.appendTime());
    }

    /** The dead letter in these bytes; fields it does not know are passed over. */
    public static DeadLetter decode(byte[] json) throws MalformedJsonException {
        Members letter = new Members(JSON.read(json));
        Optional<DeadLetter.Place> place =
                letter.optionalText("topic").isPresent()
                        ? Optional.of(place(letter))
                        : Optional.empty();
        return new DeadLetter(
                place.isPresent() ? place.get().id() : letter.text("id"),
                place,
                letter.constant("reason", Reason.class),
                letter.text("detail"),
                letter.optionalText("action_id"),
                letter.optionalText("player"),
                letter.optionalText("value"));
    }

    private static DeadLetter.Place place(Members letter) throws MalformedJsonException {
        return new DeadLetter.Place(
                letter.text("topic"),
                (int) letter.number("partition"),
                letter.number("offset"),
                letter.number("append_time"));
    }
}
