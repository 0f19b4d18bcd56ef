package treasurehunt.schemas.seal;

import java.util.Locale;

/** Whose keys there are. */
public enum Role {
    /** Who publishes hunts, and who opens what is sealed in them. */
    HUNTS,
    /** Who corrects. */
    OPERATORS,
    /** Who answers claims. */
    TREASURY;

    /** The role as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
