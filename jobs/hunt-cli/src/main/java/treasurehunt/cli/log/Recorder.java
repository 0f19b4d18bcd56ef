package treasurehunt.cli.log;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.connector.kafka.source.RawRecords;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.log.RecordedLog;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads {@code actions} from its first record to what was its last when reading began. */
final class Recorder {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Broker broker;
    private final Progress progress;

    Recorder(Broker broker, Progress progress) {
        this.broker = broker;
        this.progress = progress;
    }

    /** Told how far it has come. */
    @FunctionalInterface
    interface Progress {
        void at(long records, long all);
    }

    /**
     * What was recorded.
     *
     * @param begunAt by partition, the first offset there was, where it was not 0
     */
    record Recorded(long records, int partitions, Map<Integer, Long> begunAt) {}

    Recorded writeTo(OutputStream out) throws CommandFailedException, IOException {
        List<TopicPartition> partitions = broker.partitions(TopicSettings.ACTIONS);
        Intake intake = new Intake(OptionalInt.of(partitions.size()));
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_UNCOMMITTED)) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long all = sum(ends) - sum(begins);
            long records = 0;
            consumer.assign(partitions);
            begins.forEach(consumer::seek);
            while (!isAt(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < ends.get(partitions.get(record.partition()))) {
                        out.write(line(record, intake));
                        out.write('\n');
                        records++;
                    }
                }
                progress.at(records, all);
            }
            return new Recorded(records, partitions.size(), late(begins));
        }
    }

    /** Whether every partition has been read; what is finished is fetched no more. */
    private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> finished =
                ends.entrySet().stream()
                        .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                        .map(end -> end.getKey())
                        .toList();
        consumer.pause(finished);
        return finished.size() == ends.size();
    }

    private static byte[] line(ConsumerRecord<byte[], byte[]> record, Intake intake) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return RecordedLog.encode(RawRecords.of(record), headers, intake);
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(offset -> offset).sum();
    }

    private static Map<Integer, Long> late(Map<TopicPartition, Long> begins) {
        Map<Integer, Long> late = new TreeMap<>();
        begins.forEach(
                (partition, begin) -> {
                    if (begin > 0) {
                        late.put(partition.partition(), begin);
                    }
                });
        return late;
    }
}
