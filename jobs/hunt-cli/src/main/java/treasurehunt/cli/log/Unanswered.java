package treasurehunt.cli.log;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The actions of a log that have no answer yet, by their places. */
final class Unanswered {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    private final Map<Integer, Offsets> partitions = new HashMap<>();
    private long count;

    /** Offsets of a partition, counted from the first one. */
    private record Offsets(long first, BitSet set) {}

    /** An action; a partition's come by their offsets. */
    void add(int partition, long offset) {
        Offsets offsets =
                partitions.computeIfAbsent(partition, p -> new Offsets(offset, new BitSet()));
        offsets.set.set(Math.toIntExact(offset - offsets.first));
        count++;
    }

    /** Takes in what an answer gives as its id; an announcement's, or any text, changes nothing. */
    void answeredBy(String id) {
        Matcher place = PLACE.matcher(id);
        if (!place.matches()) {
            return;
        }
        Offsets offsets = partitions.get(Integer.parseInt(place.group(1)));
        long offset = Long.parseLong(place.group(2));
        if (offsets != null && offset >= offsets.first) {
            long bit = offset - offsets.first;
            if (bit < offsets.set.length() && offsets.set.get((int) bit)) {
                offsets.set.clear((int) bit);
                count--;
            }
        }
    }

    long count() {
        return count;
    }
}
