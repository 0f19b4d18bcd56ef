package treasurehunt.cli.log;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.JsonLine;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads what is committed in {@code results} and {@code dead-letters}, from the first record on.
 */
final class AnswerRecorder {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int DEPTH = 64;
    private static final StrictJson JSON = new StrictJson(DEPTH);

    private final Broker broker;
    private final Progress progress;

    AnswerRecorder(Broker broker, Progress progress) {
        this.broker = broker;
        this.progress = progress;
    }

    /**
     * Writes a line for each answer; a partition's stay in their order.
     *
     * @param unanswered the actions whose answers are waited for; has those left that got none
     * @param most how long to wait for one more of them to be answered
     * @return how many lines
     */
    long writeTo(OutputStream out, Unanswered unanswered, Duration most)
            throws CommandFailedException, IOException {
        List<TopicPartition> partitions = broker.answerPartitions();
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long lines =
                    readUntilAnswered(
                            consumer, out, unanswered, new Patience(most, System::nanoTime));
            // An answer given twice may stand anywhere behind.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Duration stalled = most.compareTo(Recorder.STALLED) > 0 ? most : Recorder.STALLED;
            return lines
                    + readTo(
                            ends,
                            consumer,
                            out,
                            unanswered,
                            new Patience(stalled, System::nanoTime));
        } finally {
            progress.end();
        }
    }

    private long readUntilAnswered(
            Consumer<byte[], byte[]> consumer,
            OutputStream out,
            Unanswered unanswered,
            Patience patience)
            throws IOException {
        long all = unanswered.count();
        long lines = 0;
        while (unanswered.count() > 0 && !patience.isOver()) {
            long before = unanswered.count();
            lines += readSome(consumer, out, unanswered);
            if (unanswered.count() < before) {
                patience.goesOn();
            }
            progress.at(all - unanswered.count(), all);
        }
        return lines;
    }

    /** Reads on to these offsets; refuses a broker that gives nothing more before. */
    static long readTo(
            Map<TopicPartition, Long> ends,
            Consumer<byte[], byte[]> consumer,
            OutputStream out,
            Unanswered unanswered,
            Patience patience)
            throws CommandFailedException, IOException {
        long lines = 0;
        while (!WholeTopics.isAt(consumer, ends)) {
            if (patience.isOver()) {
                throw new CommandFailedException(
                        "Kafka gives no more of results and dead-letters, though more stands there. Is the broker still there?");
            }
            int more = readSome(consumer, out, unanswered);
            if (more > 0) {
                patience.goesOn();
            }
            lines += more;
        }
        return lines;
    }

    private static int readSome(
            Consumer<byte[], byte[]> consumer, OutputStream out, Unanswered unanswered)
            throws IOException {
        int lines = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (isOfAnotherTopic(record)) {
                continue;
            }
            out.write(line(record.value()));
            out.write('\n');
            takeIn(record, unanswered);
            lines++;
        }
        return lines;
    }

    /** Other jobs have dead letters, too, about what they read. */
    private static boolean isOfAnotherTopic(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(TopicSettings.DEAD_LETTERS) || record.value() == null) {
            return false;
        }
        try {
            return !DeadLetterCodec.decode(record.value()).isOf(TopicSettings.ACTIONS);
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    /** The value as it stands; what the engine never writes is made a line of JSON. */
    private static byte[] line(byte[] value) {
        boolean isLine = value != null && value.length > 0 && value[0] == '{' && !breaks(value);
        return isLine ? value : JsonLine.of(value).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean breaks(byte[] value) {
        for (byte b : value) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static void takeIn(ConsumerRecord<byte[], byte[]> record, Unanswered unanswered) {
        if (record.value() == null) {
            return;
        }
        try {
            if (record.topic().equals(TopicSettings.DEAD_LETTERS)) {
                unanswered.answeredBy(DeadLetterCodec.decode(record.value()).id());
            } else if (JSON.read(record.value()).get("id") instanceof String id) {
                unanswered.answeredBy(id);
            }
        } catch (MalformedJsonException e) {
            // It answers nothing; whoever reads the file sees what stands there.
        }
    }
}
