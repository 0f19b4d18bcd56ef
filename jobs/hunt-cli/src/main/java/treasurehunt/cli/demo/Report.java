package treasurehunt.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import treasurehunt.schemas.result.Code;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * How a demo went.
 *
 * @param revivals how often the engine's JVM was killed and started again
 * @param ownRestarts how often the job restarted by itself
 * @param standing what the players saw; latencies are from when an action should have been sent to
 *     when its answer was first seen
 * @param seconds during which latencies were measured, behind the warm-up
 */
record Report(
        Audit.Finding finding,
        int revivals,
        long ownRestarts,
        Tally.Standing standing,
        double seconds,
        long seed,
        int players,
        OptionalInt rate) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether every action was answered exactly once, by an engine that fell only if pushed. */
    boolean isGood() {
        return finding.unanswered() == 0 && finding.duplicates() == 0 && ownRestarts == 0;
    }

    private double actionsPerSecond() {
        return seconds == 0 ? 0 : standing.measured() / seconds;
    }

    void writeTo(OutputStream out) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, json());
        out.write('\n');
    }

    private ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("actions", finding.actions());
        json.put("answered", finding.answered());
        json.put("unanswered", finding.unanswered());
        json.put("duplicates", finding.duplicates());
        json.put("dead_letters", finding.deadLetters());
        json.put("completed", finding.completed());
        json.put("restarts", revivals + ownRestarts);
        json.put("restarts_after_kill", revivals);
        json.put("actions_per_second", rounded(actionsPerSecond()));
        Latency latency = standing.latency();
        ObjectNode millis = json.putObject("latency_ms");
        millis.put("p50", rounded(latency.p50()));
        millis.put("p90", rounded(latency.p90()));
        millis.put("p99", rounded(latency.p99()));
        millis.put("p999", rounded(latency.p999()));
        millis.put("max", rounded(latency.max()));
        ObjectNode codes = json.putObject("results");
        finding.results().forEach((code, count) -> codes.put(code.name(), count));
        json.put("seconds", rounded(seconds));
        json.put("warm_up_seconds", Demo.WARM_UP.toSeconds());
        json.put("warm_up_actions", standing.sent() - standing.measured());
        json.put("players", players);
        rate.ifPresentOrElse(r -> json.put("rate", r), () -> json.putNull("rate"));
        json.put("seed", seed);
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** The report for people. */
    List<String> inWords() {
        List<String> lines = new ArrayList<>();
        Latency latency = standing.latency();
        lines.add(line("%,d actions, %s.", finding.actions(), verdict()));
        if (seconds == 0) {
            lines.add("Stopped within the warm-up: no latency was measured.");
        } else {
            lines.add(
                    line(
                            "Measured  %.1f s behind a warm-up of %d s, %.1f actions a second",
                            seconds, Demo.WARM_UP.toSeconds(), actionsPerSecond()));
            lines.add(
                    line(
                            "Latency   p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, max %.1f ms",
                            latency.p50(),
                            latency.p90(),
                            latency.p99(),
                            latency.p999(),
                            latency.max()));
        }
        lines.add(
                line(
                        "Results   %s; %,d completed the hunt, %,d dead letters",
                        counts(finding.results()), finding.completed(), finding.deadLetters()));
        lines.add(
                line(
                        "Restarts  %d after a kill, %d by the job itself   Seed %d",
                        revivals, ownRestarts, seed));
        return lines;
    }

    private String verdict() {
        if (finding.unanswered() == 0 && finding.duplicates() == 0) {
            return "each answered exactly once";
        }
        return line(
                "%,d NOT ANSWERED, %,d answered twice", finding.unanswered(), finding.duplicates());
    }

    /** Most frequent first. */
    static String counts(Map<Code, Long> results) {
        return results.entrySet().stream()
                .sorted(Map.Entry.<Code, Long>comparingByValue().reversed())
                .map(entry -> line("%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
