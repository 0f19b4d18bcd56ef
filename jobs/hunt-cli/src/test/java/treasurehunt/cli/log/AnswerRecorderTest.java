package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.connector.kafka.topic.TopicSettings;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads from a consumer whose broker has two records and says that there are more or not. */
class AnswerRecorderTest {
    private static final TopicPartition PARTITION = new TopicPartition(TopicSettings.RESULTS, 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now;

    @BeforeEach
    void twoRecords() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.seek(PARTITION, 0);
        for (int offset = 0; offset < 2; offset++) {
            byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
            consumer.addRecord(
                    new ConsumerRecord<>(
                            PARTITION.topic(), PARTITION.partition(), offset, new byte[0], value));
        }
    }

    private long readTo(long end) throws Exception {
        Patience patience = new Patience(Duration.ofSeconds(30), () -> now += 1_000_000_000);
        return AnswerRecorder.readTo(
                Map.of(PARTITION, end), consumer, out, new Unanswered(), patience);
    }

    @Test
    void whatStandsThereIsRead() throws Exception {
        assertThat(readTo(2)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{}\n{}\n");
    }

    @Test
    void aBrokerThatGivesNoMoreOfItIsNotWaitedForForEver() {
        assertThatThrownBy(() -> readTo(3))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Is the broker still there?");
    }
}
