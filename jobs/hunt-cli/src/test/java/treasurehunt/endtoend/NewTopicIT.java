package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** What a broker that has just heard of a topic does with the first batches that come in. */
class NewTopicIT {
    private static final int TOPICS = 40;
    private static final int RECORDS = 10_000;

    /** So many fill several batches of each partition, which are under way at the same time. */
    private static final int BYTES = 150;

    @TempDir Path folder;

    @Test
    void aTopicThatWasJustMadeTakesManyBatchesAtOnce() throws Exception {
        try (HuntSystem system = HuntSystem.start(folder)) {
            for (int i = 0; i < TOPICS; i++) {
                String topic = "actions-" + i;
                try (Admin admin = system.admin()) {
                    Topics.createOrVerify(
                            admin, List.of(TopicSettings.actions(topic, HuntSystem.PARTITIONS)));
                }
                assertThatNoException().as(topic).isThrownBy(() -> fill(system, topic));
            }
        }
    }

    private static void fill(HuntSystem system, String topic) throws Exception {
        List<Future<RecordMetadata>> places = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
            for (int i = 0; i < RECORDS; i++) {
                places.add(
                        producer.send(
                                new ProducerRecord<>(
                                        topic, i % HuntSystem.PARTITIONS, null, new byte[BYTES])));
            }
            for (Future<RecordMetadata> place : places) {
                place.get();
            }
        }
    }
}
