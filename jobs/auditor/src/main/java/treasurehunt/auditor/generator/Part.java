package treasurehunt.auditor.generator;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.Treasure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Roughly where a player stands in a hunt: enough to guess what he does next, and when something
 * changes for him. It judges nothing; where it errs, the log has one more refused action.
 */
final class Part implements Condition.Standing {
    /** How a clue stands, if the version has it. */
    enum State {
        LOCKED,
        PENDING,
        UNLOCKED,
        UNDER_REVIEW,
        SOLVED,
        EXPIRED
    }

    private final Game game;
    private final long joinedAt;
    private final State[] states;
    private final byte[] tries;
    private final byte[] hints;

    /** Ms UTC: since when its clock runs. */
    private final long[] since;

    /** Ms UTC, until which a clue cannot be tried. */
    private final long[] waits;

    private final Bucket bucket;
    private final Claims claims = new Claims();
    private Playbook version;
    private long score;
    private boolean left;
    private boolean timedUp;
    private boolean excluded;
    private boolean completed;

    /** A player joins now, ms UTC. */
    Part(Game game, Playbook version, long now) {
        this.game = game;
        this.version = version;
        joinedAt = now;
        states = new State[game.size()];
        Arrays.fill(states, State.LOCKED);
        tries = new byte[game.size()];
        hints = new byte[game.size()];
        since = new long[game.size()];
        waits = new long[game.size()];
        bucket = new Bucket(version.hunt().rate(), now);
        unlock(now);
    }

    Playbook version() {
        return version;
    }

    /** What time has brought until now, ms UTC. */
    void pass(long now) {
        Playbook newest = game.inEffect(now).orElse(version);
        if (newest.hunt().version() != version.hunt().version()) {
            version = newest;
            unlock(now);
        }
        timedUp |= Stage.sum(joinedAt, version.hunt().timeLimit()).orElse(Long.MAX_VALUE) <= now;
        for (int i = 0; i < states.length && !isOver(now); i++) {
            if (version.clue(i).isPresent()) {
                pass(i, version.clue(i).get(), now);
            }
        }
    }

    private void pass(int number, Clue clue, long now) {
        long opens = since[number] + clue.unlocksAfter();
        if (states[number] == State.PENDING && opens <= now) {
            set(number, State.UNLOCKED, opens);
        }
        if (states[number] == State.UNLOCKED
                && Stage.sum(since[number], clue.deadline()).orElse(Long.MAX_VALUE) <= now) {
            states[number] = State.EXPIRED;
        }
    }

    private void unlock(long now) {
        for (int i = 0; i < states.length; i++) {
            Optional<Clue> clue = version.clue(i);
            if (states[i] == State.LOCKED
                    && clue.isPresent()
                    && clue.get().requires().holds(this)) {
                set(i, clue.get().unlocksAfter() > 0 ? State.PENDING : State.UNLOCKED, now);
            }
        }
        completed |= version.hunt().completeWhen().holds(this);
    }

    private void set(int clue, State state, long now) {
        states[clue] = state;
        since[clue] = now;
    }

    /** Whether he may do something now; that costs a token. */
    boolean takesAToken(long now) {
        return bucket.takes(version.hunt().rate(), now);
    }

    /** A clue is solved; what is claimed by that. */
    List<String> solve(int number, long now) {
        states[number] = State.SOLVED;
        List<String> claimed = new ArrayList<>(2);
        version.clue(number)
                .ifPresent(
                        clue -> {
                            score += clue.points();
                            if (!clue.firstFinders().isEmpty()) {
                                claimed.add(clue.firstFindersTreasure());
                            }
                            clue.treasure().ifPresent(claimed::add);
                        });
        claimed.removeIf(treasure -> excluded || !claims.make(treasure));
        unlock(now);
        return claimed;
    }

    void hear(Kind.Verdict verdict, long now) {
        if (claims.hear(verdict)) {
            Treasure treasure = version.hunt().treasures().get(verdict.treasure());
            score += treasure == null ? 0 : treasure.points();
            unlock(now);
        }
    }

    void fail(int number, long now) {
        tries[number] = (byte) Math.min(Byte.MAX_VALUE, tries[number] + 1);
        version.clue(number)
                .ifPresent(
                        clue -> {
                            score -= clue.wrongPenalty();
                            clue.attempts().coolDown().ifPresent(it -> await(number, it, now));
                        });
    }

