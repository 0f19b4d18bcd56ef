package treasurehunt.core.state;

/** What became of a player's claim for a treasure. */
public record Claim(String treasure, Standing standing) {

    /** How a claim stands. */
    public enum Standing {
        /** The treasury has not answered yet. */
        CLAIMED,
        WAITING,
        GRANTED,
        SOLD_OUT,
        /** Given up; it is never claimed again. */
        RELEASED
    }

    /** Whether there is something that the player could give up. */
    public boolean isAlive() {
        return switch (standing) {
            case CLAIMED, WAITING, GRANTED -> true;
            case SOLD_OUT, RELEASED -> false;
        };
    }
}
