package treasurehunt.cli.log;

import treasurehunt.cli.Terminal;

import java.io.PrintWriter;

/** Tells who waits how far it has come, if anybody looks on. */
public final class Progress {
    private final PrintWriter told;
    private final String inWords;
    private boolean begun;

    /**
     * Nothing is told yet.
     *
     * @param inWords with a place for what is done and one for all there is: {@code %,d of %,d}
     */
    public Progress(PrintWriter told, String inWords) {
        this.told = told;
        this.inWords = inWords;
    }

    public void at(long done, long all) {
        if (Terminal.isThere()) {
            begun = true;
            told.print('\r' + inWords.formatted(done, all));
            told.flush();
        }
    }

    /** Leaves the line that was drawn over, if there is one. */
    public void end() {
        if (begun) {
            told.println();
            told.flush();
        }
    }
}
