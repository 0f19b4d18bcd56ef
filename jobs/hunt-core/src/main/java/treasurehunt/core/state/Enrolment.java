package treasurehunt.core.state;

/**
 * What is known of a player's part in a hunt without loading it.
 *
 * @param huntVersion the version of the hunt he is on
 * @param finished whether he has completed or abandoned it, or his time is up
 * @param nextDue ms UTC of the earliest due moment still to come, or {@link #NEVER}
 */
public record Enrolment(int huntVersion, boolean finished, long nextDue) {
    /** Later than any moment. */
    public static final long NEVER = Long.MAX_VALUE;

    public Enrolment withNothingDue() {
        return new Enrolment(huntVersion, finished, NEVER);
    }
}
