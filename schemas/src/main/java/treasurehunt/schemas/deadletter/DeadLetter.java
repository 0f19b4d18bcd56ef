package treasurehunt.schemas.deadletter;

import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The answer to a record that cannot be judged.
 *
 * @param appendTime ms UTC
 * @param detail what was wrong and where, for people
 * @param value the first {@value #KEPT} bytes of the record's value, as base64; nothing if it had
 *     none
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long appendTime,
        Reason reason,
        String detail,
        Optional<String> actionId,
        Optional<String> player,
        Optional<String> value) {
    /** Bytes of a refused record that its dead letter keeps. */
    public static final int KEPT = 4096;

    /** The dead letter of a record that was rejected. */
    public static DeadLetter of(String topic, RawRecord record, RejectedException rejected) {
        return new DeadLetter(
                topic,
                record.partition(),
                record.offset(),
                record.appendTime(),
                rejected.reason(),
                rejected.getMessage(),
                rejected.actionId(),
                rejected.player(),
                Optional.ofNullable(record.value()).map(DeadLetter::start));
    }

    private static String start(byte[] value) {
        byte[] kept = value.length > KEPT ? Arrays.copyOf(value, KEPT) : value;
        return Base64.getEncoder().encodeToString(kept);
    }

    /** The place of the record in its topic: {@code partition:offset}. */
    public String id() {
        return partition + ":" + offset;
    }
}
