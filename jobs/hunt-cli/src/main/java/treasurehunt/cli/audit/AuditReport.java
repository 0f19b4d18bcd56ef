package treasurehunt.cli.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import treasurehunt.auditor.Findings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an audit came to, for people and as JSON. */
final class AuditReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Audited audited;

    AuditReport(Audited audited) {
        this.audited = audited;
    }

    /** A few lines. */
    List<String> inWords() {
        Findings findings = audited.findings();
        List<String> lines = new ArrayList<>();
        lines.add(verdict());
        lines.add(
                line(
                        "Log       %,d records, %,d of them actions",
                        findings.records(), findings.actions()));
        lines.add(
                line(
                        "Answers   %,d results, %,d of them announcements",
                        findings.results(), findings.announcements()));
        if (findings.snapshots() > 0) {
            lines.add(line("Progress  %,d snapshots", findings.snapshots()));
        }
        if (findings.rows() > 0) {
            lines.add(line("Tables    %,d rows", findings.rows()));
        }
        lines.add("Rules     give " + deadLetters());
        lines.add(
                line(
                        "Reached   %s codes, %s effects, %s pairs of a kind and the state of its clue",
                        reached(findings.codes().values()),
                        reached(findings.effects().values()),
                        reached(findings.pairs().values())));
        if (!audited.stoppedAt().isEmpty()) {
            lines.add("Stopped   before " + places());
        }
        return lines;
    }

    private String verdict() {
        return audited.isGood()
                ? "Nothing found: each answer is the one that the rules give."
                : audited.inWords() + ".";
    }

    /** {@code MISSING 2, CODE 1}, without those that are none. */
    static String counts(Map<?, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> line("%s %,d", count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String deadLetters() {
        Map<?, Long> reasons = audited.findings().deadLetters();
        long all = reasons.values().stream().mapToLong(count -> count).sum();
        return all == 0 ? "no dead letters" : line("%,d dead letters, %s", all, counts(reasons));
    }

    private static String reached(Collection<Long> counts) {
        return counts.stream().filter(count -> count > 0).count() + " of " + counts.size();
    }

    private String places() {
        return new TreeMap<>(audited.stoppedAt())
                .entrySet().stream()
                        .map(place -> place.getKey() + ":" + place.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** One JSON object. */
    void writeTo(OutputStream out) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, json());
        out.write('\n');
    }

    private ObjectNode json() {
        Findings findings = audited.findings();
        ObjectNode json = JSON.createObjectNode();
        json.put("records", findings.records());
        json.put("actions", findings.actions());
        json.put("results", findings.results());
        json.put("announcements", findings.announcements());
        json.put("snapshots", findings.snapshots());
        json.put("rows", findings.rows());
        json.put("violations", findings.violations());
        put(json, "rules", audited.violations());
        put(json, "codes", findings.codes());
        put(json, "effects", findings.effects());
        put(json, "dead_letters", findings.deadLetters());
        ObjectNode pairs = json.putObject("pairs");
        byKind(findings.pairs()).forEach((kind, standings) -> put(pairs, kind, standings));
        if (!audited.stoppedAt().isEmpty()) {
            put(json, "stopped_at", audited.stoppedAt());
        }
        return json;
    }

    private static Map<String, Map<Findings.Standing, Long>> byKind(
            Map<Findings.Pair, Long> pairs) {
        Map<String, Map<Findings.Standing, Long>> byKind = new TreeMap<>();
        pairs.forEach(
                (pair, count) ->
                        byKind.computeIfAbsent(
                                        pair.kind(), kind -> new EnumMap<>(Findings.Standing.class))
                                .put(pair.clue(), count));
        return byKind;
    }

    private static void put(ObjectNode json, String name, Map<?, Long> counts) {
        ObjectNode object = json.putObject(name);
        new TreeMap<>(counts).forEach((key, count) -> object.put(key.toString(), count));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
