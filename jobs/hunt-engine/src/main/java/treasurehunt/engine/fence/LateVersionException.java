package treasurehunt.engine.fence;

import treasurehunt.connector.kafka.hunts.PublishedHunts;

/**
 * A version of a hunt was found after decisions that it should have taken part in. The engine does
 * not go on until a {@code void} says that it counts for nobody.
 */
public final class LateVersionException extends Exception {
    private static final long serialVersionUID = 1L;

    public LateVersionException(PublishedHunts.Id late) {
        super(
                messageOf(late)
                        + " decisions were made that it should have taken part in. Nothing is decided until it"
                        + " counts for nobody: ./hunt void "
                        + late.hunt()
                        + " "
                        + late.version()
                        + ". Then publish it again under the next number, and find out whose clock is wrong.");
    }

    /** How its message begins, by which one is recognised: the colon ends the number. */
    public static String messageOf(PublishedHunts.Id late) {
        return "LATE VERSION " + late + ":";
    }
}
