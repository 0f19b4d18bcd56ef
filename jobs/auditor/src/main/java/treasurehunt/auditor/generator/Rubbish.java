package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Records that are no actions, or none that anybody may send. */
final class Rubbish {
    private static final List<String> MALFORMED =
            List.of(
                    "{\"action_id\":\"a-1",
                    "",
                    "[]",
                    "\uFEFF{}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\"}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\",\"sing\":{}}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\",\"join\":{},\"abandon\":{}}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"\",\"join\":{}}",
                    "{\"action_id\":\"a\",\"player\":\"p p\",\"hunt\":\"h\",\"join\":{}}",
                    "{\"action_id\":\"a\",\"action_id\":\"b\",\"player\":\"p\",\"hunt\":\"h\",\"join\":{}}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\",\"join\":{}} {}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\",\"scan\":{\"clue\":\"c\",\"code\":\"\"}}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\",\"operator\":\"o\","
                            + "\"adjust\":{\"points\":1e3,\"reason\":\"r\"}}",
                    "{\"action_id\":\"a\",\"player\":\"p\",\"hunt\":\"h\","
                            + "\"position\":{\"latitude\":91,\"longitude\":0,\"accuracy\":1}}",
                    "[".repeat(2000));

    private final Chance chance;
    private final Topic topic;
    private final Sender sender;

    Rubbish(Chance chance, Topic topic, Sender sender) {
        this.chance = chance;
        this.topic = topic;
        this.sender = sender;
    }

    /** Of all kinds of rubbish one, now. */
    void any(Session session) {
        Optional<String> player = Optional.of(session.player().name());
        Optional<String> nobody = Optional.empty();
        byte[] join = encoded(session, Optional.empty(), new Kind.Join());
        switch (chance.below(10)) {
            case 0, 1 -> topic.append(player, text(chance.pick(MALFORMED)), false);
            case 2 -> topic.append(player, Optional.of(chance.bytes(chance.below(64))), false);
            case 3 -> topic.append(player, Optional.empty(), false);
            case 4 -> topic.append(nobody, Optional.of(join), false);
            case 5 -> topic.append(Optional.of("another"), Optional.of(join), false);
            case 6, 7 -> topic.append(player, Optional.of(unsealed(session)), false);
            case 8 -> sealedForAnother(session);
            default -> misplaced(session);
        }
    }

    /** What everybody who plays writes now and then. */
    void usual(Session session) {
        Optional<String> player = Optional.of(session.player().name());
        switch (chance.below(3)) {
            case 0 -> topic.append(player, text("{\"action_id\":\"" + chance.id()), false);
            case 1 -> topic.append(player, Optional.of(unsealed(session)), false);
            default -> misplaced(session);
        }
    }

    /** In the only partition it is an action like any other. */
    private void misplaced(Session session) {
        Action join = sender.action(session, Optional.empty(), new Kind.Join());
        topic.misplace(join);
    }

    private void sealedForAnother(Session session) {
        Optional<byte[]> adjust = Optional.of(encoded(session, Optional.of("me"), gift()));
        topic.append(Optional.of("another"), adjust, sender.isSealing());
    }

    private byte[] unsealed(Session session) {
        return chance.likely(0.8)
                ? encoded(session, Optional.of("me"), gift())
                : encoded(session, Optional.empty(), Treasury.granted("chest", 1));
    }

    private static Kind gift() {
        return new Kind.Adjust(1000, "please");
    }

    private byte[] encoded(Session session, Optional<String> operator, Kind kind) {
        return ActionCodec.encode(sender.action(session, operator, kind));
    }

    private static Optional<byte[]> text(String value) {
        return Optional.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
