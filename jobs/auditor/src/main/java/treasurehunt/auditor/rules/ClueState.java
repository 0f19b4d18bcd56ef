package treasurehunt.auditor.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** How one clue stands for a player; kept also while his version has no such clue. */
final class ClueState {
    private static final int MOST_TRIED = 16;

    OptionalLong requiresHeldAt = OptionalLong.empty();
    OptionalLong unlockedAt = OptionalLong.empty();
    OptionalLong waitUntil = OptionalLong.empty();
    boolean solved;
    boolean expired;
    boolean underReview;
    long tries;

    /** By the last effect about it; none, while no effect was. */
    Optional<ClueStatus> status = Optional.empty();

    private List<String> tried = List.of();
    private Set<String> hints = Set.of();

    boolean isPending() {
        return requiresHeldAt.isPresent() && unlockedAt.isEmpty();
    }

    boolean hasHint(String hint) {
        return hints.contains(hint);
    }

    void reveal(String hint) {
        if (hints.isEmpty()) {
            hints = new HashSet<>(2);
        }
        hints.add(hint);
    }

    /** How many different ones. */
    long hintsGiven() {
        return hints.size();
    }

    /** Whether a text or code was tried in vain, as it is compared. */
    boolean hasTried(String formed) {
        return tried.contains(formed);
    }

    void remember(String formed) {
        if (tried.isEmpty()) {
            tried = new ArrayList<>(2);
        }
        tried.remove(formed);
        if (tried.size() == MOST_TRIED) {
            tried.remove(0);
        }
        tried.add(formed);
    }

    /** A try failed and counts; a wait of so many ms starts, none with 0. */
    void fail(long at, long wait) {
        if (wait > 0) {
            waitUntil = OptionalLong.of(Math.max(waitUntil.orElse(at), at + wait));
        }
    }

    ClueState copy() {
        ClueState copy = new ClueState();
        copy.requiresHeldAt = requiresHeldAt;
        copy.unlockedAt = unlockedAt;
        copy.waitUntil = waitUntil;
        copy.solved = solved;
        copy.expired = expired;
        copy.underReview = underReview;
        copy.tries = tries;
        copy.status = status;
        copy.tried = tried.isEmpty() ? List.of() : new ArrayList<>(tried);
        copy.hints = hints.isEmpty() ? Set.of() : new HashSet<>(hints);
        return copy;
    }
}
