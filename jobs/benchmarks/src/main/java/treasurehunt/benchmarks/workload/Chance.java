package treasurehunt.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Luck that is the same for the same seed, on every machine. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean likely(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 on, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /**
     * A number from 0 on, below the bound; the smaller, the likelier: that of rank r comes about as
     * often as r to the power of −2/3.
     */
    int skewed(int bound) {
        double u = random.nextDouble();
        return (int) (bound * u * u * u);
    }

    /** An id such as frontends make. */
    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
