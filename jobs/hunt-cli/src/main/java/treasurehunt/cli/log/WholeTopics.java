package treasurehunt.cli.log;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What stands in some topics, from the first record on to what is the end now. */
public final class WholeTopics {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;
    private final IsolationLevel isolation;
    private final String[] topics;

    private WholeTopics(Broker broker, IsolationLevel isolation, String... topics) {
        this.broker = broker;
        this.isolation = isolation;
        this.topics = topics.clone();
    }

    /** What is committed in these topics of a broker. */
    public static WholeTopics committed(Broker broker, String... topics) {
        return new WholeTopics(broker, IsolationLevel.READ_COMMITTED, topics);
    }

    /** What players have been shown there: more, and after a failure some of it twice. */
    public static WholeTopics shown(Broker broker, String... topics) {
        return new WholeTopics(broker, IsolationLevel.READ_UNCOMMITTED, topics);
    }

    /** Takes one record. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        void take(ConsumerRecord<byte[], byte[]> record) throws E;
    }

    /** Hands on each record, a partition's in their order. */
    public <E extends Exception> void read(Reader<E> reader) throws E, CommandFailedException {
        List<TopicPartition> partitions = broker.partitions(topics);
        try (Consumer<byte[], byte[]> consumer = broker.consumer(isolation)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Patience patience = new Patience(Recorder.STALLED, System::nanoTime);
            while (!isAt(consumer, ends)) {
                if (patience.isOver()) {
                    throw new CommandFailedException(
                            "Kafka gives no more of %s, though more stands there. Is the broker still there?"
                                    .formatted(String.join(" and ", topics)));
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.take(record);
                    patience.goesOn();
                }
            }
        }
    }

    /**
     * Whether a consumer group has committed that it has read all there is now, within this time.
     * Its offsets alone do not tell: behind the last record stand the ends of transactions.
     */
    public boolean awaitReadBy(String group, Duration most) throws CommandFailedException {
        List<TopicPartition> partitions = broker.partitions(topics);
        try (Admin admin = broker.admin();
                Consumer<byte[], byte[]> consumer = broker.consumer(isolation)) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Patience patience = new Patience(most, System::nanoTime);
            while (!patience.isOver()) {
                Map<TopicPartition, OffsetAndMetadata> read =
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                for (TopicPartition partition : partitions) {
                    OffsetAndMetadata offset = read.get(partition);
                    if (offset == null) {
                        consumer.seekToBeginning(List.of(partition));
                    } else {
                        consumer.seek(partition, offset);
                    }
                }
                if (holdsNothing(consumer, ends, patience)) {
                    return true;
                }
                // Who reads needs the processors more.
                Thread.sleep(POLL.toMillis());
            }
            return false;
        } catch (ExecutionException e) {
            throw new CommandFailedException(
                    "Kafka does not say how far %s has read: %s"
                            .formatted(group, e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("Interrupted while waiting for " + group, e);
        }
    }

    /** Whether no record stands from where the consumer is to the ends. */
    private static boolean holdsNothing(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Patience patience) {
        while (!isAt(consumer, ends)) {
            if (!consumer.poll(POLL).isEmpty() || patience.isOver()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all there is before these offsets has been read. */
    static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
