package treasurehunt.core.judge;

import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import treasurehunt.core.Rules;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.state.Enrolment;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.core.state.RateBucket;
import treasurehunt.core.state.RecentAction;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Decides what an action means for a player. Pure: no clock, no randomness, no I/O. */
public final class HuntDecider {
    /** Codes for which no hunt's version has judged. */
    private static final Set<Code> UNJUDGED = Set.of(UNKNOWN_HUNT, NOT_JOINED, ID_REUSED);

    private static final Set<Code> FAILED_ATTEMPTS = Set.of(WRONG, NEAR);

    private HuntDecider() {}

    /**
     * The hunts whose state a decision about this action looks at; a player brings no more than
     * these.
     */
    public static Set<String> needs(LoggedAction action) {
        return Set.of(action.hunt());
    }

    /** The player after an action, and its result. */
    public static Decision decide(Catalogue hunts, Player player, LoggedAction action) {
        Case it = Case.of(hunts, player, action);
        for (Check check : Checks.IN_ORDER) {
            Optional<Refusal> refusal = check.refusal().apply(it);
            if (refusal.isPresent()) {
                return refused(it, check, refusal.get());
            }
        }
        return judged(it);
    }

    private static Decision refused(Case it, Check check, Refusal refusal) {
        Result result =
                result(
                        it,
                        refusal.code(),
                        it.progress(),
                        List.of(),
                        refusal.text(),
                        refusal.retryAfter(),
                        refusal.replayOf());
        return new Decision(afterRefusal(it, check), List.of(result));
    }

    private static Player afterRefusal(Case it, Check check) {
        if (it.state().isEmpty() || check.number() < Checks.RATE) {
            return it.player();
        }
        RateBucket bucket = check.number() == Checks.RATE ? refilled(it) : charged(it);
        return it.player().with(it.action().hunt(), it.joined().withBucket(bucket));
    }

    private static Decision judged(Case it) {
        Evolution evolution = new Evolution(it.progress(), it.at());
        Outcome outcome = Judgement.judge(it, evolution);
        Result result =
                result(
                        it,
                        outcome.code(),
                        evolution.progress(),
                        evolution.effects(),
                        outcome.text(),
                        OptionalLong.empty(),
                        Optional.empty());
        return new Decision(after(it, evolution, outcome, result), List.of(result));
    }

    private static Player after(Case it, Evolution evolution, Outcome outcome, Result result) {
        String hunt = it.action().hunt();
        Progress progress = evolution.progress();
        HuntState state = it.state().orElseGet(() -> HuntState.joined(progress, charged(it)));
        state = state.withProgress(progress).withBucket(charged(it));
        if (outcome.tried().isPresent()) {
            state =
                    state.withTried(
                            result.clue().orElseThrow(), Digests.text(outcome.tried().get()));
        }
        Player after = it.player().with(hunt, state);
        if (result.effects().isEmpty()) {
            return after;
        }
        Action action = it.action().action();
        Head head =
                after.head()
                        .remembering(
                                new RecentAction(
                                        action.actionId(),
                                        Digests.body(action),
                                        result.id(),
                                        result.code()))
                        .enrolled(hunt, new Enrolment(progress.isFinished()));
        return after.with(head);
    }

    /**
     * The bucket behind the check of the rate: an action has taken a token, the join finds it full.
     */
    private static RateBucket charged(Case it) {
        return it.kind() instanceof Kind.Join
                ? RateBucket.full(it.hunt().definition().rate(), it.at())
                : refilled(it).less();
    }

    private static RateBucket refilled(Case it) {
        return it.joined().bucket().refilled(it.hunt().definition().rate(), it.at());
    }

    private static Result result(
            Case it,
            Code code,
            Progress progress,
            List<Effect> effects,
            Optional<String> text,
            OptionalLong retryAfter,
            Optional<String> replayOf) {
        Action action = it.action().action();
        return new Result(
                it.action().id(),
                action.player(),
                action.hunt(),
                code,
                effects,
                progress.score(),
                progress.version(),
                it.at(),
                Rules.NUMBER,
                action.actionId(),
                action.kind().name(),
                action.kind().clue(),
                action.member(),
                action.clientTime(),
                it.action().appendTime(),
                replayOf,
                retryAfter,
                FAILED_ATTEMPTS.contains(code) ? attemptsLeft(it, progress) : OptionalLong.empty(),
                text,
                UNJUDGED.contains(code) ? OptionalLong.empty() : huntVersion(it));
    }

    private static OptionalLong attemptsLeft(Case it, Progress progress) {
        Optional<Clue> limited = it.clue().filter(clue -> clue.maxAttempts().isPresent());
        if (limited.isEmpty()) {
            return OptionalLong.empty();
        }
        long used = progress.clue(limited.get().id()).attempts();
        return OptionalLong.of(Math.max(0, limited.get().maxAttempts().getAsInt() - used));
    }

    private static OptionalLong huntVersion(Case it) {
        return it.found()
                .map(hunt -> OptionalLong.of(hunt.definition().version()))
                .orElse(OptionalLong.empty());
    }
}
