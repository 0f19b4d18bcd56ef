package treasurehunt.cli.demo.crowd;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of places in a log, each {@code partition:offset}. */
final class Places {
    private final Map<Integer, BitSet> byPartition = new HashMap<>();

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
        return true;
    }
}
