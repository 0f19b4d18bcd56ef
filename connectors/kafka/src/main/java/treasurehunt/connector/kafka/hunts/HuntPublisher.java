package treasurehunt.connector.kafka.hunts;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Publishes hunts. What is published never changes: who publishes looks at {@link #published()}
 * first, and an engine passes over a second version.
 */
public final class HuntPublisher implements AutoCloseable {
    private final String bootstrapServers;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    public HuntPublisher(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** The hunts that are published, by id. */
    public Map<String, Hunt> published() {
        return HuntTopicReader.published(bootstrapServers, topic);
    }

    /** Appends a hunt and returns its offset when the broker has it. */
    public long publish(Hunt hunt) throws InterruptedException, ExecutionException {
        byte[] key = (hunt.id() + "/" + hunt.version()).getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(topic, key, HuntCodec.encode(hunt)))
                .get()
                .offset();
    }

    @Override
    public void close() {
        producer.close();
    }
}
