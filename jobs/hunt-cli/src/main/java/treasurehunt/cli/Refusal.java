package treasurehunt.cli;

import treasurehunt.schemas.hunt.Problem;

import java.nio.file.Path;

/** What is wrong with a file of a hunt, and where. */
public record Refusal(Path file, Problem problem) {
    private static final int NO_LINE = 0;

    /** The refusal of a file that cannot be read at all. */
    static Refusal ofFile(Path file, String reason) {
        return new Refusal(file, new Problem(NO_LINE, "", reason));
    }

    /** Whether it is about something in the file, and not about the file. */
    public boolean hasLine() {
        return problem.line() != NO_LINE;
    }

    /** {@code file:line: path: reason}. */
    @Override
    public String toString() {
        return hasLine() ? problem.in(file) : file + ": " + problem;
    }
}
