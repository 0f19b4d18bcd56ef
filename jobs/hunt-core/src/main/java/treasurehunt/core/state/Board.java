package treasurehunt.core.state;

/**
 * What the public board shows of a player in a hunt.
 *
 * @param frozen whether it stands still; else it shows the progress itself
 * @param score it shows while it stands still
 * @param scoreAt ms UTC, likewise
 */
public record Board(boolean frozen, long score, long scoreAt) {
    public static final Board LIVE = new Board(false, 0, 0);

    /** It stands still as this progress was. */
    public static Board of(Progress progress) {
        return new Board(true, progress.score(), progress.scoreAt());
    }
}
