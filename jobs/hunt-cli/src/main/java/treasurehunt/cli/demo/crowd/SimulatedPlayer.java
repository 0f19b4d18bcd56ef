package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hint;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Somebody who plays one hunt as people do, alone or in a team. */
final class SimulatedPlayer implements Participant {
    /** Requests that somebody in a hurry has open at most. */
    private static final int MOST_OPEN = 5;

    private static final int THINKS_MIN_MILLIS = 500;
    private static final int THINKS_MAX_MILLIS = 3_000;

    /** How many things a second he does, all in all, if answers take no time. */
    static final double PACE = 2_000.0 / (THINKS_MIN_MILLIS + THINKS_MAX_MILLIS);

    private static final int HAMMERS_MILLIS = 20;

    private static final double BLUNDERS = 0.03;
    private static final double GOES_ON = 0.75;
    private static final double ARRIVES_TOO_EARLY = 0.1;
    private static final double REGRETS = 0.3;
    private static final double NEAR_MISS = 0.10;
    private static final double OVERREACHES = 0.5;
    private static final double LOSES_PATIENCE = 0.10;
    private static final int HOLDS_OUT_MIN = 4;
    private static final int HOLDS_OUT_MAX = 14;

    private final String name;
    private final Temper temper;
    private final Hunt hunt;
    private final RandomGenerator random;
    private final Requests requests;

    private final Set<String> blunders = new HashSet<>();
    private final Set<String> solved = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> exhausted = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Kind>> failed = new HashMap<>();
    private Optional<Walk> walk = Optional.empty();
    private String destination = "";
    private int holdsOut;
    private long score;
    private boolean hammering;
    private boolean regrets;
    private boolean over;

    /**
     * Somebody who has done nothing yet.
     *
     * @param members of a team; empty if he is alone
     */
    SimulatedPlayer(
            String name, List<String> members, Temper temper, Hunt hunt, RandomGenerator random) {
        this.name = name;
        requests = new Requests(name, members, random);
        this.temper = temper;
        this.hunt = hunt;
        this.random = random;
        holdsOut = HOLDS_OUT_MIN + random.nextInt(HOLDS_OUT_MAX - HOLDS_OUT_MIN);
    }

    @Override
    public String name() {
        return name;
    }

