package treasurehunt.schemas.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static treasurehunt.schemas.action.Reason.DEFECT;
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

import treasurehunt.schemas.contract.Golden;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

class IntakeTest {
    private static final int PARTITIONS = 12;
    private static final byte[] ADA = "ada".getBytes(UTF_8);
    private static final int HERS = Partitioning.partitionOf(ADA, PARTITIONS);
    private static final int ANOTHER = (HERS + 1) % PARTITIONS;
    private static final byte[] JOIN = action("\"join\":{}");
    private static final byte[] ADJUST =
            action("\"operator\":\"lena\",\"adjust\":{\"points\":5,\"reason\":\"r\"}");
    private static final byte[] NO_ADJUST = action("\"operator\":\"lena\",\"adjust\":{}");
    private static final byte[] RUBBISH = "rubbish".getBytes(UTF_8);

    private static final Keys OPERATORS = Keys.fresh(Role.OPERATORS);
    private static final Keys TREASURY = Keys.fresh(Role.TREASURY);

    private final Intake intake =
            new Intake(OptionalInt.of(PARTITIONS), Seals.under(OPERATORS, TREASURY));

    @Test
    void admitsAnActionWithItsPlaceAndTimes() throws Exception {
        LoggedAction logged =
                intake.admit(new RawRecord(HERS, 41, 1000, false, null, ADA, JOIN), 1200);

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
                arguments("unsealed", HERS, ADA, ADJUST, UNSEALED),
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
        RejectedException rejected =
                rejected(new RawRecord(partition, 7, 0, false, null, key, value));

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.getMessage()).isNotEmpty();
        assertThat(rejected.player().isPresent()).isEqualTo(reason != MALFORMED);
    }

    static Stream<Kind> kinds() throws Exception {
        List<Kind> kinds = new ArrayList<>();
        for (Path file : Golden.actions()) {
            kinds.add(ActionCodec.decode(Files.readAllBytes(file)).kind());
        }
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatOperatorsAndTheTreasurySayCountsUnderTheirOwnSealOnly(Kind kind) throws Exception {
        byte[] json = ActionCodec.encode(by(kind));
        RawRecord byOperators = sealed(OPERATORS, ADA, json);
        RawRecord byTreasury = sealed(TREASURY, ADA, json);
        RawRecord byNobody = record(null, ADA, json);

        if (kind instanceof Kind.ByPlayer) {
            for (RawRecord record : List.of(byOperators, byTreasury, byNobody)) {
                assertThat(intake.admit(record, 0).kind()).isEqualTo(kind);
            }
        } else if (kind instanceof Kind.ByOperator) {
            assertThat(intake.admit(byOperators, 0).kind()).isEqualTo(kind);
            assertThatIsUnsealed(kind, byTreasury);
            assertThatIsUnsealed(kind, byNobody);
        } else {
            assertThat(intake.admit(byTreasury, 0).kind()).isEqualTo(kind);
            assertThatIsUnsealed(kind, byOperators);
            assertThatIsUnsealed(kind, byNobody);
        }
    }

    private void assertThatIsUnsealed(Kind kind, RawRecord record) {
        RejectedException rejected = rejected(record);
        assertThat(rejected.reason()).isEqualTo(UNSEALED);
        assertThat(rejected).hasMessage(kind.name() + ": counts only under a valid seal");
        assertThat(rejected.actionId()).contains("a-1");
        assertThat(rejected.player()).contains("ada");
    }

    @Test
    void aSealOfAnotherRecordIsNone() {
        byte[] seal = ActionSeal.of(OPERATORS, ADA, NO_ADJUST);

        assertThat(rejected(record(seal, ADA, ADJUST)).reason()).isEqualTo(UNSEALED);
        assertThat(rejected(record(seal, null, ADJUST)).reason()).isEqualTo(UNSEALED);
    }

    @Test
    void whereNobodyHasKeysNothingIsSealed() {
        Intake without = new Intake(OptionalInt.empty(), Seals.none());

        assertThatThrownBy(() -> without.admit(sealed(OPERATORS, ADA, ADJUST), 0))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(UNSEALED));
    }

    private static Action by(Kind kind) {
        return new Action(
                "a-1",
                "ada",
                kind instanceof Kind.Forget ? "" : "harbour",
                Optional.empty(),
                OptionalLong.empty(),
                kind instanceof Kind.ByOperator ? Optional.of("lena") : Optional.empty(),
                kind);
    }

    @Test
    void beingMalformedComesBeforeBeingUnsealed() {
        assertThat(rejected(record(null, ADA, NO_ADJUST)).reason()).isEqualTo(MALFORMED);
    }

    @Test
    void aSealMakesUpForNothingElse() {
        byte[] nobody = new byte[0];
        byte[] seal = ActionSeal.of(OPERATORS, ADA, ADJUST);

        assertThat(rejected(sealed(OPERATORS, ADA, NO_ADJUST)).reason()).isEqualTo(MALFORMED);
        assertThat(rejected(sealed(OPERATORS, nobody, ADJUST)).reason()).isEqualTo(WRONG_KEY);
        assertThat(rejected(new RawRecord(ANOTHER, 7, 0, false, seal, ADA, ADJUST)).reason())
                .isEqualTo(WRONG_PARTITION);
    }

    private static RawRecord sealed(Keys keys, byte[] key, byte[] value) {
        return record(ActionSeal.of(keys, key, value), key, value);
    }

    private static RawRecord record(byte[] seal, byte[] key, byte[] value) {
        return new RawRecord(HERS, 7, 0, false, seal, key, value);
    }

    @Test
    void aWrongPartitionNamesTheRightOneAndTheCure() {
        RejectedException rejected = rejected(new RawRecord(ANOTHER, 7, 0, false, null, ADA, JOIN));

        assertThat(rejected)
                .hasMessage(
                        "the key belongs to partition "
                                + HERS
                                + ": the sender's partitioner is not murmur2 (librdkafka: murmur2_random)");
    }

    @Test
    void whereTheNumberOfPartitionsIsUnknownEveryPartitionIsRight() throws Exception {
        Intake anywhere = new Intake(OptionalInt.empty(), Seals.none());

        LoggedAction logged =
                anywhere.admit(new RawRecord(ANOTHER, 7, 0, false, null, ADA, JOIN), 0);

        assertThat(logged.partition()).isEqualTo(ANOTHER);
    }

    @Test
    void aRecordWithoutValueHasADeadLetterWithoutValue() throws Exception {
        RawRecord record = new RawRecord(HERS, 7, 5, false, null, null, null);

        DeadLetter letter = DeadLetter.of("actions", record, rejected(record));

        assertThat(letter.value()).isEmpty();
        assertThat(letter.id()).isEqualTo(HERS + ":7");
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void aDueMomentThatFailedHasADeadLetterWithItsAnnouncementsId() throws Exception {
        DeadLetter letter = DeadLetter.ofDueMoment("ada:harbour:1780300800000", "ada");

        assertThat(letter.reason()).isEqualTo(DEFECT);
        assertThat(letter.place()).isEmpty();
        assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
    }

    @Test
    void aDeadLetterKeepsTheFirst4KiB() {
        byte[] value = new byte[DeadLetter.KEPT + 1];
        Arrays.fill(value, (byte) 'x');
        RawRecord record = new RawRecord(HERS, 7, 5, false, null, ADA, value);

        DeadLetter letter = DeadLetter.of("actions", record, rejected(record));

        assertThat(letter.value().map(Base64.getDecoder()::decode))
                .hasValueSatisfying(kept -> assertThat(kept).hasSize(4096).containsOnly('x'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aDetailThatQuotesALongTextCanBeReadAgain(String shift) throws Exception {
        String name = "\"" + shift + "🌊".repeat(120) + "\":1,";
        RawRecord record =
                new RawRecord(HERS, 7, 5, false, null, ADA, action(name + name + "\"join\":{}"));

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
