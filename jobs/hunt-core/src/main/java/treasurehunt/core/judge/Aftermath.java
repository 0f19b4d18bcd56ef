package treasurehunt.core.judge;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.Board;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;

/** What is kept of a player when something has happened to him in a hunt. */
final class Aftermath {
    private Aftermath() {}

    /**
     * The player after these effects.
     *
     * @param hunt the version that judged
     * @param besides what else is kept of him in it
     */
    static Player keep(Player player, PlayableHunt hunt, HuntState besides, Evolution evolution) {
        Progress progress = evolution.progress();
        Progress before = evolution.before();
        return keep(
                player,
                hunt,
                besides.with(progress, board(besides.board(), hunt, before, progress, evolution)));
    }

    /** The player with this state in a hunt, of which {@code hunt} is the version he is on. */
    static Player keep(Player player, PlayableHunt hunt, HuntState state) {
        return player.with(
                // The definition's own text: one for everybody, where an action brings a new one.
                hunt.definition().id(),
                state,
                new Enrolment(
                        hunt.version(),
                        state.progress().isFinished(),
                        DueMoments.next(hunt, state)));
    }

    private static Board board(
            Board shown,
            PlayableHunt hunt,
            Progress before,
            Progress progress,
            Evolution evolution) {
        if (!hunt.isFrozen(evolution.at())) {
            return Board.LIVE;
        }
        if (shown.frozen()) {
            return shown;
        }
        boolean joins = before.huntVersion() == 0;
        return joins ? new Board(true, 0, progress.joinedAt()) : Board.of(before);
    }
}
