package treasurehunt.core.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The wrong texts and codes given for one clue.
 *
 * @param digests of them, oldest first
 */
public record TriedTexts(List<Long> digests) {
    static final TriedTexts NONE = new TriedTexts(List.of());

    /** Wrong texts or codes remembered per clue. */
    private static final int REMEMBERED = 16;

    public TriedTexts {
        digests = digests == null ? List.of() : digests;
    }

    boolean contains(long digest) {
        return digests.contains(digest);
    }

    TriedTexts with(long digest) {
        List<Long> newest = new ArrayList<>(digests);
        newest.remove((Long) digest);
        newest.add(digest);
        return new TriedTexts(
                newest.size() > REMEMBERED
                        ? List.copyOf(newest.subList(1, newest.size()))
                        : newest);
    }
}
