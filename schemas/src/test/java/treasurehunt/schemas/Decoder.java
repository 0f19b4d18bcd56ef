package treasurehunt.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.contract.Golden;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.progress.Snapshot;
import treasurehunt.schemas.progress.SnapshotCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;
import treasurehunt.schemas.seal.UnknownKeyException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Everything here that reads bytes of others: each answers with a value or with its one exception.
 *
 * <p>What one input may take of memory is {@code base + perByte * its size}, and for hunts a share
 * for each pattern that has to be compiled. Twice what was measured: 47 bytes for a byte of JSON at
 * worst, for "[{},{},…"; a hundred times that for a clue that is none, of which each field is told
 * that it is missing.
 */
enum Decoder {
    /** Records of {@code actions}. */
    ACTION(16 * 1024, 80) {
        @Override
        List<byte[]> samples() throws IOException {
            List<byte[]> samples = new ArrayList<>();
            for (Path file : Golden.actions()) {
                samples.add(Files.readAllBytes(file));
            }
            return samples;
        }

        @Override
        Object decode(byte[] bytes) throws RejectedException {
            return ActionCodec.decode(bytes);
        }

        @Override
        void check(Object value) throws RejectedException {
            assertThat(ActionCodec.decode(ActionCodec.encode((Action) value))).isEqualTo(value);
        }

        @Override
        void checkRefusal(byte[] bytes, Exception refusal) throws Exception {
            RawRecord record = new RawRecord(0, 0, 0, false, null, null, bytes);
            DeadLetter letter = DeadLetter.of("actions", record, (RejectedException) refusal);
            byte[] json = DeadLetterCodec.encode(letter);
            assertThat(DeadLetterCodec.decode(json)).isEqualTo(letter);
            assertThat(json).hasSizeLessThan(LARGEST_LETTER);
        }
    },
    /** Lines of recorded logs, with the records in them. */
    RECORDED(24 * 1024, 160) {
        @Override
        List<byte[]> samples() throws IOException {
            List<byte[]> samples = new ArrayList<>();
            for (byte[] action : ACTION.samples()) {
                RawRecord plain = new RawRecord(3, 5, 7, false, ADA, ADA, action);
                RawRecord raw = new RawRecord(3, 5, 7, false, null, null, action);
                samples.add(RecordedLog.encode(plain, Map.of(), INTAKE));
                samples.add(RecordedLog.encode(raw, Map.of("seal", ADA), INTAKE));
            }
            samples.add(
                    "{\"partition\":3,\"offset\":5,\"append_time\":7,\"tick\":{}}".getBytes(UTF_8));
            return samples;
        }

        @Override
        Object decode(byte[] bytes) throws MalformedJsonException {
            return RecordedLog.decode(bytes);
        }

        @Override
        void check(Object value) throws MalformedJsonException {
            RawRecord record = (RawRecord) value;
            RawRecord again = RecordedLog.decode(RecordedLog.encode(record, Map.of(), INTAKE));
            assertThat(again.tick()).isEqualTo(record.tick());
            assertThat(admitted(again)).isEqualTo(admitted(record));
        }

        /** The action in a record, or why it is none. */
        private static Object admitted(RawRecord record) {
            try {
                LoggedAction action = INTAKE.admit(record, record.appendTime());
                return action;
            } catch (RejectedException e) {
                return e.reason() + ": " + e.getMessage() + e.actionId() + e.player();
            }
        }
    },
    RESULT(16 * 1024, 100) {
        @Override
        List<byte[]> samples() throws IOException {
            return bytes(Golden.results());
        }

        @Override
        Object decode(byte[] bytes) throws MalformedJsonException {
            return ResultCodec.decode(bytes);
        }

        @Override
        void check(Object value) throws MalformedJsonException {
            assertThat(ResultCodec.decode(ResultCodec.encode((Result) value))).isEqualTo(value);
        }
    },
    DEAD_LETTER(16 * 1024, 80) {
        @Override
        List<byte[]> samples() throws IOException {
            return bytes(Golden.deadLetters());
        }

        @Override
        Object decode(byte[] bytes) throws MalformedJsonException {
            return DeadLetterCodec.decode(bytes);
        }

        @Override
        void check(Object value) throws MalformedJsonException {
            byte[] again = DeadLetterCodec.encode((DeadLetter) value);
            assertThat(DeadLetterCodec.decode(again)).isEqualTo(value);
        }
    },
    PROGRESS(16 * 1024, 100) {
        @Override
        List<byte[]> samples() throws IOException {
            return bytes(Golden.progress());
        }

        @Override
        Object decode(byte[] bytes) throws MalformedJsonException {
            return SnapshotCodec.decode(bytes);
        }

        @Override
        void check(Object value) throws MalformedJsonException {
            assertThat(SnapshotCodec.decode(SnapshotCodec.encode((Snapshot) value)))
                    .isEqualTo(value);
        }
    },
    /** Hunts as they are published. */
    HUNT(256 * 1024, 2500) {
        @Override
        List<byte[]> samples() throws IOException {
            return bytes(Golden.hunts());
        }

        @Override
        Object decode(byte[] bytes) throws RefusedHuntException {
            return HuntCodec.decode(bytes);
        }

        @Override
        void check(Object value) throws RefusedHuntException {
            assertThat(HuntCodec.decode(HuntCodec.encode((Hunt) value))).isEqualTo(value);
        }
    },
    /** Records of the topic hunts. */
    PUBLICATION(256 * 1024, 2500) {
        @Override
        List<byte[]> samples() throws IOException {
            List<byte[]> samples = new ArrayList<>();
            for (byte[] json : HUNT.samples()) {
                try {
                    samples.add(
                            PublicationCodec.encode(
                                    new Publication.Published(HuntCodec.decode(json)), KEYS));
                } catch (RefusedHuntException e) {
                    throw new IllegalStateException(e);
                }
            }
            samples.add(PublicationCodec.encode(new Publication.Voided("pier", 1), KEYS));
            return samples;
        }

        @Override
        Object decode(byte[] bytes) throws RefusedHuntException, UnknownKeyException {
            return PublicationCodec.decode(bytes, KEYS);
        }

        @Override
        void check(Object value) throws RefusedHuntException, UnknownKeyException {
            byte[] again = PublicationCodec.encode((Publication) value, KEYS);
            assertThat(PublicationCodec.decode(again, KEYS)).isEqualTo(value);
        }
    },
    /** Hunts as authors write them; refused with file, line and reason. */
    AUTHORED(1024 * 1024, 5000) {
        @Override
        List<byte[]> samples() throws IOException {
            List<byte[]> samples = new ArrayList<>(HUNT.samples());
            for (byte[] json : HUNT.samples()) {
                samples.add(Tree.of(json).yaml().getBytes(UTF_8));
            }
            return samples;
        }

        @Override
        Object decode(byte[] bytes) throws IOException, RefusedHuntException {
            return HuntYaml.read(Files.write(FILE, bytes));
        }

        @Override
        void check(Object value) throws Exception {
            HUNT.check(value);
        }

        @Override
        void checkRefusal(byte[] bytes, Exception refusal) {
            String place = Pattern.quote(FILE + ":") + "[0-9]+: .+";
            assertThat(refusal.getMessage().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.matches(place));
        }
    };

