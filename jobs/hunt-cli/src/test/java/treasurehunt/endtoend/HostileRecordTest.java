package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The catalogue of hostile records, read without a broker. */
class HostileRecordTest {
    private static final Intake INTAKE =
            new Intake(OptionalInt.of(HuntSystem.PARTITIONS), Seals.none());

    static Stream<HostileRecord> all() {
        return Stream.concat(BadRecords.of("ann").stream(), OddRecords.of("ann").stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedForItsReasonOrAnActionAllTheSame(HostileRecord hostile) {
        ProducerRecord<byte[], byte[]> sent = hostile.record();
        RawRecord record =
                new RawRecord(sent.partition(), 0, 0, false, null, sent.key(), sent.value());

        assertThat(refusal(record)).isEqualTo(hostile.reason());
    }

    private static Optional<Reason> refusal(RawRecord record) {
        try {
            assertThat(INTAKE.admit(record, 0).player()).isEqualTo("ann");
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.reason());
        }
    }

    @Test
    void enoughKindsAreLightEnoughToBeMixedWithGoodRecords() {
        assertThat(BadRecords.withoutHuge("ann"))
                .hasSizeGreaterThanOrEqualTo(BadRecords.LEAST_IN_A_MIX);
    }

    @Test
    void theCatalogueHoldsEveryReasonAndNothingTwice() {
        List<HostileRecord> bad = BadRecords.of("ann");

        assertThat(bad).extracting(HostileRecord::name).doesNotHaveDuplicates();
        assertThat(bad)
                .extracting(one -> one.reason().orElseThrow())
                .contains(
                        Reason.MALFORMED,
                        Reason.UNSEALED,
                        Reason.WRONG_KEY,
                        Reason.WRONG_PARTITION);
    }
}
