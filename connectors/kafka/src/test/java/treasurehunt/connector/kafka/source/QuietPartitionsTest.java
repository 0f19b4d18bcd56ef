package treasurehunt.connector.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class QuietPartitionsTest {
    private static final TopicPartition ONE = new TopicPartition("actions", 0);
    private static final TopicPartition OTHER = new TopicPartition("actions", 1);

    private final QuietPartitions partitions = new QuietPartitions(Duration.ofNanos(10));

    @Test
    void oneWhoseEndStaysIsQuietOnceEachTime() {
        assertThat(partitions.isQuiet(ONE, 7, 100)).isFalse();
        assertThat(partitions.isQuiet(ONE, 7, 109)).isFalse();
        assertThat(partitions.isQuiet(ONE, 7, 110)).isTrue();
        assertThat(partitions.isQuiet(ONE, 7, 111)).isFalse();
        assertThat(partitions.isQuiet(ONE, 7, 120)).isTrue();
    }

    @Test
    void oneThatIsWrittenToIsNever() {
        for (int i = 0; i < 100; i++) {
            assertThat(partitions.isQuiet(ONE, i, 9L * i)).isFalse();
        }
    }

    @Test
    void eachIsByItself() {
        assertThat(partitions.isQuiet(ONE, 7, 100)).isFalse();
        assertThat(partitions.isQuiet(OTHER, 3, 105)).isFalse();

        assertThat(partitions.isQuiet(ONE, 8, 115)).isFalse();
        assertThat(partitions.isQuiet(OTHER, 3, 115)).isTrue();
    }
}
