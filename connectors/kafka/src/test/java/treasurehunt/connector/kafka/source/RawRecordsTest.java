package treasurehunt.connector.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.RawRecord;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class RawRecordsTest {
    private static final byte[] SOMETHING = {1};

    @Test
    void onlyARecordWithTheHeaderAndNeitherKeyNorValueIsATick() {
        assertThat(record(true, null, null).tick()).isTrue();
        assertThat(record(true, SOMETHING, null).tick()).isFalse();
        assertThat(record(true, null, SOMETHING).tick()).isFalse();
        assertThat(record(false, null, null).tick()).isFalse();
    }

    @Test
    void theLastSealIsTakenAlongAsItStands() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("seal", SOMETHING);
        headers.add("seal", "k1:c2VhbA==".getBytes(StandardCharsets.US_ASCII));

        assertThat(record(headers, SOMETHING, SOMETHING).seal())
                .asString()
                .isEqualTo("k1:c2VhbA==");
        assertThat(record(false, SOMETHING, SOMETHING).seal()).isNull();
    }

    @Test
    void aSealWithoutAValueIsNone() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("seal", null);

        assertThat(record(headers, SOMETHING, SOMETHING).seal()).isNull();
    }

    private static RawRecord record(boolean header, byte[] key, byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        if (header) {
            headers.add(RawRecord.TICK, new byte[0]);
        }
        return record(headers, key, value);
    }

    private static RawRecord record(RecordHeaders headers, byte[] key, byte[] value) {
        return RawRecords.of(
                new ConsumerRecord<>(
                        "actions",
                        3,
                        7,
                        99,
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        key,
                        value,
                        headers,
                        Optional.empty()));
    }
}
