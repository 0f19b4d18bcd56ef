package treasurehunt.connector.kafka.hunts;

import treasurehunt.schemas.hunt.Publication;

import java.util.Optional;

/**
 * A record of {@code hunts} that is no tick.
 *
 * @param appendTime ms UTC
 * @param publication nothing if the record can be none: it counts for nobody
 * @param refusal why it is none; nothing of what it says
 */
public record HuntRecord(
        long offset, long appendTime, Optional<Publication> publication, String refusal) {
    public static HuntRecord of(long offset, long appendTime, Publication publication) {
        return new HuntRecord(offset, appendTime, Optional.of(publication), "");
    }

    public static HuntRecord refused(long offset, long appendTime, String why) {
        return new HuntRecord(offset, appendTime, Optional.empty(), why);
    }
}
