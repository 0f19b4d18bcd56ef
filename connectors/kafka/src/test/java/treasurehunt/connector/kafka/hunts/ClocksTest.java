package treasurehunt.connector.kafka.hunts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.OptionalLong;

class ClocksTest {
    private static final long NOON = 1_780_000_000_000L;
    private static final TopicPartition HUNTS = new TopicPartition("hunts", 0);
    private static final TopicPartition ACTIONS = new TopicPartition("actions", 3);

    @Test
    void mayDifferByAsMuchAsTheFenceAllows() {
        assertThatCode(
                        () ->
                                clocks(NOON, NOON + 2_500, OptionalLong.of(NOON + 2_500))
                                        .requireAgreement())
                .doesNotThrowAnyException();
        assertThatCode(() -> clocks(NOON, NOON, OptionalLong.empty()).requireAgreement())
                .doesNotThrowAnyException();
    }

    @Test
    void areRefusedBeyondThatWithWhoSaysWhat() {
        assertThatThrownBy(
                        () -> clocks(NOON, NOON + 2_501, OptionalLong.empty()).requireAgreement())
                .isInstanceOf(ClocksDifferException.class)
                .hasMessageContaining("differ by 2501 ms")
                .hasMessageContaining("hunts-0 says 2026-05-28T20:26:40Z")
                .hasMessageContaining("actions-3 2026-05-28T20:26:42.501Z");
        assertThatThrownBy(
                        () -> clocks(NOON + 9_000, NOON, OptionalLong.empty()).requireAgreement())
                .hasMessageContaining("differ by 9000 ms");
    }

    @Test
    void areRefusedBehindTheNewestTimeInTheLog() {
        assertThatThrownBy(
                        () -> clocks(NOON, NOON, OptionalLong.of(NOON + 2_501)).requireAgreement())
                .isInstanceOf(ClocksDifferException.class)
                .hasMessageContaining("a broker's clock was ahead");
    }

    private static Clocks clocks(long hunts, long actions, OptionalLong newest) {
        return new Clocks(Map.of(HUNTS, hunts, ACTIONS, actions), newest);
    }
}
