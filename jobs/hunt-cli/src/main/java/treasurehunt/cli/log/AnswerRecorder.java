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
     * @param patience how long to wait
     * @return how many lines
     */
    long writeTo(OutputStream out, Unanswered unanswered, Duration patience)
            throws CommandFailedException, IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        long all = unanswered.count();
        long lines = 0;
        List<TopicPartition> partitions = broker.answerPartitions();
        try (Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (unanswered.count() > 0 && System.nanoTime() < deadline) {
                lines += readSome(consumer, out, unanswered);
                progress.at(all - unanswered.count(), all);
            }
            // An answer given twice may stand anywhere behind.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!isAt(consumer, ends)) {
                lines += readSome(consumer, out, unanswered);
            }
        } finally {
            progress.end();
        }
        return lines;
    }

    private static boolean isAt(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static int readSome(
            Consumer<byte[], byte[]> consumer, OutputStream out, Unanswered unanswered)
            throws IOException {
        int lines = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            out.write(line(record.value()));
            out.write('\n');
            takeIn(record, unanswered);
            lines++;
        }
        return lines;
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
