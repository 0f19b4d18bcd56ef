package treasurehunt.cli.demo.crowd;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what the engine answers before it is committed, as a gateway does: what is seen again after
 * a failure is passed over.
 */
public final class Answers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_BYTES = 32 * 1024;
    private static final int FETCH_MILLIS = 5;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<List<Sight>> sink;
    private final Consumer<RuntimeException> onFailure;
    private final Ids seen = new Ids();
    private final Thread reader = new Thread(this::read, "answers");

    /**
     * Reads on a thread of its own what is answered from now on.
     *
     * @param partitions of the topics of answers
     * @param sink told of every answer, in the order in which a player's were given
     */
    public Answers(
            String bootstrapServers,
            List<TopicPartition> partitions,
            Consumer<List<Sight>> sink,
            Consumer<RuntimeException> onFailure) {
        this.sink = sink;
        this.onFailure = onFailure;
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_uncommitted",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                // A fetch for every single answer would keep the broker busy.
                                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                                FETCH_BYTES,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                FETCH_MILLIS),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // That is found out at once and not when reading begins.
        partitions.forEach(consumer::position);
        reader.setDaemon(true);
    }

    public void start() {
        reader.start();
    }

    @Override
    public void close() {
        if (!reader.isAlive()) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                long now = System.nanoTime();
                List<Sight> sights = new ArrayList<>(records.count());
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    sight(record, now).ifPresent(sights::add);
                }
                if (!sights.isEmpty()) {
                    sink.accept(sights);
                }
            }
        } catch (WakeupException closed) {
            // The end, as asked for.
        } catch (MalformedJsonException e) {
            onFailure.accept(new IllegalStateException("An answer cannot be read: " + e, e));
        } catch (RuntimeException e) {
            onFailure.accept(e);
        }
    }

    private Optional<Sight> sight(ConsumerRecord<byte[], byte[]> record, long now)
            throws MalformedJsonException {
        if (record.topic().equals(TopicSettings.RESULTS)) {
            Result result = ResultCodec.decode(record.value());
            return seen.add(result) ? Optional.of(Sight.of(result, now)) : Optional.empty();
        }
        DeadLetter letter = DeadLetterCodec.decode(record.value());
        return letter.isOf(TopicSettings.ACTIONS) && seen.add(letter)
                ? Optional.of(Sight.of(letter, now))
                : Optional.empty();
    }
}
