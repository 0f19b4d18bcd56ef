package treasurehunt.auditor.rules;

import treasurehunt.auditor.Findings.Standing;
import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Condition;
import treasurehunt.auditor.reading.Hunt;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where one player stands in one hunt. Times are ms UTC. */
final class Progress implements Condition.Facts {
    final long joinedAt;
    Hunt hunt;
    long score;

    /** When the score last changed; before that, of the join. */
    long scoreAt;

    /** What the public board shows while it stands still, for all that was decided so far. */
    Optional<Board> board = Optional.empty();

    long version;
    boolean abandoned;
    boolean timeUp;
    boolean completed;
    boolean disqualified;

    /** In thousandths, as they were at a time. */
    long tokens;

    long tokensAt;
    Optional<Fix> lastFix = Optional.empty();
    long lastMove = Long.MIN_VALUE;

    /** No moment up to here falls due any more: the rules failed at it. */
    long silentTo = Long.MIN_VALUE;

    /** In the order in which they were claimed. */
    final Map<String, Claim> claims = new LinkedHashMap<>(4);

    /** The next due moment, as last refreshed. */
    OptionalLong nextDue = OptionalLong.empty();

    private final Map<String, ClueState> clues = new HashMap<>();
    private static final ClueState UNTOUCHED = new ClueState();

    Progress(Hunt hunt, long joinedAt) {
        this.hunt = hunt;
        this.joinedAt = joinedAt;
        this.scoreAt = joinedAt;
        this.tokens = 1000 * hunt.burst();
        this.tokensAt = joinedAt;
    }

    /** How a clue stands; to be read only. */
    ClueState of(Clue clue) {
        return clues.getOrDefault(clue.id(), UNTOUCHED);
    }

    /** How a clue stands, to be changed. */
    ClueState change(Clue clue) {
        return clues.computeIfAbsent(clue.id(), id -> new ClueState());
    }

    /** An effect of this type was about a clue. */
    void told(String effect, String clue) {
        ClueState state = clues.computeIfAbsent(clue, id -> new ClueState());
        state.status = Optional.of(state.status.orElse(ClueStatus.LOCKED).after(effect));
    }

    /** The clues that an effect was about, by id; to be read only. */
    SortedMap<String, ClueState> toldClues() {
        SortedMap<String, ClueState> told = new TreeMap<>();
        clues.forEach(
                (id, state) -> {
                    if (state.status.isPresent()) {
                        told.put(id, state);
                    }
                });
        return told;
    }

    /**
     * The board stands still, or moves again, for what is decided at this time. To be called before
     * that changes the score, and after a move.
     */
    void freeze(long at) {
        board =
                hunt.isFrozen(at)
                        ? Optional.of(board.orElseGet(() -> new Board(score, scoreAt)))
                        : Optional.empty();
    }

    @Override
    public boolean solved(String clue) {
        return clues.getOrDefault(clue, UNTOUCHED).solved;
    }

    @Override
    public boolean granted(String treasure) {
        return claims.get(treasure) == Claim.GRANTED;
    }

    @Override
    public long score() {
        return score;
    }

    /** How many treasures are claimed, waited for or held. */
    long releasable() {
        return claims.values().stream().filter(Claim::isReleasable).count();
    }

    /** A result had effects. */
    void nextVersion() {
        version++;
        refresh();
    }

    /** To be called after every change of what is due. */
    void refresh() {
        nextDue = Moments.next(this);
    }

    boolean playIsOver(long at) {
        return abandoned || timeUp || at >= hunt.closes();
    }

    /** When a clue will unlock or expire by itself, or would have, by the player's version. */
    OptionalLong turnOf(Clue clue) {
        ClueState state = of(clue);
        if (state.solved || state.expired) {
            return OptionalLong.empty();
        }
        if (state.isPending()) {
            return OptionalLong.of(state.requiresHeldAt.getAsLong() + clue.unlocksAfter());
        }
        return state.underReview ? OptionalLong.empty() : deadline(clue);
    }

    /** When an unlocked clue's deadline is, if it has one. */
    OptionalLong deadline(Clue clue) {
        ClueState state = of(clue);
        return state.unlockedAt.isPresent() && clue.deadline().isPresent()
                ? OptionalLong.of(state.unlockedAt.getAsLong() + clue.deadline().getAsLong())
                : OptionalLong.empty();
    }

    OptionalLong endOfTimeLimit() {
        return hunt.timeLimit().isPresent()
                ? OptionalLong.of(joinedAt + hunt.timeLimit().getAsLong())
                : OptionalLong.empty();
    }

    /** How a clue of any id stands, in one word. */
    Standing standing(String clue) {
        Optional<Clue> known = hunt.clue(clue);
        if (known.isEmpty()) {
            return Standing.UNKNOWN;
        }
        ClueState state = of(known.get());
        if (state.solved) {
            return Standing.SOLVED;
        }
        if (state.expired) {
            return Standing.EXPIRED;
        }
        if (state.underReview) {
            return Standing.UNDER_REVIEW;
        }
        if (state.unlockedAt.isPresent()) {
            return Standing.UNLOCKED;
        }
        return state.isPending() ? Standing.PENDING : Standing.LOCKED;
    }

    Progress copy() {
        Progress copy = new Progress(hunt, joinedAt);
        copy.score = score;
        copy.scoreAt = scoreAt;
        copy.board = board;
        copy.version = version;
        copy.abandoned = abandoned;
        copy.timeUp = timeUp;
        copy.completed = completed;
        copy.disqualified = disqualified;
        copy.tokens = tokens;
        copy.tokensAt = tokensAt;
        copy.lastFix = lastFix;
        copy.lastMove = lastMove;
        copy.silentTo = silentTo;
        copy.claims.putAll(claims);
        copy.nextDue = nextDue;
        clues.forEach((id, state) -> copy.clues.put(id, state.copy()));
        return copy;
    }
}
