package treasurehunt.endtoend;

/** Chance in tests: {@code -Dhunt.seed=N} repeats a run. */
final class Seed {
    private Seed() {}

    static long printed() {
        long seed = Long.getLong("hunt.seed", System.nanoTime());
        System.out.println("hunt.seed=" + seed);
        return seed;
    }
}
