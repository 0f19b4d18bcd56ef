package treasurehunt.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.Reason;

import java.util.Optional;

/**
 * A record that wants to do harm.
 *
 * @param reason of its dead letter; nothing where it is an action all the same
 */
record HostileRecord(String name, Optional<Reason> reason, ProducerRecord<byte[], byte[]> record) {

    /** With the player's key, in its partition. */
    static HostileRecord of(String name, Optional<Reason> reason, String player, byte[] value) {
        byte[] key = player.getBytes(UTF_8);
        return new HostileRecord(name, reason, record(home(key), key, value));
    }

    static HostileRecord bad(String name, Reason reason, int partition, byte[] key, byte[] value) {
        return new HostileRecord(name, Optional.of(reason), record(partition, key, value));
    }

    HostileRecord withHeader(String header, byte[] value) {
        record.headers().add(header, value);
        return this;
    }

    private static ProducerRecord<byte[], byte[]> record(int partition, byte[] key, byte[] value) {
        return new ProducerRecord<>(TopicSettings.ACTIONS, partition, key, value);
    }

    static int home(byte[] key) {
        return Partitioning.partitionOf(key, HuntSystem.PARTITIONS);
    }

    /** Whether it takes as much of the way as thousands of others. */
    boolean isHuge() {
        byte[] key = record.key() == null ? new byte[0] : record.key();
        return key.length > 50_000 || (record.value() != null && record.value().length > 50_000);
    }

    @Override
    public String toString() {
        return name;
    }
}
