package treasurehunt.connector.kafka.source;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.seal.ActionSeal;

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
                seal(record.headers().lastHeader(ActionSeal.HEADER)),
                record.key(),
                record.value());
    }

    private static byte[] seal(Header header) {
        return header == null ? null : header.value();
    }
}
