package treasurehunt.core.state;

import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of a player in one hunt.
 *
 * @param tried by clue: what was given in vain
 */
public record HuntState(Progress progress, RateBucket bucket, Map<String, TriedTexts> tried) {

    public HuntState {
        tried = tried == null ? Map.of() : tried;
    }

    /** Of who has just joined. */
    public static HuntState joined(Progress progress, RateBucket bucket) {
        return new HuntState(progress, bucket, Map.of());
    }

    public boolean hasTried(String clue, String digest) {
        return tried.getOrDefault(clue, TriedTexts.NONE).contains(digest);
    }

    public HuntState withProgress(Progress changed) {
        return new HuntState(changed, bucket, tried);
    }

    public HuntState withBucket(RateBucket changed) {
        return new HuntState(progress, changed, tried);
    }

    public HuntState withTried(String clue, String digest) {
        Map<String, TriedTexts> changed = new HashMap<>(tried);
        changed.merge(clue, TriedTexts.NONE.with(digest), (before, first) -> before.with(digest));
        return new HuntState(progress, bucket, changed);
    }
}
