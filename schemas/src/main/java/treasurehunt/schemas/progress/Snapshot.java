package treasurehunt.schemas.progress;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record of the topic {@code progress}: where a player stands in a hunt, or that he is erased
 * there. Of two about one player and hunt the one with the higher version is the later.
 *
 * @param version of the progress; of an erasure higher than any before it
 * @param standing empty in an erasure
 */
public record Snapshot(String player, String hunt, long version, Optional<Standing> standing) {

    /** The record's key: {@code hunt/player}. No hunt's id has a slash. */
    public byte[] key() {
        return (hunt + "/" + player).getBytes(StandardCharsets.US_ASCII);
    }

    /** That the player is no more in a hunt: whatever has a lower version is void. */
    public static Snapshot erased(String player, String hunt, long version) {
        return new Snapshot(player, hunt, version, Optional.empty());
    }
}
