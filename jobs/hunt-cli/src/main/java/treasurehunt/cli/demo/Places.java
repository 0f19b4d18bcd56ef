package treasurehunt.cli.demo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of places in a log, each {@code partition:offset}. */
final class Places {
    private final Map<Integer, BitSet> byPartition = new HashMap<>();
    private long size;

    /** Whether the place was not there yet. */
    boolean add(String place) {
        int colon = place.indexOf(':');
        return add(
                Integer.parseInt(place.substring(0, colon)),
                Long.parseLong(place.substring(colon + 1)));
    }

    boolean add(int partition, long offset) {
        BitSet offsets = byPartition.computeIfAbsent(partition, p -> new BitSet());
        int bit = Math.toIntExact(offset);
        if (offsets.get(bit)) {
            return false;
        }
        offsets.set(bit);
        size++;
        return true;
    }

    long size() {
        return size;
    }

    /** How many places are in both. */
    long common(Places other) {
        long common = 0;
        for (Map.Entry<Integer, BitSet> partition : byPartition.entrySet()) {
            BitSet both = (BitSet) partition.getValue().clone();
            both.and(other.byPartition.getOrDefault(partition.getKey(), new BitSet()));
            common += both.cardinality();
        }
        return common;
    }
}
