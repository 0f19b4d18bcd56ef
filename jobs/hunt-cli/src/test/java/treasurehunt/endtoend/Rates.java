package treasurehunt.endtoend;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Records a second, of good ones alone and of good and bad ones by turns. */
final class Rates {
    /** Phases that do not count: the engine's JVM is still compiling. */
    private static final int WARMING_UP = 3;

    private final List<Phase> phases = new ArrayList<>();

    /** Records that were sent one after another, without a pause. */
    private static final class Phase {
        private final boolean mixed;
        private long records;
        private long bytes;
        private long first = Long.MAX_VALUE;
        private long last;

        Phase(boolean mixed) {
            this.mixed = mixed;
        }

        double rate() {
            return records * 1000.0 / Math.max(1, last - first);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"mixed\":%s,\"records\":%d,\"bytes\":%d,\"ms\":%d,\"records_a_second\":%.0f}",
                    mixed,
                    records,
                    bytes,
                    last - first,
                    rate());
        }
    }

    /** Begins a phase, and returns its number. */
    int begin(boolean mixed) {
        phases.add(new Phase(mixed));
        return phases.size() - 1;
    }

    /** A record of the phase was answered at this time, ms UTC. */
    void answered(int phase, long at, int bytes) {
        Phase it = phases.get(phase);
        it.records++;
        it.bytes += bytes;
        it.first = Math.min(it.first, at);
        it.last = Math.max(it.last, at);
    }

    /** The mean rate of the mixed phases, in parts of that of the others. */
    double share() {
        return mean(true) / mean(false);
    }

    private double mean(boolean mixed) {
        return phases.stream()
                .skip(WARMING_UP)
                .filter(phase -> phase.mixed == mixed)
                .mapToDouble(Phase::rate)
                .average()
                .orElseThrow();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"good_alone\":%.0f,\"mixed\":%.0f,\"share\":%.3f,\"phases\":[%s]}",
                mean(false),
                mean(true),
                share(),
                phases.stream().map(Phase::json).collect(joining(",\n")));
    }
}
