package treasurehunt.cli.demo.view;

import org.HdrHistogram.Histogram;

import java.util.concurrent.TimeUnit;

/**
 * How long answers took, in ms.
 *
 * @param max 0, as all others, if nothing was answered
 */
public record Latency(double p50, double p90, double p99, double p999, double max) {
    private static final double MICROS = 1_000.0;

    /** Collects single latencies; one thread at a time. */
    static final class Recorder {
        private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

        private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

        void record(long nanos) {
            long value = TimeUnit.NANOSECONDS.toMicros(nanos);
            micros.recordValue(Math.max(0, Math.min(LONGEST_MICROS, value)));
        }

        /** Forgets all there is. */
        void reset() {
            micros.reset();
        }

        Latency soFar() {
            return new Latency(at(50), at(90), at(99), at(99.9), micros.getMaxValue() / MICROS);
        }

        private double at(double percentile) {
            return micros.getValueAtPercentile(percentile) / MICROS;
        }
    }
}
