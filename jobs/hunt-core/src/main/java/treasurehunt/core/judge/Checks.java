package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.INSUFFICIENT_POINTS;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NOT_OPEN;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

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

/** The checks that every player's action runs through: the first that fails answers. */
final class Checks {
    /** Hunts that a player can be in the midst of. */
    private static final int MOST_HUNTS = 20;

    /** Checks before this one leave the rate bucket alone; what comes later has taken a token. */
    static final int RATE = 4;

    static final List<Check> IN_ORDER =
            List.of(
                    new Check(1, Checks::repeated),
                    new Check(2, Checks::unknownHunt),
                    new Check(3, Checks::membership),
                    new Check(RATE, Checks::rate),
                    new Check(6, Checks::openingTimes),
                    new Check(7, Checks::left),
                    new Check(8, Checks::tooManyHunts),
                    new Check(9, Checks::clue),
                    new Check(10, Checks::hint),
                    new Check(10, Checks::proofKind),
                    new Check(11, Checks::attempts),
                    new Check(12, Checks::tried));

    private Checks() {}

    private static Optional<Refusal> repeated(Case it) {
        Optional<RecentAction> earlier = it.player().head().recent(it.action().action().actionId());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        if (!earlier.get().body().equals(Digests.body(it.action().action()))) {
            return Refusal.of(ID_REUSED);
        }
        return Refusal.replay(
                earlier.get().code(), toldAgain(it, earlier.get().code()), earlier.get().result());
    }

    private static Optional<String> toldAgain(Case it, Code code) {
        if (code == Code.NEAR) {
            return it.nearMiss();
        }
        if (code == Code.HINT_GIVEN && it.kind() instanceof Kind.Hint wanted) {
            return it.clue().map(clue -> clue.hints().get(wanted.hintId())).map(Hint::text);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unknownHunt(Case it) {
        return it.found().isEmpty() ? Refusal.of(UNKNOWN_HUNT) : Optional.empty();
    }

    private static Optional<Refusal> membership(Case it) {
        boolean joins = it.kind() instanceof Kind.Join;
        if (joins == it.state().isEmpty()) {
            return Optional.empty();
        }
        return Refusal.of(joins ? ALREADY_JOINED : NOT_JOINED);
    }

    private static Optional<Refusal> rate(Case it) {
        if (it.state().isEmpty()) {
            return Optional.empty();
        }
        Rate rate = it.hunt().definition().rate();
        RateBucket bucket = it.joined().bucket().refilled(rate, it.at());
        return bucket.hasToken()
                ? Optional.empty()
                : Refusal.until(RATE_LIMITED, bucket.wait(rate));
    }

    private static Optional<Refusal> openingTimes(Case it) {
        long opens = it.hunt().definition().opens();
        if (it.at() < opens) {
            return Refusal.until(NOT_OPEN, opens - it.at());
        }
        return it.hunt().isClosed(it.at()) ? Refusal.of(CLOSED) : Optional.empty();
    }

    private static Optional<Refusal> left(Case it) {
        return it.progress().abandoned() ? Refusal.of(HAS_LEFT) : Optional.empty();
    }

    private static Optional<Refusal> tooManyHunts(Case it) {
        if (!(it.kind() instanceof Kind.Join)) {
            return Optional.empty();
        }
        long playing =
                it.player().head().enrolments().entrySet().stream()
                        .filter(hunt -> !hunt.getValue().finished())
                        .filter(
                                hunt ->
                                        it.hunts()
                                                .find(hunt.getKey())
                                                .map(h -> !h.isClosed(it.at()))
                                                .orElse(true))
                        .count();
        return playing < MOST_HUNTS ? Optional.empty() : Refusal.of(TOO_MANY_HUNTS);
    }

    private static Optional<Refusal> clue(Case it) {
        if (it.kind().clue().isEmpty()) {
            return Optional.empty();
        }
        if (it.clue().isEmpty()) {
            return Refusal.of(UNKNOWN_CLUE);
        }
        if (it.clueState().solved()) {
            return it.kind() instanceof Kind.Hint ? Optional.empty() : Refusal.of(ALREADY_SOLVED);
        }
        return it.clueState().unlocked() ? Optional.empty() : Refusal.of(LOCKED);
    }

    private static Optional<Refusal> hint(Case it) {
        if (!(it.kind() instanceof Kind.Hint wanted)) {
            return Optional.empty();
        }
        Hint hint = it.clue().orElseThrow().hints().get(wanted.hintId());
        if (hint == null) {
            return Refusal.of(UNKNOWN_HINT);
        }
        if (it.clueState().hints().contains(hint.id()) || it.clueState().solved()) {
            return Optional.empty();
        }
        long opens = it.clueState().unlockedAt() + hint.after();
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
        return isProof(it.kind()) && it.form().isEmpty()
                ? Refusal.of(WRONG_KIND)
                : Optional.empty();
    }

    private static Optional<Refusal> attempts(Case it) {
        if (!isProof(it.kind())) {
            return Optional.empty();
        }
        Clue clue = it.clue().orElseThrow();
        boolean left =
                clue.maxAttempts().isEmpty()
                        || it.clueState().attempts() < clue.maxAttempts().getAsInt();
        return left ? Optional.empty() : Refusal.of(OUT_OF_ATTEMPTS);
    }

    private static Optional<Refusal> tried(Case it) {
        if (!isProof(it.kind())) {
            return Optional.empty();
        }
        Clue clue = it.clue().orElseThrow();
        String form = it.form().orElseThrow();
        boolean again =
                it.joined().hasTried(clue.id(), Digests.text(form))
                        && !it.hunt().matcher(clue).accepts(form);
        return again ? Refusal.telling(ALREADY_TRIED, it.nearMiss()) : Optional.empty();
    }

    private static boolean isProof(Kind kind) {
        return kind instanceof Kind.Answer || kind instanceof Kind.Scan;
    }
}
