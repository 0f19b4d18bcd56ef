package treasurehunt.connector.kafka.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import treasurehunt.schemas.action.RawRecord;

/** Kafka's records as the log's. */
public final class RawRecords {
    private RawRecords() {}

    public static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        boolean tick =
                record.headers().lastHeader(RawRecord.TICK) != null
                        && record.key() == null
                        && record.value() == null;
        return new RawRecord(
                record.partition(),
                record.offset(),
                record.timestamp(),
                tick,
                // No key is known by which a seal could be checked: none counts yet.
                false,
                record.key(),
                record.value());
    }
}
