package treasurehunt.auditor.generator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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

    /** One of these, all equally likely. */
    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> Optional<T> maybe(double probability, Supplier<T> value) {
        return likely(probability) ? Optional.of(value.get()) : Optional.empty();
    }

    OptionalLong maybeNumber(double probability, LongSupplier value) {
        return likely(probability) ? OptionalLong.of(value.getAsLong()) : OptionalLong.empty();
    }

    /** Ms within these bounds, half of them whole seconds; each order of magnitude as often. */
    long duration(long least, long most) {
        double ms = least * StrictMath.pow((double) most / least, random.nextDouble());
        long seconds = Math.round(ms / 1000) * 1000;
        return seconds >= least && likely(0.5) ? seconds : (long) ms;
    }

    /**
     * A number from 0 on, below the bound; the smaller, the likelier: that of rank r comes about as
     * often as r to the power of −2/3.
     */
    int skewed(int bound) {
        double u = random.nextDouble();
        return (int) (bound * u * u * u);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** An id such as frontends make. */
    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
