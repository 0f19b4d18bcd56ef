package treasurehunt.core.state;

import treasurehunt.schemas.progress.Standing;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What others are told of a player's progress: rule book, section 8. */
public final class Standings {
    private Standings() {}

    /**
     * Where a player stands.
     *
     * @param at ms UTC of the result that brought him here
     */
    public static Standing of(HuntState state, long at) {
        Progress progress = state.progress();
        return new Standing(
                play(progress),
                progress.huntVersion(),
                progress.joinedAt(),
                at,
                progress.score(),
                progress.scoreAt(),
                board(state.board()),
                clues(progress),
                treasures(progress));
    }

    private static Standing.Play play(Progress progress) {
        if (progress.disqualified()) {
            return Standing.Play.DISQUALIFIED;
        }
        if (progress.completed()) {
            return Standing.Play.COMPLETED;
        }
        if (progress.abandoned()) {
            return Standing.Play.ABANDONED;
        }
        return progress.timedUp() ? Standing.Play.TIME_UP : Standing.Play.PLAYING;
    }

    private static Optional<Standing.Board> board(Board board) {
        return board.frozen()
                ? Optional.of(new Standing.Board(board.score(), board.scoreAt()))
                : Optional.empty();
    }

    private static SortedMap<String, Standing.Clue> clues(Progress progress) {
        SortedMap<String, Standing.Clue> clues = new TreeMap<>();
        progress.clues()
                .forEach(
                        (id, clue) ->
                                clues.put(
                                        id,
                                        new Standing.Clue(
                                                Standing.Clue.Status.valueOf(clue.status().name()),
                                                clue.attempts(),
                                                clue.hints().size())));
        return clues;
    }

    private static SortedMap<String, Standing.Treasure> treasures(Progress progress) {
        SortedMap<String, Standing.Treasure> treasures = new TreeMap<>();
        for (Claim claim : progress.claims()) {
            treasures.put(claim.treasure(), Standing.Treasure.valueOf(claim.standing().name()));
        }
        return treasures;
    }
}