    /** Who is not in a hurry waits for the answer first. */
    @Override
    public boolean isFree() {
        return !over && requests.awaited() < (hammering ? MOST_OPEN : 1);
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public boolean awaits(String actionId) {
        return requests.awaits(actionId);
    }

    @Override
    public boolean hurries() {
        return hammering;
    }

    @Override
    public long thinks() {
        return hammering
                ? HAMMERS_MILLIS
                : random.nextInt(THINKS_MIN_MILLIS, THINKS_MAX_MILLIS + 1);
    }

    @Override
    public Action next(long now) {
        if (requests.sent() == 0) {
            return requests.of(hunt.id(), new Kind.Join());
        }
        if (regrets) {
            over = true;
            return requests.of(hunt.id(), guess(any(List.copyOf(hunt.clues().values())), now));
        }
        Optional<Blunder> blunder =
                !hammering && random.nextDouble() < BLUNDERS
                        ? Blunder.any(hunt, solved, open, random)
                        : Optional.empty();
        return blunder.isPresent() ? blunder(blunder.get()) : requests.of(hunt.id(), play(now));
    }

    private Action blunder(Blunder blunder) {
        Action action =
                blunder.underLastId()
                        ? requests.underLastId(blunder.hunt(), blunder.kind())
                        : requests.of(blunder.hunt(), blunder.kind());
        blunders.add(action.actionId());
        return action;
    }

    @Override
    public void saw(Result result) {
        boolean isBlunder =
                result.asked()
                        .map(Result.Asked::actionId)
                        .filter(requests::answered)
                        .filter(blunders::remove)
                        .isPresent();
        if (result.code() == Code.FORGOTTEN) {
            over = true;
        } else if (result.hunt().equals(hunt.id())) {
            score = result.score();
            result.effects().forEach(this::learn);
            learn(result, isBlunder);
        }
    }

    private void learn(Result result, boolean isBlunder) {
        Optional<String> clue = result.asked().flatMap(Result.Asked::clue);
        switch (result.code()) {
            case RATE_LIMITED -> hammering = false;
            case OUT_OF_ATTEMPTS -> clue.ifPresent(exhausted::add);
            case ALREADY_SOLVED, LOCKED, EXPIRED, UNKNOWN_CLUE, WRONG_KIND, UNDER_REVIEW -> {
                if (!isBlunder) {
                    clue.ifPresent(open::remove);
                }
            }
            case NOT_JOINED,
                    UNKNOWN_HUNT,
                    EXCLUDED,
                    NOT_OPEN,
                    CLOSED,
                    HAS_LEFT,
                    TIME_UP,
                    TOO_MANY_HUNTS,
                    FORGOTTEN ->
                    over = true;
            case ABANDONED -> over |= !regrets;
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
                    DISQUALIFIED,
                    REINSTATED,
                    NO_CHANGE,
                    GRANTED,
                    SOLD_OUT,
                    WAITING,
                    DUE -> {}
        }
    }

    @Override
    public void lost(String actionId) {
        requests.answered(actionId);
        blunders.remove(actionId);
    }

    private void learn(Effect effect) {
        if (effect instanceof Effect.ClueUnlocked unlocked) {
            opens(unlocked.clue());
        } else if (effect instanceof Effect.ReviewRejected rejected) {
            opens(rejected.clue());
        } else if (effect instanceof Effect.ClueSolved it) {
            solved.add(it.clue());
            open.remove(it.clue());
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

    private Kind play(long now) {
        List<Clue> riddles =
                open.stream().filter(id -> !exhausted.contains(id)).map(hunt.clues()::get).toList();
        boolean bored = temper == Temper.FICKLE && --holdsOut < 0;
        if (riddles.isEmpty() || bored) {
            regrets = !hammering && random.nextDouble() < REGRETS;
            over = !regrets;
            return new Kind.Abandon();
        }
        if (temper == Temper.IMPATIENT && random.nextDouble() < LOSES_PATIENCE) {
            hammering = true;
        }
        if (hammering) {
            return guess(any(riddles), now);
        }
        if (temper == Temper.STUBBORN) {
            Optional<Clue> nut =
                    riddles.stream().filter(c -> c.attempts().max().isPresent()).findAny();
            if (nut.isPresent()) {
                return guess(nut.get(), now);
            }
        }
        return ponder(chosen(riddles), now);
    }

    /** Who is on his way to a place mostly goes on. */
    private Clue chosen(List<Clue> riddles) {
        Optional<Clue> ahead =
                riddles.stream().filter(riddle -> riddle.id().equals(destination)).findAny();
        return ahead.isPresent() && random.nextDouble() < GOES_ON ? ahead.get() : any(riddles);
    }

    private Kind ponder(Clue riddle, long now) {
        Optional<Kind> hint = random.nextDouble() < temper.hints ? hint(riddle) : Optional.empty();
        if (hint.isPresent()) {
            return hint.get();
        }
        if (riddle.proof() instanceof Proof.Place place) {
            return approach(riddle, place, now);
        }
        List<Kind> before = failed.getOrDefault(riddle.id(), List.of());
        if (!before.isEmpty() && random.nextDouble() < temper.repeats) {
            return before.get(random.nextInt(before.size()));
        }
        return random.nextDouble() < temper.skill
                ? Guesses.right(riddle, random)
                : guess(riddle, now);
    }

    private Kind approach(Clue riddle, Proof.Place place, long now) {
        destination = riddle.id();
        Walk walking = walk(place, now);
        boolean isThere = walking.towards(place, now);
        if (temper == Temper.CHEATING) {
            walking.isAt(place);
            isThere = true;
        }
        return isThere || random.nextDouble() < ARRIVES_TOO_EARLY
                ? new Kind.Arrive(riddle.id(), walking.fix(now))
                : new Kind.Position(walking.fix(now));
    }

    private Walk walk(Proof.Place first, long now) {
        if (walk.isEmpty()) {
            walk = Optional.of(new Walk(first, now, random));
        }
        return walk.get();
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

    private Kind guess(Clue riddle, long now) {
        if (riddle.proof() instanceof Proof.Place place) {
            return new Kind.Arrive(riddle.id(), walk(place, now).fix(now));
        }
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
