package treasurehunt.connector.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BrokerClocksTest {
    private final BrokerClocks clocks = new BrokerClocks();

    @Test
    void theOneThatIsFurthestOffIsNotHiddenByOthers() {
        assertThat(clocks.furthestOff()).isZero();

        clocks.told(partition(0), -3_600_000);
        clocks.told(partition(1), 12);
        clocks.told(partition(2), 5_000);

        assertThat(clocks.furthestOff()).isEqualTo(-3_600_000);
    }

    @Test
    void whatIsSetRightIsOffNoMore() {
        clocks.told(partition(0), 3_600_000);
        clocks.told(partition(0), -1);

        assertThat(clocks.furthestOff()).isEqualTo(-1);
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("actions", number);
    }
}
