package treasurehunt.connector.kafka.source;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What our jobs have written to a topic and committed, from the first record on. */
public final class CommittedSource {
    private CommittedSource() {}

    /**
     * The source of a topic.
     *
     * @param group under which its offsets are shown to those who watch the lag; it starts from
     *     none
     */
    public static KafkaSource<CommittedRecord> of(
            String bootstrapServers, String topic, String group) {
        return KafkaSource.<CommittedRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setGroupId(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Deserializer())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1")
                .setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false")
                .build();
    }

    private static final class Deserializer
            implements KafkaRecordDeserializationSchema<CommittedRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(
                ConsumerRecord<byte[], byte[]> record, Collector<CommittedRecord> out) {
            out.collect(
                    new CommittedRecord(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            record.timestamp(),
                            record.key(),
                            record.value()));
        }

        @Override
        public TypeInformation<CommittedRecord> getProducedType() {
            return TypeInformation.of(CommittedRecord.class);
        }
    }
}
