package treasurehunt.core.judge;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Clue;

import java.util.Optional;

/** One action with all that is looked at to judge it. */
record Case(
        Catalogue hunts,
        Player player,
        LoggedAction action,
        Optional<PlayableHunt> found,
        Optional<HuntState> state) {

    static Case of(Catalogue hunts, Player player, LoggedAction action) {
        return new Case(
                hunts, player, action, hunts.find(action.hunt()), player.hunt(action.hunt()));
    }

    Kind kind() {
        return action.kind();
    }

    long at() {
        return action.at();
    }

    Progress progress() {
        return state.map(HuntState::progress).orElse(Progress.NONE);
    }

    /** The hunt that judges; only behind the check that there is one. */
    PlayableHunt hunt() {
        return found.orElseThrow();
    }

    /** What is kept of the player here; only behind the check that he has joined. */
    HuntState joined() {
        return state.orElseThrow();
    }

    /** The clue the action names, as far as there is one. */
    Optional<Clue> clue() {
        return found.flatMap(hunt -> kind().clue().flatMap(hunt::clue));
    }

    /**
     * Where the player stands with the clue the action names; only behind the check that there is
     * one.
     */
    ClueState clueState() {
        return progress().clue(clue().orElseThrow().id());
    }

    /**
     * The text or code given, in the form in which this clue's proof compares; nothing if it takes
     * none such.
     */
    Optional<String> form() {
        return clue().flatMap(clue -> hunt().matcher(clue).formOf(kind()));
    }

    /** What this version tells who gives the text that the action gives. */
    Optional<String> nearMiss() {
        return form().flatMap(form -> hunt().matcher(clue().orElseThrow()).nearMiss(form));
    }
}
