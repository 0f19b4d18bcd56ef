package treasurehunt.benchmarks.workload;

import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Roughly where a player stands in a hunt: enough to guess what he does next. It is no second core;
 * where it errs, the log has one more refused action.
 */
final class Part implements Condition.Standing {
    private enum State {
        LOCKED,
        PENDING,
        OPEN,
        /** Under review, to be accepted in the end. */
        ACCEPTED_LATER,
        REJECTED_LATER,
        SOLVED,
        /** Expired, or no attempts left. */
        LOST
    }

    private final Playbook playbook;
    private final long joinedAt;
    private final State[] states;
    private final byte[] tries;
    private final byte[] hints;

    /** Ms UTC: when it came to be so; of a review, when it ends. */
    private final long[] since;

    /** Ms UTC, until which a clue cannot be tried. */
    private final long[] waits;

    private final List<String> granted = new ArrayList<>(1);
    private long score;
    private boolean left;

    /** A player joins now, ms UTC. */
    Part(Playbook playbook, long now) {
        this.playbook = playbook;
        joinedAt = now;
        states = new State[playbook.size()];
        Arrays.fill(states, State.LOCKED);
        tries = new byte[playbook.size()];
        hints = new byte[playbook.size()];
        since = new long[playbook.size()];
        waits = new long[playbook.size()];
        unlock(now);
    }

    /** What time has brought until now, ms UTC. */
    void pass(long now) {
        for (int i = 0; i < states.length; i++) {
            Clue clue = playbook.clue(i);
            if (states[i] == State.PENDING && now >= since[i] + clue.unlocksAfter()) {
                set(i, State.OPEN, now);
            } else if (states[i] == State.ACCEPTED_LATER && now >= since[i]) {
                solve(i, now);
            } else if (states[i] == State.REJECTED_LATER && now >= since[i]) {
                set(i, State.OPEN, now);
            } else if (states[i] == State.OPEN
                    && clue.deadline().isPresent()
                    && now >= since[i] + clue.deadline().getAsLong()) {
                set(i, State.LOST, now);
            }
        }
        if (playbook.hunt().timeLimit().isPresent()
                && now >= joinedAt + playbook.hunt().timeLimit().getAsLong()) {
            left = true;
        }
    }

    private void unlock(long now) {
        for (int i = 0; i < states.length; i++) {
            Clue clue = playbook.clue(i);
            if (states[i] == State.LOCKED && clue.requires().holds(this)) {
                set(i, clue.unlocksAfter() > 0 ? State.PENDING : State.OPEN, now);
            }
        }
    }

    private void set(int clue, State state, long now) {
        states[clue] = state;
        since[clue] = now;
    }

    void solve(int clue, long now) {
        states[clue] = State.SOLVED;
        score += playbook.clue(clue).points();
        unlock(now);
    }

    void grant(String treasure, long points, long now) {
        granted.add(treasure);
        score += points;
        unlock(now);
    }

    void fail(int clue, long now) {
        Attempts attempts = playbook.clue(clue).attempts();
        tries[clue] = (byte) Math.min(Byte.MAX_VALUE, tries[clue] + 1);
        score -= playbook.clue(clue).wrongPenalty();
        if (attempts.max().isPresent() && tries[clue] >= attempts.max().getAsLong()) {
            states[clue] = State.LOST;
        } else if (attempts.coolDown().isPresent()
                && tries[clue] > attempts.coolDown().get().free()) {
            waits[clue] = now + attempts.coolDown().get().first();
        }
    }

    /** A review ends at this time, ms UTC. */
    void submit(int clue, boolean accepted, long reviewed) {
        set(clue, accepted ? State.ACCEPTED_LATER : State.REJECTED_LATER, reviewed);
    }

    void resetAttempts(int clue) {
        tries[clue] = 0;
        waits[clue] = 0;
        if (states[clue] == State.LOST) {
            states[clue] = State.OPEN;
        }
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

    /** The numbers of the clues that can be tried. */
    List<Integer> open() {
        return all(State.OPEN);
    }

    List<Integer> solved() {
        return all(State.SOLVED);
    }

    List<Integer> locked() {
        return all(State.LOCKED);
    }

    List<Integer> lost() {
        return all(State.LOST);
    }

    private List<Integer> all(State state) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            if (states[i] == state) {
                all.add(i);
            }
        }
        return all;
    }

    int hintsTaken(int clue) {
        return hints[clue];
    }

    boolean isWaiting(int clue, long now) {
        return now < waits[clue];
    }

    /** Whether there is nothing to do, for now or for ever. */
    boolean isIdle() {
        return left || open().isEmpty();
    }

    @Override
    public boolean isSolved(String clue) {
        return states[playbook.numberOf(clue)] == State.SOLVED;
    }

    @Override
    public boolean isGranted(String treasure) {
        return granted.contains(treasure);
    }

    @Override
    public long score() {
        return score;
    }
}
