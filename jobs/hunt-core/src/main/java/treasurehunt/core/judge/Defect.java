package treasurehunt.core.judge;

/**
 * A due moment that the rules failed at; it has brought nothing and never will.
 *
 * @param id the announcement's, had there been one
 * @param moment ms UTC
 */
public record Defect(
        String id, String player, String hunt, long moment, RuntimeException failure) {}
