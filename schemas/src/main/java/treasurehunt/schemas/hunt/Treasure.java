package treasurehunt.schemas.hunt;

/**
 * A prize with limited stock, shared by all players of a hunt.
 *
 * @param stock how many there are
 * @param points for who is granted it
 * @param waitingList whether later claimers wait for what is released
 */
public record Treasure(String id, String title, long stock, long points, boolean waitingList) {}
