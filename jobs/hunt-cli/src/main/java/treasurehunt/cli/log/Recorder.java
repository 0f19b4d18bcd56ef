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
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.log.RecordedLog;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Reads {@code actions} from its first record to what was its last when reading began. */
final class Recorder {
    /** After this a broker that gives nothing of what it has counts as gone. */
    static final Duration STALLED = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(500);

    private final Broker broker;
    private final Seals seals;
    private final Progress progress;

    Recorder(Broker broker, Seals seals, Progress progress) {
        this.broker = broker;
        this.seals = seals;
        this.progress = progress;
    }

    /**
     * What was recorded.
     *
     * @param begunAt by partition, the first offset there was, where it was not 0
     * @param stoppedAt by partition, the offset behind the last record
     */
    record Recorded(long records, Map<Integer, Long> begunAt, Map<Integer, Long> stoppedAt) {}

    /**
     * Writes a line for each record.
     *
     * @param unanswered is given what must be answered: every record but ticks
     */
    Recorded writeTo(OutputStream out, Unanswered unanswered)
            throws CommandFailedException, IOException {
        List<TopicPartition> partitions = broker.partitions(TopicSettings.ACTIONS);
        Intake intake = new Intake(OptionalInt.of(partitions.size()), seals);
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_UNCOMMITTED)) {
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long all = sum(ends) - sum(begins);
            long records = 0;
            consumer.assign(partitions);
            begins.forEach(consumer::seek);
            Patience patience = new Patience(STALLED, System::nanoTime);
            while (!isAt(consumer, ends)) {
                if (patience.isOver()) {
                    throw new CommandFailedException(
                            "Kafka gives no more of actions, though more stands there. Is the broker still there?");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    patience.goesOn();
                    if (record.offset() < ends.get(partitions.get(record.partition()))) {
                        write(record, intake, out, unanswered);
                        records++;
                    }
                }
                progress.at(records, all);
            }
            return new Recorded(
                    records, where(begins, begin -> begin > 0), where(ends, end -> true));
        } finally {
            progress.end();
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

    private static void write(
            ConsumerRecord<byte[], byte[]> record,
            Intake intake,
            OutputStream out,
            Unanswered unanswered)
            throws IOException {
        RawRecord raw = RawRecords.of(record);
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        out.write(RecordedLog.encode(raw, headers, intake));
        out.write('\n');
        if (!raw.tick()) {
            unanswered.add(raw.partition(), raw.offset());
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(offset -> offset).sum();
    }

    /** By the partitions' numbers, those offsets of which something holds. */
    private static Map<Integer, Long> where(
            Map<TopicPartition, Long> offsets, LongPredicate holds) {
        Map<Integer, Long> found = new TreeMap<>();
        offsets.forEach(
                (partition, offset) -> {
                    if (holds.test(offset)) {
                        found.put(partition.partition(), offset);
                    }
                });
        return found;
    }
}
