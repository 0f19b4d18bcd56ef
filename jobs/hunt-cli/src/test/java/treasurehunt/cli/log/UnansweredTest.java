package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnansweredTest {
    private final Unanswered unanswered = new Unanswered();

    @BeforeEach
    void twoActions() {
        unanswered.add(3, 5_000_000_000L);
        unanswered.add(3, 5_000_000_002L);
    }

    @Test
    void anAnswerCountsOnce() {
        unanswered.answeredBy("3:5000000002");
        unanswered.answeredBy("3:5000000002");

        assertThat(unanswered.count()).isEqualTo(1);
        unanswered.answeredBy("3:5000000000");
        assertThat(unanswered.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3:5000000001",
                "3:5000000003",
                "3:4999999999",
                "3:0",
                "0:5000000000",
                "3:999999999999999999",
                "3:99999999999999999999999",
                "3:-1",
                "ada:pier:1780300800000",
                ":",
                ""
            })
    void nothingElseDoes(String id) {
        unanswered.answeredBy(id);

        assertThat(unanswered.count()).isEqualTo(2);
    }
}
