package treasurehunt.core.hunt;

import java.util.Optional;

/** The hunts that players are judged by. */
@FunctionalInterface
public interface Catalogue {
    /** The hunt of this id, if one is in effect. */
    Optional<PlayableHunt> find(String hunt);
}
