package treasurehunt.endtoend;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;

/** Sends what players ask for in one hunt, one action after another. */
final class ActionSender implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String hunt;
    private int sent;

    ActionSender(HuntSystem system, String hunt) {
        producer = system.producer();
        this.hunt = hunt;
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    /** Sends an action; returns its time, ms UTC by the broker's clock, when the broker has it. */
    long send(String player, Kind kind) throws Exception {
        return sendSoon(player, kind).get().timestamp();
    }

    /** Sends an action among others that come; waits for nothing. */
    Future<RecordMetadata> sendSoon(String player, Kind kind) {
        return producer.send(record(player, kind));
    }

    /** Sends what many players ask for, as fast as may be; returns the times, ms UTC. */
    List<Long> sendAtOnce(List<String> players, Kind kind) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records =
                players.stream().map(player -> record(player, kind)).toList();
        List<Future<RecordMetadata>> places = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            places.add(producer.send(record));
        }
        List<Long> times = new ArrayList<>();
        for (Future<RecordMetadata> place : places) {
            times.add(place.get().timestamp());
        }
        return times;
    }

    private ProducerRecord<byte[], byte[]> record(String player, Kind kind) {
        return new ProducerRecord<>(
                TopicSettings.ACTIONS,
                player.getBytes(StandardCharsets.US_ASCII),
                ActionCodec.encode(action(player, kind)));
    }

    private Action action(String player, Kind kind) {
        return new Action(
                "a" + ++sent,
                player,
                hunt,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                kind);
    }

    @Override
    public void close() {
        producer.close();
    }
}
