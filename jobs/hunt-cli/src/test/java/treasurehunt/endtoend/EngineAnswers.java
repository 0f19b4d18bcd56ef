package treasurehunt.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What an engine wrote to its two topics, as readers of one kind see it. */
final class EngineAnswers implements AutoCloseable {
    private final String deadLetters;
    private final TopicReader reader;
    private final Set<String> answered = new HashSet<>();
    private final Set<String> announced = new HashSet<>();
    private int counted;

    EngineAnswers(HuntSystem system, IsolationLevel isolation, String results, String deadLetters) {
        this.deadLetters = deadLetters;
        reader = new TopicReader(system.bootstrapServers(), isolation, results, deadLetters);
    }

    static EngineAnswers committed(HuntSystem system) {
        return of(system, IsolationLevel.READ_COMMITTED);
    }

    /** Those with them that a kill can still take back, to be given again. */
    static EngineAnswers shown(HuntSystem system) {
        return of(system, IsolationLevel.READ_UNCOMMITTED);
    }

    private static EngineAnswers of(HuntSystem system, IsolationLevel isolation) {
        return new EngineAnswers(
                system, isolation, TopicSettings.RESULTS, TopicSettings.DEAD_LETTERS);
    }

    /** Waits until so many actions are answered; announcements are no answers. */
    void await(int actions) {
        await(() -> answered.size() >= actions);
    }

    /** Waits until so many announcements have been made. */
    void awaitAnnouncements(int announcements) {
        await(() -> announced.size() >= announcements);
    }

    /** Whether there was this answer or announcement, as far as has been waited. */
    boolean has(String id) {
        return answered.contains(id) || announced.contains(id);
    }

    /** Waits until so much has been said, announcements, too. */
    void await(Judged all) {
        await(() -> answered.size() + announced.size() >= all.size());
    }

    private void await(BooleanSupplier enough) {
        reader.readUntil(
                read -> {
                    read.subList(counted, read.size()).forEach(this::count);
                    counted = read.size();
                    return enough.getAsBoolean();
                });
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        if (!isOfTheEngine(record)) {
            return;
        }
        try {
            if (isLetter(record)) {
                DeadLetter letter = DeadLetterCodec.decode(record.value());
                (letter.place().isPresent() ? answered : announced).add(letter.id());
            } else {
                Result result = ResultCodec.decode(record.value());
                (result.asked().isPresent() ? answered : announced).add(result.id());
            }
        } catch (MalformedJsonException e) {
            throw new AssertionError("no answer at " + record.topic() + ":" + record.offset(), e);
        }
    }

    private boolean isLetter(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(deadLetters);
    }

    /** Without what other jobs say in the same topic. */
    private List<ConsumerRecord<byte[], byte[]>> ofTheEngine() {
        return reader.readToEnd().stream().filter(this::isOfTheEngine).toList();
    }

    private boolean isOfTheEngine(ConsumerRecord<byte[], byte[]> record) {
        try {
            DeadLetter.Place place =
                    isLetter(record)
                            ? DeadLetterCodec.decode(record.value()).place().orElse(null)
                            : null;
            return place == null || !place.topic().equals(TopicSettings.RESULTS);
        } catch (MalformedJsonException e) {
            return true;
        }
    }

    /** All that stand there now, each player's in their order. */
    Judged judged() throws Exception {
        Judged judged = new Judged();
        for (ConsumerRecord<byte[], byte[]> record : ofTheEngine()) {
            if (isLetter(record)) {
                judged.letter(record.value());
            } else {
                judged.result(record.value());
            }
        }
        return judged;
    }

    List<ConsumerRecord<byte[], byte[]>> results() {
        return ofTheEngine().stream().filter(record -> !isLetter(record)).toList();
    }

    List<ConsumerRecord<byte[], byte[]>> letters() {
        return ofTheEngine().stream().filter(this::isLetter).toList();
    }

    /** How many stand there again; refuses one that is another the second time. */
    int again() throws Exception {
        Map<String, String> seen = new HashMap<>();
        int again = 0;
        for (ConsumerRecord<byte[], byte[]> record : ofTheEngine()) {
            String body = new String(record.value(), UTF_8);
            String id =
                    isLetter(record)
                            ? DeadLetterCodec.decode(record.value()).id()
                            : ResultCodec.decode(record.value()).id();
            String before = seen.putIfAbsent(id, body);
            if (before != null && !before.equals(body)) {
                throw new AssertionError("shown as " + before + "\nand then as " + body);
            }
            again += before == null ? 0 : 1;
        }
        return again;
    }

    @Override
    public void close() {
        reader.close();
    }
}