    private void await(int number, Attempts.CoolDown coolDown, long now) {
        long wait = coolDown.first();
        for (long paid = tries[number] - coolDown.free(); paid > 1; paid--) {
            wait = Math.min(coolDown.ceiling(), wait) * coolDown.factor();
        }
        if (tries[number] > coolDown.free()) {
            waits[number] = Math.max(waits[number], now + Math.min(coolDown.ceiling(), wait));
        }
    }

    void submit(int clue) {
        states[clue] = State.UNDER_REVIEW;
    }

    /** A review is over, and was no success; nothing if there was none. */
    void reject(int clue, long now) {
        if (states[clue] == State.UNDER_REVIEW) {
            states[clue] = State.UNLOCKED;
            tries[clue] = (byte) Math.min(Byte.MAX_VALUE, tries[clue] + 1);
            pass(now);
        }
    }

    void resetAttempts(int clue) {
        tries[clue] = 0;
        waits[clue] = 0;
    }

    void adjust(long points, long now) {
        score += points;
        unlock(now);
    }

    void takeHint(int clue, long cost) {
        score -= cost;
        hints[clue]++;
    }

    void leave() {
        left = true;
    }

    void exclude(boolean now) {
        excluded = now;
        if (now) {
            claims.release();
        }
    }

    boolean isExcluded() {
        return excluded;
    }

    State state(int clue) {
        return states[clue];
    }

    /** The numbers of the clues that can be tried. */
    List<Integer> open() {
        List<Integer> open = all(State.UNLOCKED);
        open.removeIf(this::isExhausted);
        return open;
    }

    /** The clues that can be tried with texts or codes, as often and as fast as one likes. */
    List<Integer> openToEveryGuess() {
        List<Integer> clues = open();
        clues.removeIf(number -> version.guesses(number).right().isEmpty() || isLimited(number));
        return clues;
    }

    private boolean isLimited(int number) {
        Attempts attempts = version.clue(number).map(Clue::attempts).orElseThrow();
        return attempts.max().isPresent() || attempts.coolDown().isPresent();
    }

    /** The clues of the version he is on that stand so. */
    List<Integer> all(State state) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == state && version.clue(i).isPresent()) {
                all.add(i);
            }
        }
        return all;
    }

    /** The clues that cannot be tried any more. */
    List<Integer> lost() {
        List<Integer> lost = all(State.UNLOCKED);
        lost.removeIf(clue -> !isExhausted(clue));
        lost.addAll(all(State.EXPIRED));
        return lost;
    }

    private boolean isExhausted(int number) {
        OptionalLong max = version.clue(number).map(Clue::attempts).orElseThrow().max();
        return tries[number] >= max.orElse(Long.MAX_VALUE);
    }

    int hintsTaken(int clue) {
        return hints[clue];
    }

    boolean isWaiting(int clue, long now) {
        return now < waits[clue];
    }

    /** Whether it is over for him, ms UTC. */
    boolean isOver(long now) {
        return left || timedUp || now >= version.hunt().closes();
    }

    /** Whether it counts among the hunts that he may be in the midst of. */
    boolean isInTheMidst(long now) {
        return !completed && !isOver(now);
    }

    /** Whether there is nothing to do, for now or for ever. */
    boolean isIdle(long now) {
        return excluded || isOver(now) || open().isEmpty();
    }

    /** The times after now at which something changes for him, ms UTC. */
    List<Long> moments(long now) {
        List<Long> moments = new ArrayList<>();
        moments.add(version.hunt().closes());
        Stage.sum(joinedAt, version.hunt().timeLimit()).ifPresent(moments::add);
        game.nextVersion(now).ifPresent(moments::add);
        for (int i = 0; i < states.length; i++) {
            moments.add(waits[i]);
            if (version.clue(i).isPresent() && states[i] == State.PENDING) {
                moments.add(since[i] + version.clue(i).get().unlocksAfter());
            } else if (version.clue(i).isPresent() && states[i] == State.UNLOCKED) {
                Clue clue = version.clue(i).get();
                Stage.sum(since[i], clue.deadline()).ifPresent(moments::add);
                long unlocked = since[i];
                clue.hints().values().forEach(hint -> moments.add(unlocked + hint.after()));
            }
        }
        moments.removeIf(moment -> moment <= now);
        return moments;
    }

    @Override
    public boolean isSolved(String clue) {
        return states[game.numberOf(clue)] == State.SOLVED;
    }

    @Override
    public boolean isGranted(String treasure) {
        return claims.isGranted(treasure);
    }

    @Override
    public long score() {
        return score;
    }
}