    /** Bytes of any dead letter of a record. */
    static final int LARGEST_LETTER = 8 * 1024;

    /** 10,000 steps of a compiled pattern, and how many of such a hunt may have. */
    private static final long MEMORY_OF_A_PATTERN = 4_000_000;

    private static final int MOST_PATTERNS = 30;

    private static final byte[] ADA = "ada".getBytes(UTF_8);
    private static final Intake INTAKE = new Intake(OptionalInt.empty(), Seals.asRecorded());
    private static final Keys KEYS = Keys.fresh(Role.HUNTS);
    private static final Path FILE = file();

    private final long base;
    private final long perByte;

    Decoder(long base, long perByte) {
        this.base = base;
        this.perByte = perByte;
    }

    /** What is well formed; mutations begin here. */
    abstract List<byte[]> samples() throws IOException;

    abstract Object decode(byte[] bytes) throws Exception;

    /** What must hold of every value that it decoded. */
    abstract void check(Object value) throws Exception;

    /** What must hold of every refusal. */
    void checkRefusal(byte[] bytes, Exception refusal) throws Exception {
        assertThat(refusal.getMessage()).isNotEmpty();
    }

    /** Whether it may refuse an input by this. */
    boolean refusesBy(Exception refusal) {
        return switch (this) {
            case ACTION -> refusal instanceof RejectedException;
            case RECORDED, RESULT, PROGRESS, DEAD_LETTER ->
                    refusal instanceof MalformedJsonException;
            case HUNT, AUTHORED -> refusal instanceof RefusedHuntException;
            case PUBLICATION ->
                    refusal instanceof RefusedHuntException
                            || refusal instanceof UnknownKeyException;
        };
    }

    /** Bytes of memory that it may take for an input. */
    long allowed(byte[] input) {
        long patterns = readsPatterns() ? patterns(input) : 0;
        return base + perByte * input.length + MEMORY_OF_A_PATTERN * patterns;
    }

    private boolean readsPatterns() {
        return this == HUNT || this == PUBLICATION || this == AUTHORED;
    }

    private static long patterns(byte[] input) {
        String text = new String(input, ISO_8859_1);
        int patterns = 0;
        int at = text.indexOf("pattern");
        while (at >= 0 && patterns < MOST_PATTERNS) {
            patterns++;
            at = text.indexOf("pattern", at + 1);
        }
        return patterns;
    }

    private static List<byte[]> bytes(List<String> lines) {
        return lines.stream().map(line -> line.getBytes(UTF_8)).toList();
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("hunt", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
