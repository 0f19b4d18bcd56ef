package treasurehunt.projector;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import treasurehunt.connector.postgres.sink.Refusals;
import treasurehunt.connector.postgres.sink.Row;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;

import java.util.Map;
import java.util.Optional;

/**
 * Writes a dead letter for each row that the database refuses, before anything of its batch counts
 * as written. After a failure one can come again, under the same place.
 */
final class RefusedRows implements Refusals {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    RefusedRows(String bootstrapServers, String topic) {
        this.topic = topic;
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.ACKS_CONFIG,
                                "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @Override
    public void refused(Row row, String why) throws Exception {
        Row.Origin origin = row.origin();
        DeadLetter.Place place =
                new DeadLetter.Place(
                        origin.topic(), origin.partition(), origin.offset(), origin.appendTime());
        DeadLetter letter =
                new DeadLetter(
                        origin.partition() + ":" + origin.offset(),
                        Optional.of(place),
                        Reason.DEFECT,
                        why + ", a row of " + row.target(),
                        Optional.empty(),
                        Optional.of(row.values()[0]),
                        Optional.empty());
        producer.send(new ProducerRecord<>(topic, DeadLetterCodec.encode(letter))).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
