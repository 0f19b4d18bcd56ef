package treasurehunt.schemas.hunt;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A definition that cannot be played; says everything that is wrong with it, one thing a line. */
public final class RefusedHuntException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedHuntException(List<Problem> problems) {
        this(problems, Problem::toString);
    }

    RefusedHuntException(Path file, List<Problem> problems) {
        this(problems, problem -> problem.in(file));
    }

    private RefusedHuntException(List<Problem> problems, Function<Problem, String> line) {
        super(problems.stream().map(line).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
