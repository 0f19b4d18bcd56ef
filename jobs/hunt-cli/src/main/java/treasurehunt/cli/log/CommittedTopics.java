package treasurehunt.cli.log;

import static java.util.stream.Collectors.joining;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is committed in some topics, from the first record on to what is the end now. */
public final class CommittedTopics {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;
    private final List<String> topics;

    /** These topics of a broker. */
    public CommittedTopics(Broker broker, String... topics) {
        this.broker = broker;
        this.topics = List.of(topics);
    }

    /** Takes one record. */
    @FunctionalInterface
    public interface Reader {
        void take(ConsumerRecord<byte[], byte[]> record) throws Exception;
    }

    /** Hands on each record, a partition's in their order. */
    public void read(Reader reader) throws Exception {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            partitions.addAll(broker.partitions(topic));
        }
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Patience patience = new Patience(Recorder.STALLED, System::nanoTime);
            while (!isAt(consumer, ends)) {
                if (patience.isOver()) {
                    throw new CommandFailedException(
                            "Kafka gives no more of %s, though more stands there. Is the broker still there?"
                                    .formatted(topics.stream().collect(joining(" and "))));
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.take(record);
                    patience.goesOn();
                }
            }
        }
    }

    /** Whether all there is before these offsets has been read. */
    static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
