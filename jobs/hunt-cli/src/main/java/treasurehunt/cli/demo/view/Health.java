package treasurehunt.cli.demo.view;

import java.time.Duration;
import java.util.Optional;

/**
 * How a job is.
 *
 * @param state in Flink's words; empty while it does not answer
 * @param checkpointAge since its newest checkpoint was completed
 * @param restarts by itself, and of its JVM after kills
 */
public record Health(
        String name,
        Optional<String> state,
        Optional<Duration> checkpointAge,
        long restarts,
        long pid) {
    boolean isWell() {
        return state.filter("RUNNING"::equals).isPresent();
    }
}
