package treasurehunt.endtoend;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.testkit.Poll;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads results as players see them and remembers only what they come to: a million are no burden.
 */
final class ShownResults implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader = new Thread(this::read, "shown-results");
    private final Map<String, Long> versions = new HashMap<>();
    private Window window = new Window();
    private boolean open;
    private long answers;
    private long pointChanges;
    private AssertionError failure;

    ShownResults(HuntSystem system) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                system.bootstrapServers(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_uncommitted",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(TopicSettings.RESULTS).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        reader.setDaemon(true);
        reader.start();
    }

    /** The answers of some time, by the broker's clock. */
    static final class Window {
        private final TreeMap<Integer, Long> byDelay = new TreeMap<>();
        private long count;

        private void add(Result result, long given) {
            byDelay.merge((int) (given - result.at()), 1L, Long::sum);
            count++;
        }

        /** In ms, from the broker's having the action to its having the answer. */
        int percentile(double share) {
            long left = (long) Math.ceil(count * share);
            for (Map.Entry<Integer, Long> delay : byDelay.entrySet()) {
                left -= delay.getValue();
                if (left <= 0) {
                    return delay.getKey();
                }
            }
            return 0;
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "\"answers\":%d,\"p50_ms\":%d,\"p99_ms\":%d,\"most_ms\":%d",
                    count,
                    percentile(0.5),
                    percentile(0.99),
                    percentile(1));
        }
    }

    /** What is answered from now on goes into a new window. */
    synchronized void begin() {
        window = new Window();
        open = true;
    }

    /** What is answered from now on goes into none. */
    synchronized void end() {
        open = false;
    }

    /** The newest window. */
    synchronized Window current() {
        return window;
    }

    /** How many actions were answered so far. */
    synchronized long answers() {
        if (failure != null) {
            throw failure;
        }
        return answers;
    }

    /** How often points changed so far. */
    synchronized long pointChanges() {
        return pointChanges;
    }

    /** Of all players, each by his newest. */
    synchronized long sumOfVersions() {
        return versions.values().stream().mapToLong(version -> version).sum();
    }

    /** Waits until so many actions are answered. */
    void await(long wanted) {
        if (!Poll.until(HuntSystem.PATIENCE, () -> answers() >= wanted)) {
            throw new AssertionError(answers() + " answers, but not " + wanted);
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(ResultCodec.decode(record.value()), record.timestamp());
                }
            }
        } catch (WakeupException closed) {
            // The end, as asked for.
        } catch (MalformedJsonException e) {
            fail(new AssertionError("a result that cannot be read", e));
        }
    }

    private synchronized void fail(AssertionError why) {
        failure = why;
    }

    private synchronized void take(Result result, long given) {
        versions.merge(result.player(), result.version(), Math::max);
        pointChanges +=
                result.effects().stream().filter(effect -> effect instanceof Effect.Points).count();
        if (result.asked().isPresent()) {
            answers++;
            if (open) {
                window.add(result, given);
            }
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
