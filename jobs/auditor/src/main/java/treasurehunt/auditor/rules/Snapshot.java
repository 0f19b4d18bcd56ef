package treasurehunt.auditor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where the rules have a player stand in a hunt once a result has led to a version, or that he is
 * erased there (rule book, section 6, Snapshots).
 *
 * @param version of the progress; of an erasure the player's new floor
 * @param json an object of texts, whole numbers (as {@code Long}), lists and objects; to be asked
 *     for before anything else is judged
 */
public record Snapshot(
        String player,
        String hunt,
        long version,
        boolean isErasure,
        Supplier<Map<String, Object>> json) {

    /** Where the player stands, the first that applies. */
    public enum Standing {
        DISQUALIFIED,
        COMPLETED,
        ABANDONED,
        TIME_UP,
        PLAYING;

        private static Standing of(Progress progress) {
            if (progress.disqualified) {
                return DISQUALIFIED;
            }
            if (progress.completed) {
                return COMPLETED;
            }
            if (progress.abandoned) {
                return ABANDONED;
            }
            return progress.timeUp ? TIME_UP : PLAYING;
        }
    }

    /** What a result at this time has led to. */
    static Snapshot of(Player player, Progress progress, long at) {
        return new Snapshot(
                player.id,
                progress.hunt.id(),
                progress.version,
                false,
                () -> json(player.id, progress, at));
    }

    /** That a player who has just been forgotten is erased in a hunt of his. */
    static Snapshot erasure(Player player, String hunt) {
        long floor = player.floor;
        return new Snapshot(
                player.id,
                hunt,
                floor,
                true,
                () -> head(player.id, hunt, floor).with("erased", true).members());
    }

    /** The key of its record. */
    public String key() {
        return hunt + "/" + player;
    }

    private static Json head(String player, String hunt, long version) {
        return Json.object().with("player", player).with("hunt", hunt).with("version", version);
    }

    private static Map<String, Object> json(String player, Progress progress, long at) {
        return head(player, progress.hunt.id(), progress.version)
                .with("standing", Standing.of(progress).name())
                .with("hunt_version", progress.hunt.version())
                .with("joined_at", progress.joinedAt)
                .with("at", at)
                .with("score", progress.score)
                .with("score_at", progress.scoreAt)
                .with("board", progress.board.map(Board::json))
                .with("clues", clues(progress))
                .with("treasures", treasures(progress))
                .members();
    }

    private static List<Map<String, Object>> clues(Progress progress) {
        List<Map<String, Object>> clues = new ArrayList<>();
        progress.toldClues()
                .forEach(
                        (id, state) ->
                                clues.add(
                                        Json.object()
                                                .with("clue", id)
                                                .with("status", state.status.map(Enum::name))
                                                .with("attempts", state.tries)
                                                .with("hints", state.hintsGiven())
                                                .members()));
        return clues;
    }

    private static List<Map<String, Object>> treasures(Progress progress) {
        List<Map<String, Object>> treasures = new ArrayList<>();
        new TreeMap<>(progress.claims)
                .forEach(
                        (id, claim) ->
                                treasures.add(
                                        Json.object()
                                                .with("treasure", id)
                                                .with("status", claim.name())
                                                .members()));
        return treasures;
    }
}
