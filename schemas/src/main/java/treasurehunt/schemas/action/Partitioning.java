package treasurehunt.schemas.action;

/**
 * Which partition of {@code actions} a player's records stand in: {@code (murmur2(key) &
 * 0x7fffffff) mod partitions}, the Java client's default for records with a key.
 */
public final class Partitioning {
    private static final int SEED = 0x9747b28c;
    private static final int M = 0x5bd1e995;
    private static final int R = 24;

    private Partitioning() {}

    /** The partition, from 0, of a key among {@code partitions}. */
    public static int partitionOf(byte[] key, int partitions) {
        return (murmur2(key) & 0x7fffffff) % partitions;
    }

    /** MurmurHash2 by Austin Appleby (public domain), 32 bits, with Kafka's seed. */
    private static int murmur2(byte[] data) {
        int length = data.length;
        int h = SEED ^ length;
        int whole = length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int k =
                    octet(data, i)
                            | octet(data, i + 1) << 8
                            | octet(data, i + 2) << 16
                            | octet(data, i + 3) << 24;
            k *= M;
            k ^= k >>> R;
            k *= M;
            h *= M;
            h ^= k;
        }
        if (whole < length) {
            for (int i = length - 1; i >= whole; i--) {
                h ^= octet(data, i) << (8 * (i - whole));
            }
            h *= M;
        }
        h ^= h >>> 13;
        h *= M;
        h ^= h >>> 15;
        return h;
    }

    private static int octet(byte[] data, int i) {
        return data[i] & 0xff;
    }
}
