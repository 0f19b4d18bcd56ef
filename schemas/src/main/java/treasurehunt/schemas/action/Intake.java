package treasurehunt.schemas.action;

import static treasurehunt.schemas.action.Reason.MALFORMED;
import static treasurehunt.schemas.action.Reason.UNSEALED;
import static treasurehunt.schemas.action.Reason.WRONG_KEY;
import static treasurehunt.schemas.action.Reason.WRONG_PARTITION;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells actions from what only stands among them: the first reason that applies makes a record a
 * dead letter.
 *
 * @param partitions how many partitions {@code actions} has; unknown, a record's partition is taken
 *     as right
 * @param seals which records are sealed
 */
public record Intake(OptionalInt partitions, Seals seals) {

    /** The action in a record of {@code actions} whose partition's time has come to {@code at}. */
    public LoggedAction admit(RawRecord record, long at) throws RejectedException {
        if (record.value() == null) {
            throw new RejectedException(MALFORMED, "no value", Optional.empty(), Optional.empty());
        }
        Action action = ActionCodec.decode(record.value());
        if (action.kind().sealedBy().isPresent() && !isSealed(action, record)) {
            throw rejected(
                    UNSEALED, action.kind().name() + ": counts only under a valid seal", action);
        }
        byte[] player = action.player().getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(player, record.key())) {
            throw rejected(WRONG_KEY, "the record's key is not its player", action);
        }
        if (partitions.isPresent()) {
            int right = Partitioning.partitionOf(player, partitions.getAsInt());
            if (right != record.partition()) {
                throw rejected(
                        WRONG_PARTITION,
                        "the key belongs to partition "
                                + right
                                + ": the sender's partitioner is not murmur2 (librdkafka: murmur2_random)",
                        action);
            }
        }
        return new LoggedAction(
                record.partition(), record.offset(), record.appendTime(), at, action);
    }

    /** Whether the record holds an action that needs a seal, and has a valid one. */
    public boolean isSealed(RawRecord record) {
        try {
            return record.value() != null && isSealed(ActionCodec.decode(record.value()), record);
        } catch (RejectedException e) {
            return false;
        }
    }

    private boolean isSealed(Action action, RawRecord record) {
        return action.kind().sealedBy().filter(role -> seals.isValid(role, record)).isPresent();
    }

    private static RejectedException rejected(Reason reason, String detail, Action action) {
        return new RejectedException(
                reason, detail, Optional.of(action.actionId()), Optional.of(action.player()));
    }
}
