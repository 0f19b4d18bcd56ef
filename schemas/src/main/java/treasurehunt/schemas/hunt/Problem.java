package treasurehunt.schemas.hunt;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Why a definition is refused.
 *
 * @param line on which it shows, the first being 1
 * @param path of the field, such as {@code clues[2].proof.answer}; empty for the whole
 */
public record Problem(int line, String path, String reason) {
    private static final Pattern MOVES_A_CURSOR =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final Pattern NEAR_MISS =
            Pattern.compile("(\\.answer\\.near)\\..*", Pattern.DOTALL);

    Problem(String path, String reason) {
        this(1, path, reason);
    }

    Problem onLine(int line) {
        return new Problem(line, path, reason);
    }

    /** {@code file:line: path: reason}. */
    public String in(Path file) {
        return file + ":" + line + ": " + this;
    }

    /**
     * Path and reason, in one line. They may quote names, whatever moves a cursor in them, but
     * nothing of what will be sealed: this goes to logs. A near miss is the name of its field.
     */
    @Override
    public String toString() {
        String shown = NEAR_MISS.matcher(path).replaceFirst("$1");
        String text = shown.isEmpty() ? reason : shown + ": " + reason;
        return MOVES_A_CURSOR.matcher(text).replaceAll(" ");
    }
}
