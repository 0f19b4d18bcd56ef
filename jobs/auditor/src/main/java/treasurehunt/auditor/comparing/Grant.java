package treasurehunt.auditor.comparing;

import java.time.Instant;
import java.util.Optional;

/**
 * A treasure that was granted; a row that may still change.
 *
 * @param place of the effect in the result
 * @param at ms UTC
 */
record Grant(
        String player,
        String resultId,
        int place,
        String hunt,
        String treasure,
        long version,
        long rank,
        long at,
        Optional<Instant> releasedAt) {

    Grant released(Instant releasedAt) {
        return new Grant(
                player,
                resultId,
                place,
                hunt,
                treasure,
                version,
                rank,
                at,
                Optional.of(releasedAt));
    }

    Row row() {
        return Row.of(Table.TREASURE_GRANTS)
                .with("player", player)
                .with("result_id", resultId)
                .with("place", (long) place)
                .with("hunt", hunt)
                .with("treasure", treasure)
                .with("version", version)
                .with("rank", rank)
                .withTime("granted_at", at)
                .with("released_at", releasedAt);
    }
}
