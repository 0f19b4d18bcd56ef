package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class ReplayTest {

    @Test
    void aDefectOfTheRulesAnswersThatActionAndStopsNoOther() {
        List<RuntimeException> failures = new ArrayList<>();
        Replay replay =
                new Replay(
                        hunt -> {
                            throw new IllegalStateException("a defect");
                        },
                        new Intake(OptionalInt.empty()),
                        (action, failure) -> failures.add(failure));

        for (long offset = 0; offset < 2; offset++) {
            assertThat(replay.answer(join(offset)))
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.isDeadLetter()).isTrue())
                    .extracting(answer -> new String(answer.line(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"id\":\"0:%d\",\"dead_letter\":\"DEFECT\"}".formatted(offset));
        }
        assertThat(failures).hasSize(2);
    }

    private static RawRecord join(long offset) {
        String action = "{\"action_id\":\"a\",\"player\":\"ada\",\"hunt\":\"h\",\"join\":{}}";
        return new RawRecord(
                0,
                offset,
                1,
                false,
                "ada".getBytes(StandardCharsets.US_ASCII),
                action.getBytes(StandardCharsets.UTF_8));
    }
}
