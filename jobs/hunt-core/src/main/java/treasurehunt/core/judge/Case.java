package treasurehunt.core.judge;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.hunt.ProofMatcher;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.core.state.RateBucket;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Clue;

import java.util.Optional;

/**
 * One action with all that is looked at to judge it; the player has been brought forward to its
 * time.
 */
final class Case {
    private final Catalogue hunts;
    private final Player player;
    private final LoggedAction action;
    private final Optional<HuntState> state;
    private final Optional<PlayableHunt> found;
    private final Optional<Clue> clue;

    /** Folding a text is the dearest part of judging it, and several checks look at it. */
    private Optional<Given> given;

    /** A text or code in the form in which it is compared, and what compares it. */
    record Given(String form, ProofMatcher.OfText matcher) {
        boolean isRight() {
            return matcher.accepts(form);
        }

        Optional<String> nearMiss() {
            return matcher.nearMiss(form);
        }
    }

    Case(Catalogue hunts, Player player, LoggedAction action) {
        this.hunts = hunts;
        this.player = player;
        this.action = action;
        state = player.hunt(action.hunt());
        HuntVersions versions = hunts.find(action.hunt());
        found =
                state.isPresent()
                        ? Optional.of(versions.version(state.get().progress().huntVersion()))
                        : versions.inEffect(action.at());
        clue = found.flatMap(hunt -> kind().clue().flatMap(hunt::clue));
    }

    Catalogue hunts() {
        return hunts;
    }

    Player player() {
        return player;
    }

    LoggedAction action() {
        return action;
    }

    Kind kind() {
        return action.kind();
    }

    long at() {
        return action.at();
    }

    /** The version that judges, if there is one. */
    Optional<PlayableHunt> found() {
        return found;
    }

    /** The version that judges; only behind the check that there is one. */
    PlayableHunt hunt() {
        return found.orElseThrow();
    }

    Optional<HuntState> state() {
        return state;
    }

    /** What is kept of the player here; only behind the check that he has joined. */
    HuntState joined() {
        return state.orElseThrow();
    }

    Progress progress() {
        return state.isPresent() ? state.get().progress() : Progress.NONE;
    }

    boolean isExcluded() {
        return progress().disqualified() || player.head().excluded().contains(action.hunt());
    }

    /** Whether the action lifts an exclusion that outlived the player's progress. */
    boolean readmits() {
        return kind() instanceof Kind.Reinstate && player.head().excluded().contains(action.hunt());
    }

    /** The player's bucket as it is now; only behind the check that he has joined. */
    RateBucket refilledBucket() {
        return joined().bucket().refilled(hunt().definition().rate(), at());
    }

    /** The clue the action names, as far as there is one. */
    Optional<Clue> clue() {
        return clue;
    }

    /** The clue; only behind the check that there is one. */
    Clue namedClue() {
        return clue.orElseThrow();
    }

    /** Where the player stands with the clue; only behind the check that there is one. */
    ClueState clueState() {
        return progress().clue(namedClue().id());
    }

    /** What compares proofs of the clue; only behind the check that there is one. */
    ProofMatcher matcher() {
        return hunt().matcher(namedClue());
    }

    /** The text or code given; nothing if the clue's proof takes none such. */
    Optional<Given> given() {
        if (given == null) {
            given = clue.flatMap(named -> given(hunt().matcher(named)));
        }
        return given;
    }

    private Optional<Given> given(ProofMatcher matcher) {
        if (!(matcher instanceof ProofMatcher.OfText ofText) || !matcher.takes(kind())) {
            return Optional.empty();
        }
        if (kind() instanceof Kind.Answer answer) {
            return Optional.of(new Given(ofText.formOf(answer.text()), ofText));
        }
        return kind() instanceof Kind.Scan scan
                ? Optional.of(new Given(ofText.formOf(scan.code()), ofText))
                : Optional.empty();
    }
}
