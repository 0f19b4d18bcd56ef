package treasurehunt.core.judge;

import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the table of checks.
 *
 * @param number its row in the rule book
 * @param refusal its answer if it fails
 */
record Check(int number, Function<Case, Optional<Refusal>> refusal) {}
