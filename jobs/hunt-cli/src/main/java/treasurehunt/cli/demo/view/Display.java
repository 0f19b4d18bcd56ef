package treasurehunt.cli.demo.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where people see how the demo goes. For any thread. */
public interface Display {
    /**
     * What is shown again and again.
     *
     * @param total without it, until Ctrl-C
     * @param rates actions sent a second, of the last seconds, the newest last
     * @param slowest 99th percentiles of latencies in ms, of the same seconds
     */
    record Picture(
            Duration elapsed,
            Optional<Duration> total,
            Tally.Standing standing,
            List<Double> rates,
            List<Double> slowest,
            List<Health> jobs) {
        public Picture {
            rates = List.copyOf(rates);
            slowest = List.copyOf(slowest);
            jobs = List.copyOf(jobs);
        }

        double rate() {
            return newest(rates);
        }

        double slowestNow() {
            return newest(slowest);
        }

        private static double newest(List<Double> values) {
            return values.isEmpty() ? 0 : values.get(values.size() - 1);
        }
    }

    /** Says something once; it stays. */
    void say(String line);

    /** Shows how things stand, in place of what was shown before where that is possible. */
    void show(Picture picture);

    /** How often to show. */
    Duration period();
}
