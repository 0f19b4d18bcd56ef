package treasurehunt.schemas.hunt;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import java.util.Optional;

/** Checks the expressions of one hunt; however they are made, that takes little time and space. */
final class Patterns {
    /** Steps of the program that one expression may become, and that all of a hunt may. */
    static final int MOST_STEPS = 10_000;

    static final int MOST_STEPS_IN_ALL = 300_000;

    private long steps;

    /** What is wrong with an expression, if anything is. */
    Optional<String> problem(String expression) {
        PatternCost.Cost cost = PatternCost.of(expression);
        Optional<String> tooMuch = tooMuch(cost);
        return tooMuch.isPresent() ? tooMuch : syntax(expression);
    }

    private Optional<String> tooMuch(PatternCost.Cost cost) {
        if (cost.unopened()) {
            return Optional.of("has a ) that closes nothing; for the sign itself write \\)");
        }
        if (cost.depth() > PatternCost.DEEPEST) {
            return Optional.of("has groups nested deeper than " + PatternCost.DEEPEST);
        }
        if (cost.endless()) {
            return Optional.of(
                    "folds the case of U+1C80 to U+1C88, which RE2/J cannot: leave them out, or (?i)");
        }
        if (cost.steps() > MOST_STEPS) {
            return Optional.of(
                    "grows to more than 10,000 steps when its repetitions are written out: repeat less");
        }
        steps += cost.steps();
        return steps > MOST_STEPS_IN_ALL
                ? Optional.of(
                        "the patterns up to here grow to more than 300,000 steps: repeat less")
                : Optional.empty();
    }

    private static Optional<String> syntax(String expression) {
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            String advice =
                    e.getDescription().contains("unsupported Perl syntax")
                                    || e.getDescription().contains("invalid escape")
                            ? " (RE2 has no look-around and no back references)"
                            : "";
            // Not where in it: the expression is sealed, and this goes to logs.
            return Optional.of("is no RE2 pattern: " + e.getDescription() + advice);
        }
    }
}
