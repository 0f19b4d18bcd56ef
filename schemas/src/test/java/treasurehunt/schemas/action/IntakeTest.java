package treasurehunt.schemas.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static treasurehunt.schemas.action.Reason.MALFORMED;
import static treasurehunt.schemas.action.Reason.UNSEALED;
import static treasurehunt.schemas.action.Reason.WRONG_KEY;
import static treasurehunt.schemas.action.Reason.WRONG_PARTITION;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;

import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.stream.Stream;

class IntakeTest {
    private static final int PARTITIONS = 12;
    private static final byte[] ADA = "ada".getBytes(UTF_8);
    private static final int HERS = Partitioning.partitionOf(ADA, PARTITIONS);
    private static final int ANOTHER = (HERS + 1) % PARTITIONS;
    private static final byte[] JOIN = action("\"join\":{}");
    private static final byte[] ADJUST = action("\"adjust\":{}");
    private static final byte[] RUBBISH = "rubbish".getBytes(UTF_8);

    private final Intake intake = new Intake(OptionalInt.of(PARTITIONS));

    @Test
    void admitsAnActionWithItsPlaceAndTimes() throws Exception {
        LoggedAction logged = intake.admit(new RawRecord(HERS, 41, 1000, false, ADA, JOIN), 1200);

        assertThat(logged)
                .isEqualTo(new LoggedAction(HERS, 41, 1000, 1200, ActionCodec.decode(JOIN)));
        assertThat(logged.id()).isEqualTo(HERS + ":41");
    }

    static Stream<Arguments> inadmissible() {
        return Stream.of(
                arguments("no value", HERS, ADA, null, MALFORMED),
                arguments("no value and no key", HERS, null, null, MALFORMED),
                arguments("an empty value", HERS, ADA, new byte[0], MALFORMED),
                arguments("rubbish under the wrong key", ANOTHER, null, RUBBISH, MALFORMED),
                arguments("unsealed, wrong key, wrong place", ANOTHER, null, ADJUST, UNSEALED),
                arguments("no key", HERS, null, JOIN, WRONG_KEY),
                arguments("an empty key", HERS, new byte[0], JOIN, WRONG_KEY),
                arguments("somebody else's key", HERS, "bob".getBytes(UTF_8), JOIN, WRONG_KEY),
                arguments("a longer key", HERS, "ada ".getBytes(UTF_8), JOIN, WRONG_KEY),
                arguments("wrong key, wrong place", ANOTHER, new byte[] {-1}, JOIN, WRONG_KEY),
                arguments("wrong place", ANOTHER, ADA, JOIN, WRONG_PARTITION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inadmissible")
    void theFirstReasonThatAppliesRejects(
            String name, int partition, byte[] key, byte[] value, Reason reason) {
        RejectedException rejected = rejected(new RawRecord(partition, 7, 0, false, key, value));

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.getMessage()).isNotEmpty();
        assertThat(rejected.player().isPresent()).isEqualTo(reason != MALFORMED);
    }

    @Test
    void aWrongPartitionNamesTheRightOneAndTheCure() {
        RejectedException rejected = rejected(new RawRecord(ANOTHER, 7, 0, false, ADA, JOIN));

        assertThat(rejected)
                .hasMessage(
                        "the key belongs to partition "
                                + HERS
                                + ": the sender's partitioner is not murmur2 (librdkafka: murmur2_random)");
    }

    @Test
    void whereTheNumberOfPartitionsIsUnknownEveryPartitionIsRight() throws Exception {
        Intake anywhere = new Intake(OptionalInt.empty());

        LoggedAction logged = anywhere.admit(new RawRecord(ANOTHER, 7, 0, false, ADA, JOIN), 0);

        assertThat(logged.partition()).isEqualTo(ANOTHER);
    }

    @Test
    void aRecordWithoutValueHasADeadLetterWithoutValue() throws Exception {
        RawRecord record = new RawRecord(HERS, 7, 5, false, null, null);

        DeadLetter letter = DeadLetter.of("actions", record, rejected(record));

        assertThat(letter.value()).isEmpty();
        assertThat(letter.id()).isEqualTo(HERS + ":7");
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void aDeadLetterKeepsTheFirst4KiB() {
        byte[] value = new byte[DeadLetter.KEPT + 1];
        Arrays.fill(value, (byte) 'x');
        RawRecord record = new RawRecord(HERS, 7, 5, false, ADA, value);

        DeadLetter letter = DeadLetter.of("actions", record, rejected(record));

        assertThat(letter.value().map(Base64.getDecoder()::decode))
                .hasValueSatisfying(kept -> assertThat(kept).hasSize(4096).containsOnly('x'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aDetailThatQuotesALongTextCanBeReadAgain(String shift) throws Exception {
        String name = "\"" + shift + "🌊".repeat(120) + "\":1,";
        RawRecord record =
                new RawRecord(HERS, 7, 5, false, ADA, action(name + name + "\"join\":{}"));

        DeadLetter letter = DeadLetter.of("actions", record, rejected(record));

        assertThat(letter.detail()).contains("Duplicate field").hasSizeLessThan(256);
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
    }

    private RejectedException rejected(RawRecord record) {
        RejectedException rejected =
                catchThrowableOfType(RejectedException.class, () -> intake.admit(record, 0));
        assertThat(rejected).isNotNull();
        return rejected;
    }

    private static byte[] action(String members) {
        return ("{\"action_id\":\"a-1\",\"player\":\"ada\",\"hunt\":\"harbour\"," + members + "}")
                .getBytes(UTF_8);
    }
}
