package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** People of the organiser's who look on, and correct some of what they see, seconds later. */
public final class Operators {
    private static final String[] NAMES = {"mira", "tom"};
    private static final long SOONEST_MILLIS = 1_000;
    private static final long LATEST_MILLIS = 6_000;

    private static final double ACCEPTS = 0.8;
    private static final double DISQUALIFIES = 0.8;
    private static final double RELENTS = 0.4;
    private static final double GIVES_ATTEMPTS_BACK = 0.3;
    private static final double FINDS_A_TORN_TAG = 0.05;
    private static final double REWARDS = 0.1;
    private static final double IS_ASKED_TO_FORGET = 0.1;
    private static final long REWARD = 10;

    private final SplittableRandom random;
    private final String run;
    private final PriorityQueue<Correction> planned =
            new PriorityQueue<>(Comparator.comparingLong(Correction::at));
    private final Set<String> accused = new HashSet<>();
    private int sent;

    /**
     * Those of a run.
     *
     * @param run of the demos on one log, from 1 on
     */
    public Operators(long seed, int run) {
        random = new SplittableRandom(seed);
        this.run = run == 1 ? "" : run + ".";
    }

    /**
     * Takes in what somebody of the crowd was told.
     *
     * @param now ns of any clock that never runs backwards
     */
    void saw(Result result, long now) {
        result.effects().forEach(effect -> saw(result, effect, now));
        String clue = result.asked().flatMap(Result.Asked::clue).orElse("");
        switch (result.code()) {
            case OUT_OF_ATTEMPTS ->
                    perhaps(
                            GIVES_ATTEMPTS_BACK,
                            result,
                            new Kind.ResetAttempts(clue, "the riddle had a mistake"),
                            now);
            case WRONG -> {
                if (result.asked().orElseThrow().kind().equals("scan")) {
                    perhaps(
                            FINDS_A_TORN_TAG,
                            result,
                            new Kind.MarkSolved(clue, "the tag is torn"),
                            now);
                }
            }
            case ABANDONED ->
                    perhaps(
                            IS_ASKED_TO_FORGET,
                            result,
                            new Kind.Forget("asked to be deleted"),
                            now);
            case DISQUALIFIED ->
                    perhaps(RELENTS, result, new Kind.Reinstate("came by helicopter"), now);
            default -> {
                // Of all the rest nobody complains.
            }
        }
    }

    private void saw(Result result, Effect effect, long now) {
        if (effect instanceof Effect.Submitted submitted) {
            boolean accepted = random.nextDouble() < ACCEPTS;
            String why = accepted ? "well done" : "nobody can be seen on it";
            perhaps(1, result, new Kind.Review(submitted.clue(), accepted, why), now);
        } else if (effect instanceof Effect.Flagged
                && accused.add(result.player() + " " + result.hunt())) {
            perhaps(DISQUALIFIES, result, new Kind.Disqualify("nobody is that fast"), now);
        } else if (effect instanceof Effect.Completed) {
            perhaps(REWARDS, result, new Kind.Adjust(REWARD, "told us of a typo"), now);
        }
    }

    private void perhaps(double chance, Result result, Kind.ByOperator kind, long now) {
        if (random.nextDouble() >= chance) {
            return;
        }
        long later = random.nextLong(SOONEST_MILLIS, LATEST_MILLIS);
        Action action =
                new Action(
                        "operators-" + run + ++sent,
                        result.player(),
                        kind instanceof Kind.Forget ? "" : result.hunt(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.of(NAMES[random.nextInt(NAMES.length)]),
                        kind);
        planned.add(new Correction(now + TimeUnit.MILLISECONDS.toNanos(later), action));
    }

    /** What one of them has decided by now. */
    Optional<Sending> due(long now) {
        return planned.isEmpty() || planned.peek().at > now
                ? Optional.empty()
                : Optional.of(new Sending(planned.remove().action, now));
    }

    private record Correction(long at, Action action) {}
}
