package treasurehunt.auditor.generator;

/** The seed of what tests do by chance: {@code -Dhunt.seed=…}, or 1. */
final class Seed {
    private static final long GIVEN = Long.getLong("hunt.seed", 1);

    private Seed() {}

    /** The seed, said aloud so that a failure can be repeated. */
    static long said() {
        System.out.println("-Dhunt.seed=" + GIVEN);
        return GIVEN;
    }
}
