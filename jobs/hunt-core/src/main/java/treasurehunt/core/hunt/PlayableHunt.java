package treasurehunt.core.hunt;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A definition made ready to judge by: every accepted text is in the form in which texts are
 * compared.
 */
public final class PlayableHunt {
    private final Hunt definition;
    private final Map<String, ProofMatcher> matchers = new HashMap<>();

    public PlayableHunt(Hunt definition) {
        this.definition = definition;
        definition.clues().forEach((id, clue) -> matchers.put(id, ProofMatcher.of(clue.proof())));
    }

    public Hunt definition() {
        return definition;
    }

    public Optional<Clue> clue(String id) {
        return Optional.ofNullable(definition.clues().get(id));
    }

    /** What decides whether a proof of this clue, which exists, is right. */
    public ProofMatcher matcher(Clue clue) {
        return matchers.get(clue.id());
    }

    public boolean isClosed(long at) {
        return at >= definition.closes();
    }
}
