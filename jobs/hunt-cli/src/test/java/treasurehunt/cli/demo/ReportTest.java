package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.result.Code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class ReportTest {
    private static final Map<Code, Long> RESULTS = Map.of(Code.WRONG, 70L, Code.SOLVED, 28L);

    @Test
    void everythingAnsweredOnceIsGood() {
        assertThat(report(100, 100, 0, 0, 0).isGood()).isTrue();
    }

    @Test
    void somethingUnansweredIsNot() {
        Report report = report(100, 99, 0, 0, 0);

        assertThat(report.isGood()).isFalse();
        assertThat(report.inWords().get(0)).contains("1 NOT ANSWERED");
    }

    @Test
    void somethingAnsweredTwiceIsNot() {
        assertThat(report(100, 100, 1, 0, 0).isGood()).isFalse();
    }

    @Test
    void aKilledEngineIsNoFailureButOneThatFallsByItselfIs() {
        assertThat(report(100, 100, 0, 2, 0).isGood()).isTrue();
        assertThat(report(100, 100, 0, 0, 1).isGood()).isFalse();
    }

    @Test
    void theFileSaysItAllInNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report(100, 99, 0, 1, 2).writeTo(bytes);

        JsonNode json = new ObjectMapper().readTree(bytes.toByteArray());
        assertThat(json.path("actions").asInt()).isEqualTo(100);
        assertThat(json.path("answered").asInt()).isEqualTo(99);
        assertThat(json.path("unanswered").asInt()).isEqualTo(1);
        assertThat(json.path("dead_letters").asInt()).isEqualTo(2);
        assertThat(json.path("restarts").asInt()).isEqualTo(3);
        assertThat(json.path("results").path("WRONG").asInt()).isEqualTo(70);
        assertThat(json.path("completed").asInt()).isEqualTo(9);
        assertThat(json.path("latency_ms").path("p99").asDouble()).isEqualTo(3.142);
        assertThat(json.path("actions_per_second").asDouble()).isEqualTo(8);
        assertThat(json.path("warm_up_actions").asInt()).isEqualTo(20);
        assertThat(json.path("rate").asInt()).isEqualTo(10);
        assertThat(json.path("seed").asInt()).isEqualTo(5);
    }

    private static Report report(
            long actions, long answered, long duplicates, int revivals, long ownRestarts) {
        return new Report(
                new Audit.Finding(actions, answered, 2, duplicates, RESULTS, 9),
                revivals,
                ownRestarts,
                new Tally.Standing(
                        50,
                        100,
                        80,
                        100,
                        RESULTS,
                        new Latency(1, 2, 3.14159, 4, 5),
                        List.of(),
                        List.of()),
                10,
                5,
                50,
                OptionalInt.of(10));
    }
}
