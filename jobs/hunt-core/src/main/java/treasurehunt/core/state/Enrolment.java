package treasurehunt.core.state;

/**
 * What the head knows of one of the player's hunts.
 *
 * @param finished completed or abandoned
 */
public record Enrolment(boolean finished) {}
