package treasurehunt.connector.kafka.hunts;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads every definition in {@code hunts} from the first on, and then those that come. */
public final class HuntTopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final HuntListener listener;
    private final Thread follower;

    /** Takes what stands in {@code hunts}, in its order, on the reader's thread. */
    public interface HuntListener {
        void hunt(Hunt hunt, long offset);

        /** A record that is no definition; nobody is judged by it. */
        void refused(long offset, String why);

        /** Reading has ended with an error; nothing will come any more. */
        void failed(Throwable error);
    }

    public HuntTopicReader(String bootstrapServers, String topic, HuntListener listener) {
        this.listener = listener;
        partition = new TopicPartition(topic, 0);
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        follower = new Thread(this::follow, "hunts-reader");
        follower.setDaemon(true);
    }

    /** The hunts that are published now, by id: of two records with one id the first counts. */
    public static Map<String, Hunt> published(String bootstrapServers, String topic) {
        Map<String, Hunt> hunts = new LinkedHashMap<>();
        HuntListener collect =
                new HuntListener() {
                    @Override
                    public void hunt(Hunt hunt, long offset) {
                        hunts.putIfAbsent(hunt.id(), hunt);
                    }

                    @Override
                    public void refused(long offset, String why) {
                        // It counts for nobody: the engine reports it, and nothing is published by
                        // it.
                    }

                    @Override
                    public void failed(Throwable error) {
                        throw new IllegalStateException("nobody follows here", error);
                    }
                };
        try (HuntTopicReader reader = new HuntTopicReader(bootstrapServers, topic, collect)) {
            reader.readToEnd();
        }
        return hunts;
    }

    /** Reads what is there now; returns when the listener has had all of it. */
    public void readToEnd() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(this::hand);
        }
    }

    /** Goes on, on a thread of its own, with what comes after {@link #readToEnd()}. */
    public void followOn() {
        follower.start();
    }

    private void follow() {
        try {
            while (true) {
                consumer.poll(POLL).forEach(this::hand);
            }
        } catch (WakeupException closed) {
            // This is how close() ends it.
        } catch (Throwable e) {
            listener.failed(e);
        } finally {
            consumer.close();
        }
    }

    private void hand(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() == null) {
                listener.refused(record.offset(), "no value");
            } else {
                listener.hunt(HuntCodec.decode(record.value()), record.offset());
            }
        } catch (RefusedHuntException e) {
            // Not what is wrong with it: that may quote the hunt's secrets, and this goes to logs.
            listener.refused(
                    record.offset(),
                    "no playable definition, " + e.problems().size() + " problems");
        }
    }

    @Override
    public void close() {
        if (!follower.isAlive()) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            follower.join();
        } catch (InterruptedException e) {
            // Whoever interrupts wants to leave at once; the thread ends by itself.
            Thread.currentThread().interrupt();
        }
    }
}
