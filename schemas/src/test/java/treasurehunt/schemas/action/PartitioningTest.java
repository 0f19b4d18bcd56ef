package treasurehunt.schemas.action;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

import java.util.Random;

class PartitioningTest {

    @Test
    void agreesWithTheJavaClientForKeysOfEveryLength() {
        Random random = new Random(7);
        for (int length = 0; length <= 70; length++) {
            for (int i = 0; i < 200; i++) {
                byte[] key = new byte[length];
                random.nextBytes(key);
                int partitions = 1 + random.nextInt(1000);

                assertThat(Partitioning.partitionOf(key, partitions))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
            }
        }
    }

    @Test
    void neverChanges() {
        assertThat(Partitioning.partitionOf("ada".getBytes(UTF_8), 12)).isEqualTo(5);
    }
}
