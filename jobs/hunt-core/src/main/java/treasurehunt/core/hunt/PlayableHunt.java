package treasurehunt.core.hunt;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Treasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition made ready to judge by: every accepted text is in the form in which texts are
 * compared, every pattern compiled.
 */
public final class PlayableHunt {
    private final Hunt definition;
    private final Map<String, ProofMatcher> matchers = new HashMap<>();
    private final Map<String, List<Long>> bonuses = new HashMap<>();
    private final List<Clue> timed;

    public PlayableHunt(Hunt definition) {
        this.definition = definition;
        for (Clue clue : definition.clues().values()) {
            matchers.put(clue.id(), ProofMatcher.of(clue.proof()));
            bonuses.put(clue.firstFindersTreasure(), clue.firstFinders());
        }
        timed =
                definition.clues().values().stream()
                        .filter(clue -> clue.unlocksAfter() > 0 || clue.deadline().isPresent())
                        .toList();
    }

    public Hunt definition() {
        return definition;
    }

    public int version() {
        return definition.version();
    }

    public Optional<Clue> clue(String id) {
        return Optional.ofNullable(definition.clues().get(id));
    }

    /** What decides whether a proof of this clue, which exists, is right. */
    public ProofMatcher matcher(Clue clue) {
        return matchers.get(clue.id());
    }

    /** The clues to which something happens when time passes. */
    public List<Clue> timedClues() {
        return timed;
    }

    public boolean isClosed(long at) {
        return at >= definition.closes();
    }

    /** Whether the public board stands still. */
    public boolean isFrozen(long at) {
        return definition.freezeAt().isPresent() && at >= definition.freezeAt().getAsLong();
    }

    public Optional<Treasure> treasure(String id) {
        return Optional.ofNullable(definition.treasures().get(id));
    }

    /** The bonus of a rank among a clue's first finders; 0 for what this version does not have. */
    public long bonus(String firstFindersTreasure, long rank) {
        List<Long> byRank = bonuses.getOrDefault(firstFindersTreasure, List.of());
        return rank <= byRank.size() ? byRank.get((int) rank - 1) : 0;
    }
}
