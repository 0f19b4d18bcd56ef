package treasurehunt.endtoend.secrecy;

/**
 * A secret that stands in a file.
 *
 * @param place the file, as seen from the folder that was searched
 */
public record Find(Canary canary, String place) {
    /** Whether it may stand there. */
    public boolean isFine() {
        return canary.fate().mayStandIn(place);
    }

    @Override
    public String toString() {
        return canary + " in " + place;
    }
}
