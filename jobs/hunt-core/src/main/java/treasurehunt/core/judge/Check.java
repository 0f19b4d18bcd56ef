package treasurehunt.core.judge;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of the table of checks.
 *
 * @param number its row in the rule book
 * @param question what it asks
 * @param refusal its answer if it fails
 * @param sees what it looks at, by name, for who wants to know why
 */
record Check(
        int number,
        String question,
        Function<Case, Optional<Refusal>> refusal,
        Function<Case, Map<String, Object>> sees) {}
