package treasurehunt.connector.kafka.sink;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

import treasurehunt.connector.kafka.topic.TopicSettings;

import java.time.Duration;
import java.util.List;

/** One sink for all of a job's topics, so that what belongs together is committed together. */
public final class TransactionalSink {
    /**
     * How long a transaction may stay open: a job that is away longer loses what it had not
     * committed. More than an hour, so that a broker's clock that is set forward by one does not
     * end what is about to be committed.
     */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofHours(2);

    private TransactionalSink() {}

    /**
     * An exactly-once sink for these topics.
     *
     * @param transactionalIdPrefix the job's own; no other job's may begin with it
     */
    public static KafkaSink<OutputRecord> to(
            String bootstrapServers, String transactionalIdPrefix, List<String> topics) {
        return KafkaSink.<OutputRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(transactionalIdPrefix)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setRecordSerializer(new OutputSerializer(List.copyOf(topics)))
                .setProperty(
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        Long.toString(TRANSACTION_TIMEOUT.toMillis()))
                .setProperty(
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Integer.toString(TopicSettings.LARGEST_RECORD))
                // Uncommitted readers show answers at once: a batch waits only while others are on
                // their way,
                // so batches grow with the load by themselves.
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .build();
    }
}
