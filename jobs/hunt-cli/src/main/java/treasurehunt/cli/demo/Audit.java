package treasurehunt.cli.demo;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.connector.kafka.source.RawRecords;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads what is committed and compares it with the log of actions: exactly one answer each? */
final class Audit {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Places actions = new Places();
    private final Ids seen = new Ids();
    private final Map<Code, Long> results = new EnumMap<>(Code.class);
    private long deadLetters;
    private long duplicates;
    private long completed;

    private Audit() {}

    /**
     * What an audit found.
     *
     * @param actions records in the log, without ticks
     * @param answered of them, by a result or a dead letter
     * @param duplicates answers to what had been answered, and announcements made again
     * @param results by their codes, announcements with them
     * @param completed results that completed a hunt
     */
    record Finding(
            long actions,
            long answered,
            long deadLetters,
            long duplicates,
            Map<Code, Long> results,
            long completed) {
        long unanswered() {
            return actions - answered;
        }
    }

    /**
     * Audits all actions that are in the log now.
     *
     * @param patience how long to wait for answers to be committed
     */
    static Finding of(Broker broker, Duration patience)
            throws CommandFailedException, MalformedJsonException {
        Audit audit = new Audit();
        audit.readActions(broker);
        audit.readAnswers(broker, System.nanoTime() + patience.toNanos());
        return new Finding(
                audit.actions.size(),
                audit.actions.common(audit.seen.answers()),
                audit.deadLetters,
                audit.duplicates,
                audit.results,
                audit.completed);
    }

    private void readActions(Broker broker) throws CommandFailedException {
        List<TopicPartition> log = broker.partitions(TopicSettings.ACTIONS);
        try (Consumer<byte[], byte[]> consumer = fromStart(broker, log)) {
            Map<TopicPartition, Long> end = consumer.endOffsets(log);
            while (isBefore(consumer, end)) {
                consumer.poll(POLL).forEach(this::action);
            }
        }
    }

    private void action(ConsumerRecord<byte[], byte[]> record) {
        if (!RawRecords.of(record).tick()) {
            actions.add(record.partition(), record.offset());
        }
    }

    private void readAnswers(Broker broker, long deadline)
            throws CommandFailedException, MalformedJsonException {
        Collection<TopicPartition> topics = answerPartitions(broker);
        try (Consumer<byte[], byte[]> consumer = fromStart(broker, topics)) {
            while (actions.common(seen.answers()) < actions.size()
                    && System.nanoTime() < deadline) {
                read(consumer);
            }
            // An answer given twice may stand anywhere behind.
            Map<TopicPartition, Long> end = consumer.endOffsets(topics);
            while (isBefore(consumer, end)) {
                read(consumer);
            }
        }
    }

    /** Where answers stand. */
    static List<TopicPartition> answerPartitions(Broker broker) throws CommandFailedException {
        List<TopicPartition> partitions = new ArrayList<>(broker.partitions(TopicSettings.RESULTS));
        partitions.addAll(broker.partitions(TopicSettings.DEAD_LETTERS));
        return partitions;
    }

    private static Consumer<byte[], byte[]> fromStart(
            Broker broker, Collection<TopicPartition> partitions) {
        Consumer<byte[], byte[]> consumer = broker.consumer(IsolationLevel.READ_COMMITTED);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static boolean isBefore(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream()
                .anyMatch(
                        partition -> consumer.position(partition.getKey()) < partition.getValue());
    }

    private void read(Consumer<byte[], byte[]> consumer) throws MalformedJsonException {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.topic().equals(TopicSettings.RESULTS)) {
                result(ResultCodec.decode(record.value()));
            } else {
                count(seen.add(DeadLetterCodec.decode(record.value())));
                deadLetters++;
            }
        }
    }

    private void result(Result result) {
        count(seen.add(result));
        results.merge(result.code(), 1L, Long::sum);
        if (result.effects().stream().anyMatch(effect -> effect instanceof Effect.Completed)) {
            completed++;
        }
    }

    private void count(boolean isNew) {
        duplicates += isNew ? 0 : 1;
    }
}
