package treasurehunt.cli.log;

import treasurehunt.schemas.action.RawRecord;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which partitions and offsets a log has. */
final class Contents {
    private final Map<Integer, Range> partitions = new TreeMap<>();

    private record Range(long first, long last, long records) {
        Range with(Range more) {
            return new Range(
                    Math.min(first, more.first), Math.max(last, more.last), records + more.records);
        }

        @Override
        public String toString() {
            boolean whole = records == last - first + 1;
            return "offsets " + first + " to " + last + (whole ? "" : ", " + records + " of them");
        }
    }

    void add(RawRecord record) {
        partitions.merge(
                record.partition(), new Range(record.offset(), record.offset(), 1), Range::with);
    }

    /** One line a partition. */
    String inWords() {
        return partitions.isEmpty()
                ? "It has no record."
                : partitions.entrySet().stream()
                        .map(it -> "  partition " + it.getKey() + ": " + it.getValue())
                        .collect(Collectors.joining("\n", "It has:\n", ""));
    }
}
