package treasurehunt.cli.log;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.JsonLine;
import treasurehunt.connector.kafka.topic.TopicSettings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads what is committed in {@code progress}, from the first record on to what is the end now. */
final class SnapshotRecorder {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;

    SnapshotRecorder(Broker broker) {
        this.broker = broker;
    }

    /** Writes a line for each record, its key and its value; how many. */
    long writeTo(OutputStream out) throws CommandFailedException, IOException {
        List<TopicPartition> partitions = broker.partitions(TopicSettings.PROGRESS);
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Patience patience = new Patience(Recorder.STALLED, System::nanoTime);
            long lines = 0;
            while (!isAt(consumer, ends)) {
                if (patience.isOver()) {
                    throw new CommandFailedException(
                            "Kafka gives no more of progress, though more stands there. Is the broker still there?");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    out.write(line(record).getBytes(StandardCharsets.UTF_8));
                    patience.goesOn();
                    lines++;
                }
            }
            return lines;
        }
    }

    private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        return "{\"key\":%s,\"value\":%s}%n"
                .formatted(JsonLine.of(record.key()), JsonLine.of(record.value()));
    }
}
