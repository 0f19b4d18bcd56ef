package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.COOLING_DOWN;
import static treasurehunt.schemas.result.Code.EXCLUDED;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.INSUFFICIENT_POINTS;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NOT_OPEN;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.TIME_UP;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.core.state.ClueState;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.RateBucket;
import treasurehunt.core.state.RecentAction;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.HintPolicy;
import treasurehunt.schemas.hunt.Rate;
import treasurehunt.schemas.result.Code;

import java.util.List;
import java.util.Optional;

/** The checks that actions run through: the first that fails answers. */
final class Checks {
    /** Hunts that a player can be in the midst of. */
    private static final int MOST_HUNTS = 20;

    /** Checks before this one leave the rate bucket alone; what comes later has taken a token. */
    static final int RATE = 4;

    private static final Check REPEATED =
            new Check(1, "Is this action new?", Checks::repeated, Sights::remembered);
    private static final Check HUNT =
            new Check(2, "Is a version of the hunt in effect?", Checks::hunt, Sights::hunt);
    private static final Check MEMBERSHIP =
            new Check(3, "Has the player joined?", Checks::membership, Sights::membership);
    private static final Check CLUE =
            new Check(9, "Does the clue exist?", Checks::clue, Sights::clue);

    static final List<Check> OF_PLAYERS =
            List.of(
                    REPEATED,
                    HUNT,
                    MEMBERSHIP,
                    new Check(RATE, "Is there a token?", Checks::rate, Sights::bucket),
                    new Check(5, "Is the player admitted?", Checks::exclusion, Sights::exclusion),
                    new Check(6, "Is the hunt open?", Checks::openingTimes, Sights::openingTimes),
                    new Check(7, "Is he still playing?", Checks::ended, Sights::ended),
                    new Check(
                            8,
                            "May he join one more hunt?",
                            Checks::tooManyHunts,
                            Sights::huntsPlayed),
                    CLUE,
                    new Check(9, "Can the clue be tried?", Checks::clueStatus, Sights::clueStatus),
                    new Check(10, "Can he have the hint?", Checks::hint, Sights::hint),
                    new Check(10, "Does the proof fit the clue?", Checks::proofKind, Sights::proof),
                    new Check(11, "Has he attempts left?", Checks::attempts, Sights::attempts),
                    new Check(11, "Is no wait running?", Checks::coolDown, Sights::wait),
                    new Check(12, "Is the text or code new?", Checks::tried, Sights::tried));

    static final List<Check> OF_OPERATORS = List.of(REPEATED, HUNT, MEMBERSHIP, CLUE);

    static final List<Check> OF_THE_TREASURY = List.of(HUNT, MEMBERSHIP);

    /** Of {@code forget}, which is about no hunt. */
    static final List<Check> OF_FORGETTING = List.of(REPEATED);

    private Checks() {}

    /** The checks that an action of this kind is subject to. */
    static List<Check> of(Kind kind) {
        if (kind instanceof Kind.Verdict) {
            return OF_THE_TREASURY;
        } else if (kind instanceof Kind.Forget) {
            return OF_FORGETTING;
        }
        return kind instanceof Kind.ByOperator ? OF_OPERATORS : OF_PLAYERS;
    }

    private static Optional<Refusal> repeated(Case it) {
        Optional<RecentAction> earlier = earlier(it);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        if (earlier.get().body() != Digests.body(it.action().action())) {
            return Refusal.of(ID_REUSED);
        }
        return Refusal.replay(
                earlier.get().code(), toldAgain(it, earlier.get().code()), earlier.get().result());
    }

    /** The action of the same id that is remembered; operators' apart from the player's. */
    static Optional<RecentAction> earlier(Case it) {
        String id = it.action().action().actionId();
        return it.kind() instanceof Kind.ByOperator
                ? it.player().head().correction(id)
                : it.player().head().recent(id);
    }

