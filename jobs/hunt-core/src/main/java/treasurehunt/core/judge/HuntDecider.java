package treasurehunt.core.judge;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.PlayableHunt;
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
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** Decides what an action means for a player. Pure: no clock, no randomness, no I/O. */
public final class HuntDecider {
    private HuntDecider() {}

    /**
     * The hunts whose state a decision about this action looks at; a player brings no more than
     * these.
     */
    public static Set<String> needs(Head head, LoggedAction action) {
        if (action.kind() instanceof Kind.Forget) {
            return head.enrolments().keySet();
        }
        Set<String> due = head.dueBy(action.at());
        if (due.isEmpty()) {
            return Set.of(action.hunt());
        }
        Set<String> needed = new HashSet<>(due);
        needed.add(action.hunt());
        return needed;
    }

    /**
     * The player after an action, and its results: what has fallen due until then, in the order of
     * the moments, then the action's own.
     */
    public static Decision decide(Catalogue hunts, Player player, LoggedAction action) {
        Decision forward = forward(hunts, player, action);
        return forward.then(judge(new Case(hunts, forward.player(), action), HuntDecider::untold));
    }

    /**
     * What has fallen due for a player before a time, ms UTC, without his doing.
     *
     * @param name the player's
     */
    public static Decision announce(Catalogue hunts, String name, Player player, long before) {
        return Announcements.upTo(hunts, name, player, before - 1);
    }

    /** The same decision, and how it came about. */
    public static Explanation explain(Catalogue hunts, Player player, LoggedAction action) {
        Decision forward = forward(hunts, player, action);
        Case it = new Case(hunts, forward.player(), action);
        List<Explanation.Step> steps = new ArrayList<>();
        Decision judged =
                judge(
                        it,
                        (check, refusal) ->
                                steps.add(
                                        new Explanation.Step(
                                                check.number(),
                                                check.question(),
                                                check.sees().apply(it),
                                                refusal.map(Refusal::code))));
        return new Explanation(
                forward.player(),
                it.found().map(hunt -> OptionalInt.of(hunt.version())).orElse(OptionalInt.empty()),
                steps,
                forward.then(judged));
    }

    /** Brings the player forward to the action's time, and moves him in the hunt it names. */
    private static Decision forward(Catalogue hunts, Player player, LoggedAction action) {
        String name = action.player();
        Decision due = Announcements.upTo(hunts, name, player, action.at());
        return due.then(Announcements.move(hunts, name, due.player(), action.hunt(), action.at()));
    }

    /**
     * Asks the checks, up to the one that refuses.
     *
     * @param asked told of each of them, and of its answer
     */
    private static Decision judge(Case it, BiConsumer<Check, Optional<Refusal>> asked) {
        for (Check check : Checks.of(it.kind())) {
            Optional<Refusal> refusal = check.refusal().apply(it);
            asked.accept(check, refusal);
            if (refusal.isPresent()) {
                return refused(it, check, refusal.get());
            }
        }
        if (it.kind() instanceof Kind.Forget) {
            return forgotten(it);
        }
        return it.readmits() ? readmitted(it) : judged(it);
    }

    /** Of a decision that nobody asks to explain. */
    private static void untold(Check check, Optional<Refusal> refusal) {}

    private static Decision refused(Case it, Check check, Refusal refusal) {
        return Decision.of(afterRefusal(it, check), Results.refused(it, refusal));
    }

    private static Player afterRefusal(Case it, Check check) {
        boolean charged = it.kind() instanceof Kind.ByPlayer && check.number() >= Checks.RATE;
        if (!charged || it.state().isEmpty()) {
            return it.player();
        }
        RateBucket refilled = it.refilledBucket();
        return it.player()
                .with(
                        it.action().hunt(),
                        it.joined()
                                .withBucket(
                                        check.number() == Checks.RATE
                                                ? refilled
                                                : refilled.less()));
    }

    private static Decision judged(Case it) {
        boolean joins = it.kind() instanceof Kind.Join;
        Progress before = joins ? Progress.from(it.player().head().floor()) : it.progress();
        Evolution evolution = new Evolution(before, it.at());
        Outcome outcome = outcome(it, evolution);
        PlayableHunt hunt = it.hunt();
        Unlocking.pass(hunt.definition(), evolution);
        Result result = Results.judged(it, outcome, evolution);
        String id = it.action().hunt();
        if (result.effects().isEmpty()) {
            return Decision.of(it.player().with(id, outcome.besides()), result);
        }
        Player after = Aftermath.keep(it.player(), hunt, outcome.besides(), evolution);
        return Decision.of(remembering(after, it, result), result);
    }

    private static Outcome outcome(Case it, Evolution evolution) {
        if (it.kind() instanceof Kind.Verdict verdict) {
            return Outcome.of(Verdicts.judge(it, verdict, evolution), it.joined());
        }
        if (it.kind() instanceof Kind.ByOperator) {
            return Corrections.judge(it, evolution);
        }
        return Judgement.judge(it, evolution, charged(it));
    }

    /** What is kept of the player with the action's token taken; the join finds the bucket full. */
    private static HuntState charged(Case it) {
        if (it.kind() instanceof Kind.Join) {
            return HuntState.joining(RateBucket.full(it.hunt().definition().rate(), it.at()));
        }
        return it.joined().withBucket(it.refilledBucket().less());
    }

    private static Decision forgotten(Case it) {
        if (it.player().hunts().isEmpty()) {
            return Decision.of(it.player(), Results.without(it, Code.NO_CHANGE, List.of()));
        }
        List<Effect> effects = Forgetting.effects(it.player());
        Result result = Results.without(it, Code.FORGOTTEN, effects);
        return Decision.of(remembering(Forgetting.remains(it.player()), it, result), result);
    }

    /**
     * An exclusion that outlived the player's progress ends: there is none that it would change.
     */
    private static Decision readmitted(Case it) {
        Result result = Results.without(it, Code.REINSTATED, List.of(new Effect.Reinstated()));
        Head head = it.player().head().readmitted(it.action().hunt());
        return Decision.of(remembering(it.player().with(head), it, result), result);
    }

    /** A verdict says the same however often it comes: there is nothing to remember. */
    private static Player remembering(Player player, Case it, Result result) {
        if (it.kind() instanceof Kind.Verdict) {
            return player;
        }
        Action action = it.action().action();
        RecentAction recent =
                new RecentAction(
                        action.actionId(), Digests.body(action), result.id(), result.code());
        return player.with(
                it.kind() instanceof Kind.ByOperator
                        ? player.head().rememberingCorrection(recent)
                        : player.head().remembering(recent));
    }
}
