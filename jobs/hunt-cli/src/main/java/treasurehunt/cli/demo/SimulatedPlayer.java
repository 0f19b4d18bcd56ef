package treasurehunt.cli.demo;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Somebody who plays one hunt: from what the results told him follows, with the dice of his own,
 * what he does next. No clock, no I/O.
 */
final class SimulatedPlayer {
    /** Requests that somebody in a hurry has open at most. */
    private static final int MOST_OPEN = 5;

    private static final int THINKS_MIN_MILLIS = 500;
    private static final int THINKS_MAX_MILLIS = 3_000;

    /** How many things a second he does, all in all, if answers take no time. */
    static final double PACE = 2_000.0 / (THINKS_MIN_MILLIS + THINKS_MAX_MILLIS);

    private static final int HAMMERS_MILLIS = 20;

    private static final double NEAR_MISS = 0.10;
    private static final double OVERREACHES = 0.5;
    private static final double LOSES_PATIENCE = 0.10;
    private static final int HOLDS_OUT_MIN = 4;
    private static final int HOLDS_OUT_MAX = 14;

    private final String name;
    private final Temper temper;
    private final Hunt hunt;
    private final RandomGenerator random;

    private final Set<String> awaited = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> exhausted = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Kind>> failed = new HashMap<>();
    private int sent;
    private int holdsOut;
    private long score;
    private boolean hammering;
    private boolean over;

    SimulatedPlayer(String name, Temper temper, Hunt hunt, RandomGenerator random) {
        this.name = name;
        this.temper = temper;
        this.hunt = hunt;
        this.random = random;
        holdsOut = HOLDS_OUT_MIN + random.nextInt(HOLDS_OUT_MAX - HOLDS_OUT_MIN);
    }

    String name() {
        return name;
    }

    /** Whether he can do something now; who is not in a hurry waits for the answer first. */
    boolean isFree() {
        return !over && awaited.size() < (hammering ? MOST_OPEN : 1);
    }

    /** Whether he has done the last he will ever do; answers may still be on their way. */
    boolean isOver() {
        return over;
    }

    boolean awaits(String actionId) {
        return awaited.contains(actionId);
    }

    /** Whether he does not even wait for answers. */
    boolean hurries() {
        return hammering;
    }

    /** How long he would like to think before he does something, in ms. */
    long thinks() {
        return hammering
                ? HAMMERS_MILLIS
                : random.nextInt(THINKS_MIN_MILLIS, THINKS_MAX_MILLIS + 1);
    }

    /** What he does next; only while he is free. */
    Action next() {
        Kind kind = sent == 0 ? new Kind.Join() : play();
        String actionId = name + "-" + ++sent;
        awaited.add(actionId);
        return new Action(
                actionId,
                name,
                hunt.id(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                kind);
    }

    /**
     * Takes in a result of his, whether it is the first to its action, a repeated one, or what time
     * has brought.
     */
    void saw(Result result) {
        result.asked().ifPresent(asked -> awaited.remove(asked.actionId()));
        score = result.score();
        result.effects().forEach(this::learn);
        Optional<String> clue = result.asked().flatMap(Result.Asked::clue);
        switch (result.code()) {
            case RATE_LIMITED -> hammering = false;
            case OUT_OF_ATTEMPTS -> clue.ifPresent(exhausted::add);
            case ALREADY_SOLVED, LOCKED, EXPIRED, UNKNOWN_CLUE, WRONG_KIND, UNDER_REVIEW ->
                    clue.ifPresent(open::remove);
            case NOT_JOINED,
                    UNKNOWN_HUNT,
                    EXCLUDED,
                    NOT_OPEN,
                    CLOSED,
                    HAS_LEFT,
                    TIME_UP,
                    TOO_MANY_HUNTS,
                    ABANDONED,
                    DISQUALIFIED,
                    FORGOTTEN ->
                    over = true;
            case RESET -> clue.ifPresent(exhausted::remove);
            case JOINED,
                    SOLVED,
                    WRONG,
                    NEAR,
                    TOO_FAR,
                    INACCURATE,
                    HINT_GIVEN,
                    NOTED,
                    ID_REUSED,
                    ALREADY_JOINED,
                    COOLING_DOWN,
                    ALREADY_TRIED,
                    UNKNOWN_HINT,
                    HINT_LOCKED,
                    INSUFFICIENT_POINTS,
                    ADJUSTED,
                    REVIEWED,
                    REINSTATED,
                    NO_CHANGE,
                    GRANTED,
                    SOLD_OUT,
                    WAITING,
                    DUE -> {}
        }
    }

    /** An action of his went to the dead letters: no answer will come. */
    void lost(String actionId) {
        awaited.remove(actionId);
    }

    private void learn(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            opens(unlocked.clue());
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            opens(rejected.clue());
        } else if (effect instanceof Effect.ClueSolved solved) {
            open.remove(solved.clue());
        } else if (effect instanceof Effect.ClueExpired expired) {
            open.remove(expired.clue());
        } else if (effect instanceof Effect.Completed || effect instanceof Effect.TimeUp) {
            over = true;
        }
    }

    /** A clue that a newer version has brought, or that nobody here can solve, is left alone. */
    private void opens(String id) {
        Clue clue = hunt.clues().get(id);
        if (clue != null && Guesses.canSolve(clue)) {
            open.add(id);
        }
    }

    private Kind play() {
        List<Clue> riddles =
                open.stream().filter(id -> !exhausted.contains(id)).map(hunt.clues()::get).toList();
        boolean bored = temper == Temper.FICKLE && --holdsOut < 0;
        if (riddles.isEmpty() || bored) {
            over = true;
            return new Kind.Abandon();
        }
        if (temper == Temper.IMPATIENT && random.nextDouble() < LOSES_PATIENCE) {
            hammering = true;
        }
        if (hammering) {
            return guess(any(riddles));
        }
        if (temper == Temper.STUBBORN) {
            Optional<Clue> nut =
                    riddles.stream().filter(c -> c.attempts().max().isPresent()).findAny();
            if (nut.isPresent()) {
                return guess(nut.get());
            }
        }
        return ponder(any(riddles));
    }

    private Kind ponder(Clue riddle) {
        double mood = random.nextDouble();
        if (mood < temper.hints) {
            Optional<Kind> hint = hint(riddle);
            if (hint.isPresent()) {
                return hint.get();
            }
        }
        List<Kind> before = failed.getOrDefault(riddle.id(), List.of());
        if (!before.isEmpty() && random.nextDouble() < temper.repeats) {
            return before.get(random.nextInt(before.size()));
        }
        return random.nextDouble() < temper.skill ? Guesses.right(riddle, random) : guess(riddle);
    }

    /** A hint he has not asked for; mostly he looks first whether he can pay for it. */
    private Optional<Kind> hint(Clue riddle) {
        for (Hint hint : riddle.hints().values()) {
            boolean affordable = hint.cost() <= score || random.nextDouble() < OVERREACHES;
            if (affordable && asked.add(riddle.id() + "/" + hint.id())) {
                return Optional.of(new Kind.Hint(riddle.id(), hint.id()));
            }
        }
        return Optional.empty();
    }

    private Kind guess(Clue riddle) {
        Optional<Kind> near =
                random.nextDouble() < NEAR_MISS ? Guesses.near(riddle, random) : Optional.empty();
        Kind guess = near.orElseGet(() -> Guesses.wild(riddle, random));
        failed.computeIfAbsent(riddle.id(), id -> new ArrayList<>()).add(guess);
        return guess;
    }

    private Clue any(List<Clue> riddles) {
        return riddles.get(random.nextInt(riddles.size()));
    }
}
