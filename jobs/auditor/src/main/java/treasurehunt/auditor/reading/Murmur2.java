package treasurehunt.auditor.reading;

/** The hash by which the log's clients choose a key's partition. */
final class Murmur2 {
    private static final int SEED = 0x9747b28c;
    private static final int M = 0x5bd1e995;
    private static final int R = 24;

    private Murmur2() {}

    static int partition(byte[] key, int partitions) {
        return (hash(key) & 0x7fffffff) % partitions;
    }

    private static int hash(byte[] key) {
        int hash = SEED ^ key.length;
        int whole = key.length - key.length % 4;
        for (int i = 0; i < whole; i += 4) {
            int k = at(key, i) | at(key, i + 1) << 8 | at(key, i + 2) << 16 | at(key, i + 3) << 24;
            k *= M;
            k ^= k >>> R;
            hash = (hash * M) ^ (k * M);
        }
        if (whole < key.length) {
            for (int i = key.length - 1; i >= whole; i--) {
                hash ^= at(key, i) << (8 * (i - whole));
            }
            hash *= M;
        }
        hash ^= hash >>> 13;
        hash *= M;
        return hash ^ (hash >>> 15);
    }

    private static int at(byte[] key, int i) {
        return key[i] & 0xff;
    }
}
