package treasurehunt.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;

class ViolationLineTest {
    private static final Violation HOSTILE =
            new Violation(
                    Rule.CODE,
                    "3:41\u001b[2J",
                    "a\u202eb",
                    17,
                    "SOLVED \u009b31m\u0000 \ud83d\ude00");

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(ViolationLine.inWords(new Violation(Rule.MISSING, "0:2", "", 0, "no answer")))
                .isEqualTo("MISSING 0:2: no answer");
        assertThat(ViolationLine.inWords(new Violation(Rule.SCORE, "0:2", "ada", 9, "5, not 6")))
                .isEqualTo("SCORE 0:2 of ada, line 9: 5, not 6");
    }

    @Test
    void nothingInItMovesACursor() {
        assertThat(ViolationLine.inWords(HOSTILE))
                .isEqualTo(
                        "CODE \"3:41\\u{1b}[2J\" of \"a\\u{202e}b\", line 17: SOLVED \\u{9b}31m\\u{0} \ud83d\ude00");
        assertThat(ViolationLine.inJson(HOSTILE)).matches("[ -~]+");
    }

    @Test
    void theJsonHoldsEverythingAsItIs() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ViolationLine.inJson(HOSTILE));

        assertThat(json.path("rule").asText()).isEqualTo("CODE");
        assertThat(json.path("id").asText()).isEqualTo(HOSTILE.id());
        assertThat(json.path("player").asText()).isEqualTo(HOSTILE.player());
        assertThat(json.path("line").asLong()).isEqualTo(17);
        assertThat(json.path("what").asText()).isEqualTo(HOSTILE.what());
    }
}
