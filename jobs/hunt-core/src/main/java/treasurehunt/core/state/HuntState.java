package treasurehunt.core.state;

import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of a player in one hunt.
 *
 * @param tried by clue: what was given in vain
 * @param waits by clue: ms UTC until which it cannot be tried, also when that is over
 * @param failedAt ms UTC of the last due moment that the rules failed at, {@link #NO_FAILURE} if
 *     there was none: what falls due until then never comes
 */
public record HuntState(
        Progress progress,
        RateBucket bucket,
        Map<String, TriedTexts> tried,
        Map<String, Long> waits,
        LastFix lastFix,
        Board board,
        long failedAt) {
    private static final long NO_FAILURE = -1;

    public HuntState {
        tried = tried == null ? Map.of() : tried;
        waits = waits == null ? Map.of() : waits;
        lastFix = lastFix == null ? LastFix.NONE : lastFix;
        board = board == null ? Board.LIVE : board;
    }

    /** Of who is about to join. */
    public static HuntState joining(RateBucket bucket) {
        return new HuntState(
                Progress.NONE, bucket, Map.of(), Map.of(), LastFix.NONE, Board.LIVE, NO_FAILURE);
    }

    public boolean hasTried(String clue, long digest) {
        return tried.getOrDefault(clue, TriedTexts.NONE).contains(digest);
    }

    /** Whether anything was given in vain for this clue. */
    public boolean hasTried(String clue) {
        return tried.containsKey(clue);
    }

    /** Ms UTC until which the clue cannot be tried; 0 if no wait was ever set. */
    public long waitsUntil(String clue) {
        return waits.getOrDefault(clue, 0L);
    }

    public HuntState with(Progress changed, Board shown) {
        return new HuntState(changed, bucket, tried, waits, lastFix, shown, failedAt);
    }

    public HuntState withBucket(RateBucket changed) {
        return new HuntState(progress, changed, tried, waits, lastFix, board, failedAt);
    }

    public HuntState withTried(String clue, long digest) {
        Map<String, TriedTexts> changed = new HashMap<>(tried);
        changed.merge(clue, TriedTexts.NONE.with(digest), (before, first) -> before.with(digest));
        return new HuntState(progress, bucket, changed, waits, lastFix, board, failedAt);
    }

    public HuntState waiting(String clue, long until) {
        Map<String, Long> changed = new HashMap<>(waits);
        changed.merge(clue, until, Math::max);
        return new HuntState(progress, bucket, tried, changed, lastFix, board, failedAt);
    }

    public HuntState withoutWait(String clue) {
        Map<String, Long> changed = new HashMap<>(waits);
        changed.remove(clue);
        return new HuntState(progress, bucket, tried, changed, lastFix, board, failedAt);
    }

    public HuntState with(LastFix fix) {
        return new HuntState(progress, bucket, tried, waits, fix, board, failedAt);
    }

    public HuntState failedAt(long moment) {
        return new HuntState(progress, bucket, tried, waits, lastFix, board, moment);
    }
}
