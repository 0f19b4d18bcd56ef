package treasurehunt.core.judge;

import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the table of checks.
 *
 * @param number its row in the rule book
 * @param asks what it asks, in words
 * @param refusal its answer if it fails
 */
record Check(int number, String asks, Function<Case, Optional<Refusal>> refusal) {}
