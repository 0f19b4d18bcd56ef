package treasurehunt.auditor.comparing;

import treasurehunt.auditor.rules.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records under one key of {@code progress}, and how far the rules have come there. */
final class Trail {
    private enum Last {
        NONE,
        SNAPSHOT,
        ERASURE,
        WITHOUT_VALUE
    }

    /** Those whose versions rise. */
    private final IntList lines = new IntList();

    private final LongList versions = new LongList();
    private int next;

    /** The versions of those that were not met in their turn, by line. */
    private final SortedMap<Integer, Long> left = new TreeMap<>();

    private Last last = Last.NONE;
    private int lastLine;
    private long lastVersion;

    private long newest;
    private boolean lacksNewest;

    /** The file's next record under this key is a snapshot. */
    void add(int line, long version, boolean isErasure) {
        if (versions.size() == 0 || version > versions.get(versions.size() - 1)) {
            lines.add(line);
            versions.add(version);
        } else {
            left.put(line, version);
        }
        last = isErasure ? Last.ERASURE : Last.SNAPSHOT;
        lastLine = line;
        lastVersion = version;
    }

    /** The file's next record under this key has no value. */
    void addWithoutValue(int line) {
        last = Last.WITHOUT_VALUE;
        lastLine = line;
    }

    boolean endsWithErasure() {
        return last == Last.ERASURE;
    }

    /** The version of the last snapshot so far, 0 of none. */
    long lastVersion() {
        return lastVersion;
    }

    /** The line of the last record so far, 0 of none. */
    int lastLine() {
        return lastLine;
    }

    /** What the last record so far is, in words. */
    String told() {
        return switch (last) {
            case NONE -> "nothing";
            case SNAPSHOT -> "version " + lastVersion;
            case ERASURE -> "an erasure with version " + lastVersion;
            case WITHOUT_VALUE -> "a record without a value";
        };
    }

    /** The lines of the records with this version, to which the rules have come by this. */
    List<Integer> take(Snapshot snapshot) {
        newest = snapshot.version();
        while (next < versions.size() && versions.get(next) < newest) {
            left.put(lines.get(next), versions.get(next));
            next++;
        }
        List<Integer> taken = new ArrayList<>(1);
        if (next < versions.size() && versions.get(next) == newest) {
            taken.add(lines.get(next));
            next++;
        }
        left.forEach(
                (line, version) -> {
                    if (version == newest) {
                        taken.add(line);
                    }
                });
        left.keySet().removeAll(taken);
        // An erasure is missed at once.
        lacksNewest = taken.isEmpty() && !snapshot.isErasure();
        return taken;
    }

    /** The newest version that the rules give, 0 for none. */
    long newest() {
        return newest;
    }

    /** Whether that must stand here, and does not. */
    boolean lacksNewest() {
        return lacksNewest;
    }

    /** The versions of the records to which the rules have not come, by line. */
    SortedMap<Integer, Long> rest() {
        SortedMap<Integer, Long> rest = new TreeMap<>(left);
        for (int i = next; i < versions.size(); i++) {
            rest.put(lines.get(i), versions.get(i));
        }
        return rest;
    }
}
