package treasurehunt.schemas.deadletter;

import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The answer to a record that cannot be judged, or to a due moment that the rules failed at.
 *
 * @param id a record's place in its topic, {@code partition:offset}; a due moment's is its
 *     announcement's, {@code player:hunt:due time in ms}
 * @param place of the record; a due moment has none
 * @param detail what was wrong and where, for people
 * @param value the first {@value #KEPT} bytes of the record's value, as base64; nothing if it had
 *     none
 */
public record DeadLetter(
        String id,
        Optional<Place> place,
        Reason reason,
        String detail,
        Optional<String> actionId,
        Optional<String> player,
        Optional<String> value) {
    /** Bytes of a refused record that its dead letter keeps. */
    public static final int KEPT = 4096;

    /**
     * Where the refused record stands.
     *
     * @param appendTime ms UTC
     */
    public record Place(String topic, int partition, long offset, long appendTime) {
        String id() {
            return partition + ":" + offset;
        }
    }

    /**
     * Whether it answers an action of this topic, or stands for an announcement about one; else it
     * is about a record of another.
     */
    public boolean isOf(String actions) {
        return place.isEmpty() || place.get().topic().equals(actions);
    }

    /** The dead letter of a record that was rejected. */
    public static DeadLetter of(String topic, RawRecord record, RejectedException rejected) {
        Place place = new Place(topic, record.partition(), record.offset(), record.appendTime());
        return new DeadLetter(
                place.id(),
                Optional.of(place),
                rejected.reason(),
                rejected.getMessage(),
                rejected.actionId(),
                rejected.player(),
                Optional.ofNullable(record.value()).map(DeadLetter::start));
    }

    /**
     * The dead letter of a due moment that the rules failed at.
     *
     * @param id of the announcement that there is not
     */
    public static DeadLetter ofDueMoment(String id, String player) {
        return new DeadLetter(
                id,
                Optional.empty(),
                Reason.DEFECT,
                RejectedException.RULES_FAILED,
                Optional.empty(),
                Optional.of(player),
                Optional.empty());
    }

    private static String start(byte[] value) {
        byte[] kept = value.length > KEPT ? Arrays.copyOf(value, KEPT) : value;
        return Base64.getEncoder().encodeToString(kept);
    }
}
