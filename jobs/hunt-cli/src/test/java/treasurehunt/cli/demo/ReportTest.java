package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.cli.audit.Audited;
import treasurehunt.cli.demo.view.Latency;
import treasurehunt.cli.demo.view.Tally;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class ReportTest {
    private static final Map<Code, Long> CODES =
            Map.of(Code.WRONG, 70L, Code.SOLVED, 28L, Code.DUE, 0L);

    @Test
    void nothingFoundByAnEngineThatStoodIsGood() {
        assertThat(report(Map.of(), 0, 0, 0).isGood()).isTrue();
    }

    @Test
    void anythingFoundIsNotAndIsShown() {
        Report report = report(Map.of(Rule.MISSING, 2L, Rule.CODE, 1L), 1, 0, 0);

        assertThat(report.isGood()).isFalse();
        assertThat(report.inWords())
                .startsWith(
                        "CODE 0:7: SOLVED, but WRONG",
                        "100 actions, 3 VIOLATIONS: MISSING 2, CODE 1.")
                .contains("Rules     give WRONG 70, SOLVED 28; 9 completed a hunt, 2 dead letters");
    }

    @Test
    void aKilledEngineIsNoFailureButOneThatFallsByItselfIs() {
        assertThat(report(Map.of(), 0, 2, 0).isGood()).isTrue();
        assertThat(report(Map.of(), 0, 0, 1).isGood()).isFalse();
    }

    @Test
    void aDatabaseThatIsBehindOrWrongIsNoGoodEnd() {
        Report behind = report(Map.of(), 0, 0, 0, false);

        assertThat(behind.isGood()).isFalse();
        assertThat(behind.inWords())
                .contains(
                        "Postgres  NOT ALL WRITTEN: the projector is behind; the tables were not audited");
        assertThat(report(Map.of(Rule.TABLE, 2L), 0, 0, 0).inWords())
                .contains("Postgres  7 rows, 2 VIOLATIONS");
        assertThat(report(Map.of(), 0, 0, 0).inWords())
                .contains("Postgres  7 rows, as the log has them");
    }

    @Test
    void theFileSaysItAllInNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report(Map.of(Rule.MISSING, 1L, Rule.DUPLICATE, 4L), 1, 1, 2).writeTo(bytes);

        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertThat(json.path("actions").asInt()).isEqualTo(100);
        assertThat(json.path("answered").asInt()).isEqualTo(99);
        assertThat(json.path("unanswered").asInt()).isEqualTo(1);
        assertThat(json.path("duplicates").asInt()).isEqualTo(4);
        assertThat(json.path("violations").asInt()).isEqualTo(5);
        assertThat(json.path("dead_letters").asInt()).isEqualTo(2);
        assertThat(json.path("restarts").asInt()).isEqualTo(3);
        assertThat(json.path("results").has("DUE")).isFalse();
        assertThat(json.path("results").path("WRONG").asInt()).isEqualTo(70);
        assertThat(json.path("completed").asInt()).isEqualTo(9);
        assertThat(json.path("latency_ms").path("p99").asDouble()).isEqualTo(3.142);
        assertThat(json.path("actions_per_second").asDouble()).isEqualTo(8);
        assertThat(json.path("warm_up_actions").asInt()).isEqualTo(20);
        assertThat(json.path("rate").asInt()).isEqualTo(10);
        assertThat(json.path("seed").asInt()).isEqualTo(5);
    }

    private static Report report(
            Map<Rule, Long> violations, long unanswered, int revivals, long ownRestarts) {
        return report(violations, unanswered, revivals, ownRestarts, true);
    }

    private static Report report(
            Map<Rule, Long> violations,
            long unanswered,
            int revivals,
            long ownRestarts,
            boolean projected) {
        long found = violations.values().stream().mapToLong(n -> n).sum();
        Findings findings =
                new Findings(
                        102,
                        100,
                        98,
                        0,
                        0,
                        7,
                        found,
                        CODES,
                        Map.of("COMPLETED", 9L),
                        Map.of(Reason.MALFORMED, 2L),
                        Map.of());
        return new Report(
                new Audited(findings, violations, unanswered, Map.of(0, 102L)),
                found == 0 ? List.of() : List.of("CODE 0:7: SOLVED, but WRONG"),
                projected,
                revivals,
                ownRestarts,
                new Tally.Standing(
                        50,
                        100,
                        80,
                        100,
                        CODES,
                        new Latency(1, 2, 3.14159, 4, 5),
                        List.of(),
                        List.of()),
                10,
                5,
                50,
                OptionalInt.of(10));
    }
}