    private static Optional<String> toldAgain(Case it, Code code) {
        if (code == Code.NEAR) {
            return it.given().filter(given -> !given.isRight()).flatMap(Case.Given::nearMiss);
        }
        if (code == Code.HINT_GIVEN && it.kind() instanceof Kind.Hint wanted) {
            return it.clue().map(clue -> clue.hints().get(wanted.hintId())).map(Hint::text);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> hunt(Case it) {
        return it.found().isEmpty() ? Refusal.of(UNKNOWN_HUNT) : Optional.empty();
    }

    private static Optional<Refusal> membership(Case it) {
        if (it.kind() instanceof Kind.Join) {
            return it.state().isPresent() ? Refusal.of(ALREADY_JOINED) : Optional.empty();
        }
        boolean known = it.state().isPresent() || it.readmits();
        return known ? Optional.empty() : Refusal.of(NOT_JOINED);
    }

    private static Optional<Refusal> rate(Case it) {
        if (it.state().isEmpty()) {
            return Optional.empty();
        }
        Rate rate = it.hunt().definition().rate();
        RateBucket bucket = it.refilledBucket();
        return bucket.hasToken()
                ? Optional.empty()
                : Refusal.until(RATE_LIMITED, bucket.wait(rate));
    }

    private static Optional<Refusal> exclusion(Case it) {
        return it.isExcluded() ? Refusal.of(EXCLUDED) : Optional.empty();
    }

    private static Optional<Refusal> openingTimes(Case it) {
        long opens = it.hunt().definition().opens();
        if (it.at() < opens) {
            return Refusal.until(NOT_OPEN, opens - it.at());
        }
        return it.hunt().isClosed(it.at()) ? Refusal.of(CLOSED) : Optional.empty();
    }

    private static Optional<Refusal> ended(Case it) {
        if (it.progress().abandoned()) {
            return Refusal.of(HAS_LEFT);
        }
        return it.progress().timedUp() ? Refusal.of(TIME_UP) : Optional.empty();
    }

    private static Optional<Refusal> tooManyHunts(Case it) {
        return it.kind() instanceof Kind.Join && huntsPlayed(it) >= MOST_HUNTS
                ? Refusal.of(TOO_MANY_HUNTS)
                : Optional.empty();
    }

    /** The hunts that the player is in the midst of, by the versions he is on there. */
    static long huntsPlayed(Case it) {
        return it.player().head().enrolments().entrySet().stream()
                .filter(hunt -> isPlayed(it, hunt.getKey(), hunt.getValue()))
                .count();
    }

    private static boolean isPlayed(Case it, String hunt, Enrolment enrolment) {
        if (enrolment.finished()) {
            return false;
        }
        PlayableHunt version = it.hunts().find(hunt).version(enrolment.huntVersion());
        return !version.isClosed(it.at());
    }

    private static Optional<Refusal> clue(Case it) {
        boolean unknown = it.kind().clue().isPresent() && it.clue().isEmpty();
        return unknown ? Refusal.of(UNKNOWN_CLUE) : Optional.empty();
    }

    private static Optional<Refusal> clueStatus(Case it) {
        if (it.clue().isEmpty()) {
            return Optional.empty();
        }
        return switch (it.clueState().status()) {
            case OPEN, UNDER_REVIEW -> Optional.empty();
            case SOLVED ->
                    it.kind() instanceof Kind.Hint ? Optional.empty() : Refusal.of(ALREADY_SOLVED);
            case LOCKED, PENDING -> Refusal.of(LOCKED);
            case EXPIRED -> Refusal.of(EXPIRED);
        };
    }

    private static Optional<Refusal> hint(Case it) {
        if (!(it.kind() instanceof Kind.Hint wanted)) {
            return Optional.empty();
        }
        Hint hint = it.namedClue().hints().get(wanted.hintId());
        if (hint == null) {
            return Refusal.of(UNKNOWN_HINT);
        }
        ClueState clue = it.clueState();
        if (clue.hints().contains(hint.id()) || clue.isSolved()) {
            return Optional.empty();
        }
        long opens = clue.since() + hint.after();
        if (it.at() < opens) {
            return Refusal.until(HINT_LOCKED, opens - it.at());
        }
        boolean blocked =
                it.hunt().definition().hintPolicy() == HintPolicy.BLOCK
                        && hint.cost() > 0
                        && it.progress().score() < hint.cost();
        return blocked ? Refusal.of(INSUFFICIENT_POINTS) : Optional.empty();
    }

    private static Optional<Refusal> proofKind(Case it) {
        return isProof(it) && !it.matcher().takes(it.kind())
                ? Refusal.of(WRONG_KIND)
                : Optional.empty();
    }

    private static Optional<Refusal> attempts(Case it) {
        if (!isProof(it)) {
            return Optional.empty();
        }
        Clue clue = it.namedClue();
        return Failing.leavesAnother(clue.attempts(), it.clueState().attempts())
                ? Optional.empty()
                : Refusal.of(OUT_OF_ATTEMPTS);
    }

    private static Optional<Refusal> coolDown(Case it) {
        if (!isProof(it)) {
            return Optional.empty();
        }
        long until = it.joined().waitsUntil(it.namedClue().id());
        return it.at() < until ? Refusal.until(COOLING_DOWN, until - it.at()) : Optional.empty();
    }

    private static Optional<Refusal> tried(Case it) {
        return isTriedAgain(it) && !it.given().orElseThrow().isRight()
                ? Refusal.telling(ALREADY_TRIED, it.given().orElseThrow().nearMiss())
                : Optional.empty();
    }

    /** Whether a text or code was given before for this clue, in vain then. */
    static boolean isTriedAgain(Case it) {
        // Most players fail at a clue for the first time: nothing to digest, nothing to compare.
        return it.given().isPresent()
                && it.joined().hasTried(it.namedClue().id())
                && it.joined()
                        .hasTried(
                                it.namedClue().id(), Digests.text(it.given().orElseThrow().form()));
    }

    /** Whether the action tries to solve a clue. */
    static boolean isProof(Case it) {
        return it.clue().isPresent() && !(it.kind() instanceof Kind.Hint);
    }
}
