package treasurehunt.connector.kafka.source;

import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.schemas.action.RawRecord;

import java.util.Collection;
import java.util.Map;

/** The whole of {@code actions}, from its first record on. */
public final class ActionSource {
    private ActionSource() {}

    /**
     * The source of a topic.
     *
     * @param group under which its offsets are shown to those who watch the lag; it starts from
     *     none
     */
    public static KafkaSource<RawRecord> of(String bootstrapServers, String topic, String group) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(group)
                .setStartingOffsets(new FirstOffsets())
                .setDeserializer(new RawRecordDeserializer())
                .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
                .setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false")
                .build();
    }

    /**
     * The first offsets there are. Kafka's own "earliest" would also stand in for offsets that were
     * lost to retention and skip actions in silence; with this one the job fails instead.
     */
    @SuppressWarnings("deprecation") // Kafka's, in the signature of the connector's interface
    private static final class FirstOffsets implements OffsetsInitializer {
        private static final long serialVersionUID = 1L;

        @Override
        public Map<TopicPartition, Long> getPartitionOffsets(
                Collection<TopicPartition> partitions, PartitionOffsetsRetriever offsets) {
            return offsets.beginningOffsets(partitions);
        }

        @Override
        public org.apache.kafka.clients.consumer.OffsetResetStrategy getAutoOffsetResetStrategy() {
            return org.apache.kafka.clients.consumer.OffsetResetStrategy.NONE;
        }
    }
}
