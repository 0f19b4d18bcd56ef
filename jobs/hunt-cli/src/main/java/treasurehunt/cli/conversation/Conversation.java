package treasurehunt.cli.conversation;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.Members;
import treasurehunt.schemas.json.StrictJson;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Sends actions one after another and waits for each one's answer. Answers are read before they are
 * committed: the engine would give the same again.
 */
public final class Conversation implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final StrictJson JSON = new StrictJson(64);

    private final Duration patience;
    private final Consumer<byte[], byte[]> answers;
    private final Producer<byte[], byte[]> actions;

    /**
     * What the engine answered, as it stands on its topic.
     *
     * @param announcements of what time had brought to the same player before
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what is printed
    public record Answer(byte[] json, boolean isDeadLetter, List<byte[]> announcements) {}

    private Conversation(
            Duration patience, Consumer<byte[], byte[]> answers, Producer<byte[], byte[]> actions) {
        this.patience = patience;
        this.answers = answers;
        this.actions = actions;
    }

    /** Listens from now on. */
    public static Conversation with(Broker broker, Duration patience)
            throws CommandFailedException {
        List<TopicPartition> partitions =
                broker.partitions(
                        TopicSettings.RESULTS, TopicSettings.DEAD_LETTERS, TopicSettings.ACTIONS);
        partitions.removeIf(partition -> partition.topic().equals(TopicSettings.ACTIONS));
        Consumer<byte[], byte[]> answers = broker.consumer(IsolationLevel.READ_UNCOMMITTED);
        answers.assign(partitions);
        // Asked for here and now: by itself the consumer would ask when the answer may be out.
        answers.endOffsets(partitions).forEach(answers::seek);
        return new Conversation(patience, answers, broker.producer());
    }

    /** The engine's answer to an action; {@code key} is {@code null} where nobody can be read. */
    public Answer ask(byte[] key, byte[] action)
            throws CommandFailedException, InterruptedException, ExecutionException {
        return ask(new ProducerRecord<>(TopicSettings.ACTIONS, key, action));
    }

    /** The engine's answer to an action that is sealed under the newest of these keys. */
    public Answer ask(byte[] key, byte[] action, Keys keys)
            throws CommandFailedException, InterruptedException, ExecutionException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TopicSettings.ACTIONS, key, action);
        record.headers().add(ActionSeal.HEADER, ActionSeal.of(keys, key, action));
        return ask(record);
    }

    private Answer ask(ProducerRecord<byte[], byte[]> action)
            throws CommandFailedException, InterruptedException, ExecutionException {
        byte[] key = action.key();
        RecordMetadata place = actions.send(action).get();
        List<byte[]> announcements = new ArrayList<>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<byte[], byte[]> record : answers.poll(POLL)) {
                boolean isDeadLetter = record.topic().equals(TopicSettings.DEAD_LETTERS);
                if (isDeadLetter ? isOf(place, record) : isOf(place, key, record)) {
                    return new Answer(record.value(), isDeadLetter, announcements);
                }
                if (!isDeadLetter && isAnnouncement(key, record)) {
                    announcements.add(record.value());
                }
            }
        }
        throw new CommandFailedException(
                "No answer within "
                        + patience.toMillis()
                        + " ms. The action is in the log at "
                        + id(place)
                        + " and will be answered: is the engine running? Look with ./hunt tail"
                        + " results --from-start.");
    }

    /**
     * What time has brought to a player since somebody last asked, after waiting a moment for it:
     * announcements as they stand on the topic.
     */
    public List<byte[]> news(byte[] key) {
        List<byte[]> news = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : answers.poll(POLL)) {
            if (record.topic().equals(TopicSettings.RESULTS) && isAnnouncement(key, record)) {
                news.add(record.value());
            }
        }
        return news;
    }

    private static boolean isOf(
            RecordMetadata place, byte[] key, ConsumerRecord<byte[], byte[]> result) {
        return Arrays.equals(key, result.key())
                && text(result.value(), "id").equals(Optional.of(id(place)));
    }

    private static boolean isAnnouncement(byte[] key, ConsumerRecord<byte[], byte[]> result) {
        return Arrays.equals(key, result.key())
                && text(result.value(), "code").equals(Optional.of(Code.DUE.name()));
    }

    private static boolean isOf(RecordMetadata place, ConsumerRecord<byte[], byte[]> record) {
        try {
            DeadLetter letter = DeadLetterCodec.decode(record.value());
            return letter.place().filter(at -> at.topic().equals(TopicSettings.ACTIONS)).isPresent()
                    && letter.id().equals(id(place));
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    private static Optional<String> text(byte[] result, String name) {
        try {
            return new Members(JSON.read(result)).optionalText(name);
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static String id(RecordMetadata place) {
        return place.partition() + ":" + place.offset();
    }

    @Override
    public void close() {
        answers.close();
        actions.close();
    }
}
