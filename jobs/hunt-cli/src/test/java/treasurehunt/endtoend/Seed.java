package treasurehunt.endtoend;

/** Chance in tests: {@code -Dhunt.seed=N} repeats a run. */
public final class Seed {
    private Seed() {}

    public static long printed() {
        long seed = Long.getLong("hunt.seed", System.nanoTime());
        System.out.println("hunt.seed=" + seed);
        return seed;
    }
}
