package treasurehunt.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.contract.Golden;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class RecordedLogTest {
    private static final int PARTITIONS = 24;
    private static final byte[] ADA = bytes("ada");
    private static final int HOME = Partitioning.partitionOf(ADA, PARTITIONS);
    private static final Keys OPERATORS = Keys.fresh(Role.OPERATORS);
    private static final Keys TREASURY = Keys.fresh(Role.TREASURY);

    /** Of who records. */
    private static final Intake LIVE =
            new Intake(OptionalInt.of(PARTITIONS), Seals.under(OPERATORS, TREASURY));

    /** Of who replays. */
    private static final Intake INTAKE = new Intake(OptionalInt.of(PARTITIONS), Seals.asRecorded());

    private static final String DISQUALIFY =
            "{\"action_id\":\"op-1\",\"player\":\"ada\",\"hunt\":\"harbour-lights\","
                    + "\"operator\":\"lena\",\"disqualify\":{\"reason\":\"drove\"}}";
    private static final String ANSWER =
            "{\"action_id\":\"a-1\",\"player\":\"ada\",\"hunt\":\"harbour-lights\","
                    + "\"member\":\"böb\",\"client_time\":-5,"
                    + "\"answer\":{\"clue\":\"gate\",\"text\":\"o\\u0000ak \uD83D\uDE00\"}}";

    @Test
    void aReadableActionIsRecordedPlainlyAndReadAsTheVerySameAction() throws Exception {
        RawRecord record = record(HOME, ADA, bytes(ANSWER));

        byte[] line = RecordedLog.encode(record, Map.of(), INTAKE);
        RawRecord read = RecordedLog.decode(line);

        assertThat(text(line)).contains("\"answer\":{").doesNotContain("\"value\"");
        assertThat(INTAKE.admit(read, 9)).isEqualTo(INTAKE.admit(record, 9));
    }

    @Test
    void fieldsOfAnActionThatPlaceARecordDoNotMisplaceIt() throws Exception {
        String misleading =
                "{\"partition\":99,\"tick\":{},\"value\":\"x\",\"key\":\"eve\","
                        + ANSWER.substring(1);
        RawRecord record = record(HOME, ADA, bytes(misleading));

        RawRecord read = RecordedLog.decode(RecordedLog.encode(record, Map.of(), INTAKE));

        assertThat(read.tick()).isFalse();
        assertThat(INTAKE.admit(read, 9)).isEqualTo(INTAKE.admit(record, 9));
    }

    @Test
    void whatIsNoReadableActionIsRecordedByteByByte() throws Exception {
        byte[] rubbish = {(byte) 0xff, 0, '{'};

        for (RawRecord record :
                new RawRecord[] {
                    record(HOME, ADA, rubbish),
                    record(HOME, null, rubbish),
                    record(HOME, new byte[0], new byte[0]),
                    record(HOME, ADA, null),
                    record(HOME, null, null),
                    record(HOME, bytes("eve"), bytes(ANSWER)),
                    record((HOME + 1) % PARTITIONS, ADA, bytes(ANSWER))
                }) {
            byte[] line = RecordedLog.encode(record, Map.of("seal", bytes("s")), INTAKE);

            assertThat(text(line)).contains("\"headers\":{\"seal\":\"cw==\"}");
            assertThat(RecordedLog.decode(line)).usingRecursiveComparison().isEqualTo(record);
        }
    }

    @Test
    void aTickStaysATick() throws Exception {
        RawRecord tick = new RawRecord(3, 7, 1000, true, null, null, null);

        byte[] line = RecordedLog.encode(tick, Map.of("tick", new byte[0]), INTAKE);

        assertThat(text(line))
                .isEqualTo("{\"partition\":3,\"offset\":7,\"append_time\":1000,\"tick\":{}}");
        assertThat(RecordedLog.decode(line)).usingRecursiveComparison().isEqualTo(tick);
    }

    @Test
    void aRawLineWithTheHeaderAloneIsATickToo() throws Exception {
        assertThat(decoded("\"headers\":{\"tick\":\"\"}").tick()).isTrue();
        assertThat(decoded("\"headers\":{\"tick\":\"\"},\"value\":\"\"").tick()).isFalse();
        assertThat(decoded("\"headers\":{}").tick()).isFalse();
    }

    @Test
    void aPlainLineMayHaveAnotherKeyThanItsPlayer() throws Exception {
        RawRecord read = decoded("\"key\":\"eve\"," + ANSWER.substring(1, ANSWER.length() - 1));

        assertThat(text(read.key())).isEqualTo("eve");
        assertThatThrownBy(() -> INTAKE.admit(read, 9))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason().name()).isEqualTo("WRONG_KEY"));
    }

    @Test
    void aPlainLinesSealIsTakenAsValid() throws Exception {
        assertThat(admitted("")).isEqualTo("disqualify");
        assertThat(admitted("\"sealed\":true,")).isEqualTo("disqualify");
    }

    @Test
    void aPlainLineMaySayThatItsSealIsNot() {
        assertThatThrownBy(() -> admitted("\"sealed\":false,"))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason().name()).isEqualTo("UNSEALED"));
    }

    private static String admitted(String sealed) throws Exception {
        Intake anywhere = new Intake(OptionalInt.empty(), Seals.asRecorded());
        RawRecord read = decoded(sealed + DISQUALIFY.substring(1, DISQUALIFY.length() - 1));
        return anywhere.admit(read, 9).kind().name();
    }

    @Test
    void whatIsSealedIsRecordedPlainlyAndWhatIsNotByteByByte() throws Exception {
        byte[] right = ActionSeal.of(OPERATORS, ADA, bytes(DISQUALIFY));
        byte[] wrong = ActionSeal.of(TREASURY, ADA, bytes(DISQUALIFY));
        for (byte[] seal : new byte[][] {right, wrong, {}, null}) {
            RawRecord record = sealed(seal, ADA);

            byte[] line = RecordedLog.encode(record, headers(seal), LIVE);
            RawRecord read = RecordedLog.decode(line);

            assertThat(text(line).contains("\"disqualify\":")).isEqualTo(seal == right);
            assertThat(text(line)).doesNotContain("\"sealed\"");
            assertThat(read.seal() != null).isEqualTo(seal == right);
        }
    }

    @Test
    void aSealedRecordThatIsRefusedForAnotherReasonStaysSealed() throws Exception {
        byte[] eve = bytes("eve");
        byte[] seal = ActionSeal.of(OPERATORS, eve, bytes(DISQUALIFY));
        RawRecord record = sealed(seal, eve);

        byte[] line = RecordedLog.encode(record, headers(seal), LIVE);

        assertThat(text(line)).contains("\"sealed\":true");
        assertThatThrownBy(() -> INTAKE.admit(RecordedLog.decode(line), 9))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason().name()).isEqualTo("WRONG_KEY"));
    }

    @Test
    void aSealUnderAWrongKeyThatIsNotValidEitherIsNotTold() throws Exception {
        byte[] eve = bytes("eve");
        byte[] ofAnother = ActionSeal.of(OPERATORS, ADA, bytes(DISQUALIFY));

        byte[] line = RecordedLog.encode(sealed(ofAnother, eve), headers(ofAnother), LIVE);

        assertThat(text(line)).doesNotContain("\"sealed\"");
        assertThatThrownBy(() -> INTAKE.admit(RecordedLog.decode(line), 9))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason().name()).isEqualTo("UNSEALED"));
    }

    @Test
    void aSealThatNobodyNeedsIsNotTold() {
        byte[] eve = bytes("eve");
        byte[] seal = ActionSeal.of(OPERATORS, eve, bytes(ANSWER));
        RawRecord record = new RawRecord(HOME, 41, 1_000, false, seal, eve, bytes(ANSWER));

        byte[] line = RecordedLog.encode(record, headers(seal), LIVE);

        assertThat(text(line)).contains("\"headers\":{\"seal\":").doesNotContain("\"sealed\"");
    }

    private static RawRecord sealed(byte[] seal, byte[] key) {
        return new RawRecord(HOME, 41, 1_000, false, seal, key, bytes(DISQUALIFY));
    }

    private static Map<String, byte[]> headers(byte[] seal) {
        return seal == null ? Map.of() : Map.of("seal", seal);
    }

    @Test
    void everyKindIsRecordedAndReadAsTheVerySameAction() throws Exception {
        for (Path file : Golden.actions()) {
            byte[] json = Files.readAllBytes(file);
            byte[] key = bytes(ActionCodec.decode(json).player());
            int home = Partitioning.partitionOf(key, PARTITIONS);
            Keys keys =
                    ActionCodec.decode(json).kind().sealedBy().equals(Optional.of(Role.TREASURY))
                            ? TREASURY
                            : OPERATORS;
            byte[] seal = ActionSeal.of(keys, key, json);
            RawRecord record = new RawRecord(home, 41, 1_000, false, seal, key, json);

            RawRecord read = RecordedLog.decode(RecordedLog.encode(record, headers(seal), LIVE));

            assertThat(INTAKE.admit(read, 9)).isEqualTo(LIVE.admit(record, 9));
        }
    }

    @Test
    void aPlainLineWithoutAPlayerIsARecordThatIsNoAction() throws Exception {
        RawRecord read = decoded("\"join\":{}");

        assertThat(read.key()).isNull();
        assertThatThrownBy(() -> INTAKE.admit(read, 9)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "[]",
                "{\"offset\":1,\"append_time\":2,\"tick\":{}}",
                "{\"partition\":-1,\"offset\":1,\"append_time\":2,\"tick\":{}}",
                "{\"partition\":2147483648,\"offset\":1,\"append_time\":2,\"tick\":{}}",
                "{\"partition\":0,\"offset\":1.0,\"append_time\":2,\"tick\":{}}",
                "{\"partition\":0,\"offset\":1,\"append_time\":\"2\",\"tick\":{}}",
                "{\"partition\":0,\"offset\":1,\"append_time\":2,\"value\":\"?\"}",
                "{\"partition\":0,\"offset\":1,\"append_time\":2,\"value\":null}",
                "{\"partition\":0,\"offset\":1,\"append_time\":2,\"key\":7,\"join\":{}}",
                "{\"partition\":0,\"offset\":1,\"append_time\":2,\"sealed\":null,\"join\":{}}",
                "{\"partition\":0,\"offset\":1,\"append_time\":2,\"sealed\":\"no\",\"value\":\"\"}"
            })
    void aLineThatPlacesNoRecordIsRefused(String line) {
        assertThatThrownBy(() -> RecordedLog.decode(bytes(line)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageMatching("[^\\n]+");
    }

    private static RawRecord decoded(String members) throws MalformedJsonException {
        return RecordedLog.decode(
                bytes("{\"partition\":0,\"offset\":1,\"append_time\":2," + members + "}"));
    }

    private static RawRecord record(int partition, byte[] key, byte[] value) {
        return new RawRecord(partition, 41, 1_000, false, null, key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
