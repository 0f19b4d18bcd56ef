package treasurehunt.connector.kafka.hunts;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import treasurehunt.connector.kafka.source.Ticker;
import treasurehunt.connector.kafka.topic.LogTime;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.seal.Keys;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Publishes versions of hunts. What is published never changes: who publishes looks at {@link
 * #published()} first, and engines pass over a second record of one hunt and version.
 */
public final class HuntPublisher implements AutoCloseable {
    private final String bootstrapServers;
    private final TopicPartition hunts;
    private final Keys keys;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * Connects to the brokers.
     *
     * @param keys of hunts, the newest of which seals
     */
    public HuntPublisher(String bootstrapServers, String topic, Keys keys) {
        this.bootstrapServers = bootstrapServers;
        this.keys = keys;
        hunts = new TopicPartition(topic, 0);
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

    /** What is published by now. */
    public PublishedHunts published() {
        try (HuntTopicReader reader = new HuntTopicReader(bootstrapServers, hunts.topic(), keys)) {
            return PublishedHunts.read(reader);
        }
    }

    /**
     * Refuses to publish where a version might be missed by decisions: when the clocks of the
     * brokers of these partitions and of {@code hunts}, asked by ticks, and the newest time in
     * these partitions differ too much.
     *
     * @param actions the partitions of {@code actions}, if that is there already
     */
    public void requireClocksThatAgree(Collection<TopicPartition> actions)
            throws ClocksDifferException, ExecutionException, InterruptedException {
        new Clocks(clocks(actions), newest(actions)).requireAgreement();
    }

    private Map<TopicPartition, Long> clocks(Collection<TopicPartition> actions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Future<RecordMetadata>> ticks = new HashMap<>();
        ticks.put(hunts, producer.send(Ticker.tick(hunts)));
        for (TopicPartition partition : actions) {
            ticks.put(partition, producer.send(Ticker.tick(partition)));
        }
        Map<TopicPartition, Long> clocks = new HashMap<>();
        for (Map.Entry<TopicPartition, Future<RecordMetadata>> tick : ticks.entrySet()) {
            clocks.put(tick.getKey(), tick.getValue().get().timestamp());
        }
        return clocks;
    }

    private OptionalLong newest(Collection<TopicPartition> actions)
            throws ExecutionException, InterruptedException {
        Map<String, Object> client =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(client)) {
            return LogTime.newest(admin, actions);
        }
    }

    /** Appends a version; returns when the broker has it. */
    public Published publish(Hunt hunt) throws InterruptedException, ExecutionException {
        return append(hunt, null);
    }

    /**
     * Appends a version to a topic whose times are given by who sends.
     *
     * @param appendTime ms UTC
     */
    public Published publish(Hunt hunt, long appendTime)
            throws InterruptedException, ExecutionException {
        return append(hunt, appendTime);
    }

    private Published append(Hunt hunt, Long appendTime)
            throws InterruptedException, ExecutionException {
        RecordMetadata place = append(new Publication.Published(hunt), appendTime);
        return new Published(place.offset(), PublishedHunts.effectiveAt(hunt, place.timestamp()));
    }

    /** Says that a version counts for nobody; returns when the broker has it. */
    public void makeVoid(PublishedHunts.Id id) throws InterruptedException, ExecutionException {
        append(new Publication.Voided(id.hunt(), id.version()), null);
    }

    private RecordMetadata append(Publication publication, Long appendTime)
            throws InterruptedException, ExecutionException {
        byte[] key =
                (publication.hunt() + "/" + publication.version()).getBytes(StandardCharsets.UTF_8);
        byte[] value = PublicationCodec.encode(publication, keys);
        return producer.send(new ProducerRecord<>(hunts.topic(), 0, appendTime, key, value)).get();
    }

    /** Returns when the clock of the broker of {@code hunts} has come to a time, ms UTC. */
    public void awaitTime(long at) throws InterruptedException, ExecutionException {
        for (long now = clock(hunts); now < at; now = clock(hunts)) {
            Thread.sleep(at - now);
        }
    }

    private long clock(TopicPartition partition) throws InterruptedException, ExecutionException {
        return producer.send(Ticker.tick(partition)).get().timestamp();
    }

    /**
     * Where a version stands.
     *
     * @param effectiveAt ms UTC from which on it is in effect
     */
    public record Published(long offset, long effectiveAt) {}

    @Override
    public void close() {
        producer.close();
    }
}
