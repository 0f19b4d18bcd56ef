package treasurehunt.schemas.hunt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On which lines of a file a part of a definition stands, and what is in it. */
public final class Lines {
    /** Of a definition that is one line. */
    public static final Lines ONE = root(1);

    private static final int LONGEST_SHOWN = 60;

    private final Optional<Lines> around;
    private final String step;
    private final int line;
    private final Map<String, Lines> parts = new HashMap<>();

    private Lines(Optional<Lines> around, String step, int line) {
        this.around = around;
        this.step = step;
        this.line = line;
    }

    static Lines root(int line) {
        return new Lines(Optional.empty(), "", line);
    }

    /** A field that stands here; of two with one name the first counts. */
    Lines field(String name, int line) {
        return part("." + name, line);
    }

    Lines element(int index, int line) {
        return part("[" + index + "]", line);
    }

    private Lines part(String step, int line) {
        Lines part = new Lines(Optional.of(this), step, line);
        parts.putIfAbsent(step, part);
        return part;
    }

    /** Such as {@code clues[2].proof}, long names cut; empty for the whole. */
    String path() {
        String path = steps();
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private String steps() {
        return around.map(outer -> outer.steps() + shown()).orElse("");
    }

    /** A name may be as long as its file, and much may be wrong within it. */
    private String shown() {
        return step.codePointCount(0, step.length()) > LONGEST_SHOWN
                ? step.substring(0, step.offsetByCodePoints(0, LONGEST_SHOWN)) + "…"
                : step;
    }

    /** The line of a field, or of the nearest one around it. */
    public int of(String path) {
        return lineOf("." + path);
    }

    /** A name may hold what separates steps: the longest that is known is meant. */
    private int lineOf(String steps) {
        for (int end = steps.length(); end > 0; end = lastStep(steps, end - 1)) {
            Lines part = parts.get(steps.substring(0, end));
            if (part != null) {
                return part.lineOf(steps.substring(end));
            }
        }
        return line;
    }

    private static int lastStep(String steps, int end) {
        return Math.max(steps.lastIndexOf('.', end), steps.lastIndexOf('[', end));
    }

    /** The problems, each on its line, by line. */
    List<Problem> place(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.onLine(of(problem.path())))
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }
}
