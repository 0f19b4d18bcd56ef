package treasurehunt.cli;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

import treasurehunt.connector.kafka.source.RawRecords;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers every action from now on, with the core and without Flink. */
final class FakeEngine implements AutoCloseable {
    private final Consumer<byte[], byte[]> actions;
    private final Producer<byte[], byte[]> answers;
    private final Catalogue hunts;
    private final Intake intake;
    private final Map<Integer, Long> times = new HashMap<>();
    private final Map<String, Player> players = new HashMap<>();
    private final Thread thread = new Thread(this::run, "fake-engine");
    private volatile Optional<RuntimeException> failure = Optional.empty();

    private FakeEngine(
            Broker broker, Catalogue hunts, Seals seals, List<TopicPartition> partitions) {
        this.hunts = hunts;
        intake = new Intake(OptionalInt.of(partitions.size()), seals);
        actions = broker.consumer(IsolationLevel.READ_UNCOMMITTED);
        actions.assign(partitions);
        actions.endOffsets(partitions).forEach(actions::seek);
        answers = broker.producer();
    }

    static FakeEngine start(Broker broker, Path hunt) throws Exception {
        return start(broker, hunt, Seals.none());
    }

    static FakeEngine start(Broker broker, Path hunt, Seals seals) throws Exception {
        FakeEngine engine =
                new FakeEngine(
                        broker, Hunts.only(hunt), seals, broker.partitions(TopicSettings.ACTIONS));
        engine.thread.start();
        return engine;
    }

    Optional<RuntimeException> failure() {
        return failure;
    }

    private void run() {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : actions.poll(Duration.ofMillis(200))) {
                    answer(RawRecords.of(record));
                }
            }
        } catch (WakeupException closed) {
            // The end of the test.
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        }
    }

    private void answer(RawRecord record) {
        try {
            long at = times.merge(record.partition(), record.appendTime(), Math::max);
            LoggedAction action = intake.admit(record, at);
            Player before = players.getOrDefault(action.player(), Player.NEW);
            Decision decision = HuntDecider.decide(hunts, before, action);
            players.put(action.player(), decision.player());
            decision.results().forEach(this::emit);
            decision.defects().stream().findAny().ifPresent(FakeEngine::fail);
        } catch (RejectedException e) {
            DeadLetter letter = DeadLetter.of(TopicSettings.ACTIONS, record, e);
            append(TopicSettings.DEAD_LETTERS, null, DeadLetterCodec.encode(letter));
        }
    }

    private static void fail(Defect defect) {
        throw new IllegalStateException("The rules failed at " + defect.id(), defect.failure());
    }

    private void emit(Result result) {
        byte[] key = result.player().getBytes(StandardCharsets.US_ASCII);
        append(TopicSettings.RESULTS, key, ResultCodec.encode(result));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback says what went wrong
    private void append(String topic, byte[] key, byte[] value) {
        answers.send(
                new ProducerRecord<>(topic, key, value),
                (place, e) -> {
                    if (e != null) {
                        failure = Optional.of(new IllegalStateException("Appending failed", e));
                    }
                });
    }

    @Override
    public void close() {
        actions.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        actions.close();
        answers.close();
    }
}
