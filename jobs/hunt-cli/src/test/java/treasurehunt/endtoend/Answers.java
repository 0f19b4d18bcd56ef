package treasurehunt.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an engine wrote to its two topics. */
record Answers(Broker broker, String results, String deadLetters) {
    private static final Duration POLL = Duration.ofMillis(100);

    /** Waits until so many actions are answered for readers of either kind, as long as any come. */
    void await(int actions, IsolationLevel isolation) throws Exception {
        Set<String> answered = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = fromStart(isolation)) {
            long last = System.nanoTime();
            while (answered.size() < actions) {
                int before = answered.size();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    placeOfAction(record, answered);
                }
                last = answered.size() > before ? System.nanoTime() : last;
                if (System.nanoTime() - last > HuntSystem.PATIENCE.toNanos()) {
                    throw new AssertionError(
                            "only %d of %d actions are answered"
                                    .formatted(answered.size(), actions));
                }
            }
        }
    }

    private void placeOfAction(ConsumerRecord<byte[], byte[]> record, Set<String> answered)
            throws MalformedJsonException {
        if (record.topic().equals(results)) {
            Result result = ResultCodec.decode(record.value());
            result.asked().ifPresent(asked -> answered.add(result.id()));
        } else {
            DeadLetter letter = DeadLetterCodec.decode(record.value());
            letter.place().ifPresent(place -> answered.add(letter.id()));
        }
    }

    /** All that committed readers see. */
    Judged committed() throws Exception {
        Judged judged = new Judged();
        for (ConsumerRecord<byte[], byte[]> record : all(IsolationLevel.READ_COMMITTED)) {
            if (record.topic().equals(results)) {
                judged.result(record.value());
            } else {
                judged.letter(record.value());
            }
        }
        return judged;
    }

    /**
     * How many answers uncommitted readers see again; refuses one that is another the second time.
     */
    int shownAgain() throws Exception {
        Map<String, String> shown = new HashMap<>();
        int again = 0;
        for (ConsumerRecord<byte[], byte[]> record : all(IsolationLevel.READ_UNCOMMITTED)) {
            String body = new String(record.value(), UTF_8);
            String id =
                    record.topic().equals(results)
                            ? ResultCodec.decode(record.value()).id()
                            : DeadLetterCodec.decode(record.value()).id();
            String before = shown.putIfAbsent(id, body);
            if (before != null && !before.equals(body)) {
                throw new AssertionError("shown as " + before + "\nand then as " + body);
            }
            again += before == null ? 0 : 1;
        }
        return again;
    }

    private List<ConsumerRecord<byte[], byte[]>> all(IsolationLevel isolation) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = fromStart(isolation)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(all::add);
            }
        }
        return all;
    }

    private Consumer<byte[], byte[]> fromStart(IsolationLevel isolation) throws Exception {
        List<TopicPartition> partitions = new ArrayList<>(broker.partitions(results));
        partitions.addAll(broker.partitions(deadLetters));
        Consumer<byte[], byte[]> consumer = broker.consumer(isolation);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
