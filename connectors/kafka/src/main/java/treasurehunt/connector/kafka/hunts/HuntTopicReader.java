package treasurehunt.connector.kafka.hunts;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.UnknownKeyException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code hunts} from the first record on, piece by piece. For one thread. */
public final class HuntTopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Keys keys;

    /**
     * Connects to the brokers.
     *
     * @param keys under which hunts are sealed
     */
    public HuntTopicReader(String bootstrapServers, String topic, Keys keys) {
        this.keys = keys;
        partition = new TopicPartition(topic, 0);
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        // Kept for ever: the first record ever published is the first there is.
        consumer.seek(partition, 0);
    }

    /** The offset behind the last record there is now. */
    public long end() {
        return consumer.endOffsets(List.of(partition)).get(partition);
    }

    /**
     * What was read.
     *
     * @param records ticks left out
     * @param end the offset behind the last record read
     */
    public record Part(List<HuntRecord> records, long end) {}

    /**
     * The records from where the last call stopped to this offset, and what comes with them.
     *
     * @throws UnknownHuntKeyException if one is sealed under another key
     */
    public Part readTo(long end) {
        List<HuntRecord> records = new ArrayList<>();
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> read(record).ifPresent(records::add));
        }
        return new Part(records, consumer.position(partition));
    }

    private Optional<HuntRecord> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            boolean tick =
                    record.key() == null && record.headers().lastHeader(RawRecord.TICK) != null;
            return tick ? Optional.empty() : Optional.of(refused(record, "no value"));
        }
        try {
            Publication publication = PublicationCodec.decode(record.value(), keys);
            return Optional.of(HuntRecord.of(record.offset(), record.timestamp(), publication));
        } catch (RefusedHuntException e) {
            return Optional.of(refused(record, e.getMessage()));
        } catch (UnknownKeyException e) {
            throw new UnknownHuntKeyException(record.offset(), e);
        }
    }

    private static HuntRecord refused(ConsumerRecord<byte[], byte[]> record, String why) {
        return HuntRecord.refused(record.offset(), record.timestamp(), why);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
