package treasurehunt.connector.kafka.source;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.topic.LogTime;
import treasurehunt.schemas.action.RawRecord;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes time pass where nobody acts: writes a tick to each partition of {@code actions} whose end
 * has not moved for a second. Works on a thread of its own with clients of its own, throws nothing
 * and holds no checkpoint: without it nothing but announcements to silent players waits.
 *
 * <p>Registers {@code ticks}, {@code failedTicks} and {@code brokerClockMs}: by how much a broker's
 * clock, as the last acknowledged ticks told it, is ahead of this machine's; of the broker whose
 * clock is furthest off.
 */
public final class Ticker implements Closeable {
    /** How long a partition may be quiet. */
    public static final Duration QUIET = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PATIENCE_MS = (int) PATIENCE.toMillis();

    private final String bootstrapServers;
    private final List<TopicPartition> partitions;
    private final Counter ticks;
    private final Counter failures;
    private final Thread thread;
    private final QuietPartitions quiet = new QuietPartitions(QUIET);
    private final BrokerClocks clocks = new BrokerClocks();
    private volatile boolean closed;
    private volatile boolean failing;
    private volatile boolean toldOfFailure;
    private volatile boolean clocksDiffer;

    private Ticker(String bootstrapServers, String topic, int partitions, MetricGroup metrics) {
        this.bootstrapServers = bootstrapServers;
        this.partitions =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        ticks = metrics.counter("ticks");
        failures = metrics.counter("failedTicks");
        metrics.gauge("brokerClockMs", (Gauge<Long>) clocks::furthestOff);
        thread = new Thread(this::run, "ticker");
        thread.setDaemon(true);
    }

    /** Starts one for a topic; whatever the brokers do, this returns at once. */
    public static Ticker start(
            String bootstrapServers, String topic, int partitions, MetricGroup metrics) {
        Ticker ticker = new Ticker(bootstrapServers, topic, partitions, metrics);
        ticker.thread.start();
        return ticker;
    }

    /** The record that makes time pass. */
    public static ProducerRecord<byte[], byte[]> tick(TopicPartition partition) {
        ProducerRecord<byte[], byte[]> tick =
                new ProducerRecord<>(partition.topic(), partition.partition(), null, null);
        tick.headers().add(RawRecord.TICK, new byte[0]);
        return tick;
    }

    private void run() {
        while (!closed) {
            // Anew after each failure: whatever state the clients were in goes with them.
            try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                    KafkaProducer<byte[], byte[]> producer = producer()) {
                tickUntilItFails(consumer, producer);
            } catch (Throwable e) {
                failed(e);
            }
            pause();
        }
    }

    private void tickUntilItFails(
            KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        failing = false;
        while (!closed && !failing) {
            Map<TopicPartition, Long> now = consumer.endOffsets(partitions, PATIENCE);
            for (TopicPartition partition : partitions) {
                if (quiet.isQuiet(partition, now.get(partition), System.nanoTime())) {
                    var unused = producer.send(tick(partition), this::acknowledged);
                }
            }
            pause();
        }
        producer.close(Duration.ZERO);
    }

    private void acknowledged(RecordMetadata place, Exception failure) {
        if (failure != null) {
            failed(failure);
            return;
        }
        ticks.inc();
        toldOfFailure = false;
        clocks.told(
                new TopicPartition(place.topic(), place.partition()),
                place.timestamp() - System.currentTimeMillis());
        long furthest = clocks.furthestOff();
        boolean differ = Math.abs(furthest) > LogTime.CLOCKS_AGREE_WITHIN.toMillis();
        if (differ && !clocksDiffer) {
            LOG.error(
                    "The clock of a broker of {} is {} ms ahead of this machine's. Time in the log follows the"
                            + " brokers: set their clocks right, and publish nothing until they are.",
                    place.topic(),
                    furthest);
        }
        clocksDiffer = differ;
    }

    private void failed(Throwable failure) {
        failing = true;
        if (closed) {
            return;
        }
        failures.inc();
        if (!toldOfFailure) {
            LOG.warn(
                    "No tick until this ends: silent players hear later of what falls due. {}",
                    failure.toString());
        }
        toldOfFailure = true;
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS,
                        // A tick that comes late is worth nothing.
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Ends it; returns when its thread has, or after a second. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(QUIET.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
