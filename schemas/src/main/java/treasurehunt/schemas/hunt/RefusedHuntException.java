package treasurehunt.schemas.hunt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A definition that cannot be played; says everything that is wrong with it, in the definition's
 * order.
 */
public final class RefusedHuntException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedHuntException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
