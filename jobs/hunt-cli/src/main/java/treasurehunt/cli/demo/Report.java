package treasurehunt.cli.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import treasurehunt.auditor.Violation;
import treasurehunt.cli.audit.Audited;
import treasurehunt.cli.demo.view.Latency;
import treasurehunt.cli.demo.view.Tally;
import treasurehunt.schemas.result.Code;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a demo went.
 *
 * @param violations that the audit has found, in words
 * @param projected whether the projector has written all there was, so that its tables could be
 *     audited
 * @param revivals how often the jobs' JVMs were killed and started again
 * @param ownRestarts how often the jobs restarted by themselves
 * @param standing what the players saw; latencies are from when an action should have been sent to
 *     when its answer was first seen
 * @param seconds during which latencies were measured, behind the warm-up
 */
record Report(
        Audited audited,
        List<String> violations,
        boolean projected,
        int revivals,
        long ownRestarts,
        Tally.Standing standing,
        double seconds,
        long seed,
        int players,
        OptionalInt rate) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Report {
        violations = List.copyOf(violations);
    }

    /**
     * Whether all was answered as the rules say and stands so in the database, by jobs that fell
     * only if pushed.
     */
    boolean isGood() {
        return audited.isGood() && projected && ownRestarts == 0;
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
        json.put("actions", actions());
        json.put("answered", actions() - audited.unanswered());
        json.put("unanswered", audited.unanswered());
        json.put("duplicates", audited.of(Violation.Rule.DUPLICATE));
        json.put("violations", audited.findings().violations());
        json.put("snapshots", audited.findings().snapshots());
        json.put("rows", audited.findings().rows());
        json.put("projected", projected);
        json.put("dead_letters", deadLetters());
        json.put("completed", completed());
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
        results().forEach((code, count) -> codes.put(code.name(), count));
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
        lines.addAll(violations);
        lines.add(line("%,d actions, %s.", actions(), verdict()));
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
                        "Rules     give %s; %,d completed a hunt, %,d dead letters",
                        Tally.counts(results()), completed(), deadLetters()));
        lines.add(
                line(
                        "Topics    %,d results, of them %,d announcements, and %,d snapshots",
                        audited.findings().results(),
                        audited.findings().announcements(),
                        audited.findings().snapshots()));
        lines.add(postgres());
        lines.add(
                line(
                        "Restarts  %d after a kill, %d by the jobs themselves   Seed %d",
                        revivals, ownRestarts, seed));
        return lines;
    }

    private String postgres() {
        if (!projected) {
            return "Postgres  NOT ALL WRITTEN: the projector is behind; the tables were not audited";
        }
        long wrong = audited.of(Violation.Rule.TABLE);
        String rows = line("Postgres  %,d rows, ", audited.findings().rows());
        return rows + (wrong == 0 ? "as the log has them" : line("%,d VIOLATIONS", wrong));
    }

    private String verdict() {
        return audited.isGood()
                ? "each answered exactly once, as the rules say"
                : audited.inWords();
    }

    private long actions() {
        return audited.findings().actions();
    }

    private long deadLetters() {
        return audited.findings().deadLetters().values().stream().mapToLong(n -> n).sum();
    }

    private long completed() {
        return audited.findings().effects().getOrDefault("COMPLETED", 0L);
    }

    /** Those codes that the rules give, announcements' with them. */
    private Map<Code, Long> results() {
        Map<Code, Long> results = new EnumMap<>(Code.class);
        results.putAll(audited.findings().codes());
        results.values().removeIf(count -> count == 0);
        return results;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
