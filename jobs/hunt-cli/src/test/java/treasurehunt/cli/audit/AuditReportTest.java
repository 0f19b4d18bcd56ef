package treasurehunt.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Findings.Pair;
import treasurehunt.auditor.Findings.Standing;
import treasurehunt.auditor.Violation.Rule;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

class AuditReportTest {
    private static final Map<Pair, Long> PAIRS =
            Map.of(
                    new Pair("hint", Standing.SOLVED), 0L,
                    new Pair("answer", Standing.SOLVED), 2L,
                    new Pair("answer", Standing.LOCKED), 3L);

    @Test
    void theWordsSayWhatWasFoundAndWhatTheRulesGive() {
        assertThat(report(Map.of()).inWords())
                .containsExactly(
                        "Nothing found: each answer is the one that the rules give.",
                        "Log       1,204 records, 1,000 of them actions",
                        "Answers   990 results, 7 of them announcements",
                        "Rules     give 17 dead letters, MALFORMED 16, WRONG_KEY 1",
                        "Reached   2 of 3 codes, 1 of 2 effects, 2 of 3 pairs of a kind and the state of its clue",
                        "Stopped   before 0:604, 10:600");
        assertThat(report(Map.of(Rule.CODE, 1L, Rule.MISSING, 3L)).inWords())
                .startsWith("4 VIOLATIONS: MISSING 3, CODE 1.");
    }

    @Test
    void theFileSaysItAllInNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report(Map.of(Rule.CODE, 1L, Rule.MISSING, 3L)).writeTo(bytes);

        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertThat(json.path("records").asInt()).isEqualTo(1_204);
        assertThat(json.path("actions").asInt()).isEqualTo(1_000);
        assertThat(json.path("results").asInt()).isEqualTo(990);
        assertThat(json.path("announcements").asInt()).isEqualTo(7);
        assertThat(json.path("violations").asInt()).isEqualTo(4);
        assertThat(json.path("rules").path("MISSING").asInt()).isEqualTo(3);
        assertThat(json.path("codes").path("SOLVED").asInt()).isEqualTo(900);
        assertThat(json.path("codes").path("NEAR").asInt(-1)).isZero();
        assertThat(json.path("effects").path("COMPLETED").asInt()).isEqualTo(5);
        assertThat(json.path("dead_letters").path("MALFORMED").asInt()).isEqualTo(16);
        assertThat(json.path("pairs").path("answer").path("LOCKED").asInt()).isEqualTo(3);
        assertThat(json.path("pairs").path("hint").path("SOLVED").asInt(-1)).isZero();
        assertThat(json.path("stopped_at").path("10").asInt()).isEqualTo(600);
    }

    private static AuditReport report(Map<Rule, Long> violations) {
        Findings findings =
                new Findings(
                        1_204,
                        1_000,
                        990,
                        7,
                        0,
                        0,
                        violations.values().stream().mapToLong(n -> n).sum(),
                        Map.of(Code.SOLVED, 900L, Code.DUE, 90L, Code.NEAR, 0L),
                        Map.of("COMPLETED", 5L, "MOVED", 0L),
                        Map.of(Reason.MALFORMED, 16L, Reason.WRONG_KEY, 1L, Reason.DEFECT, 0L),
                        PAIRS);
        return new AuditReport(new Audited(findings, violations, 0, Map.of(0, 604L, 10, 600L)));
    }
}
