package treasurehunt.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.contract.Golden;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whatever bytes arrive, a decoder answers with a value or with its one exception. Samples are bent
 * at random; {@code -Dhunt.seed} repeats a run.
 */
class HostileInputTest {
    private static final long SEED = Long.getLong("hunt.seed", System.nanoTime());

    private final Mutations mutations = new Mutations(SEED);

    @Test
    void actionsAreDecodedOrRejectedAndEveryRejectionCanBeWritten() throws Exception {
        List<byte[]> samples = new ArrayList<>();
        for (Path file : Golden.actions()) {
            samples.add(Files.readAllBytes(file));
        }

        int decoded = 0;
        for (int i = 0; i < 115_000; i++) {
            decoded += survives(samples, HostileInputTest::action) ? 1 : 0;
        }

        assertThat(decoded).as("decoded, hunt.seed=%d", SEED).isBetween(1_500, 110_000);
    }

    private static boolean action(byte[] json) throws MalformedJsonException {
        try {
            Action action = ActionCodec.decode(json);
            assertThat(again(ActionCodec::decode, ActionCodec.encode(action))).isEqualTo(action);
            return true;
        } catch (RejectedException e) {
            RawRecord record = new RawRecord(0, 0, 0, false, false, null, json);
            DeadLetter letter = DeadLetter.of("actions", record, e);
            assertThat(DeadLetterCodec.decode(DeadLetterCodec.encode(letter))).isEqualTo(letter);
            return false;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(byte[] bytes) throws Exception;
    }

    private static <T> T again(Reading<T> reading, byte[] encoded) {
        try {
            return reading.of(encoded);
        } catch (Exception e) {
            throw new AssertionError("what was encoded is refused", e);
        }
    }

    @Test
    void resultsAreDecodedOrMalformed() throws Exception {
        List<byte[]> samples = bytes(Golden.results());

        for (int i = 0; i < 40_000; i++) {
            survives(samples, HostileInputTest::result);
        }
    }

    private static boolean result(byte[] json) {
        try {
            Result result = ResultCodec.decode(json);
            assertThat(again(ResultCodec::decode, ResultCodec.encode(result))).isEqualTo(result);
            return true;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    @Test
    void deadLettersAreDecodedOrMalformed() throws Exception {
        List<byte[]> samples = bytes(Golden.deadLetters());

        for (int i = 0; i < 40_000; i++) {
            survives(samples, HostileInputTest::deadLetter);
        }
    }

    private static boolean deadLetter(byte[] json) {
        try {
            DeadLetter letter = DeadLetterCodec.decode(json);
            assertThat(again(DeadLetterCodec::decode, DeadLetterCodec.encode(letter)))
                    .isEqualTo(letter);
            return true;
        } catch (MalformedJsonException e) {
            return false;
        }
    }

    @Test
    void publishedHuntsAreDecodedOrRefused() throws Exception {
        List<byte[]> samples = bytes(Golden.hunts());

        for (int i = 0; i < 15_000; i++) {
            survives(samples, HostileInputTest::hunt);
        }
    }

    private static boolean hunt(byte[] json) {
        try {
            return republished(HuntCodec.decode(json));
        } catch (RefusedHuntException e) {
            return false;
        }
    }

    private static boolean republished(Hunt hunt) {
        try {
            assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
            return true;
        } catch (RefusedHuntException e) {
            throw new AssertionError("what was published is refused", e);
        }
    }

    @Test
    void authoredHuntsAreReadOrRefusedWithFileLineAndReason(@TempDir Path folder) throws Exception {
        Path example =
                Path.of(
                        HostileInputTest.class
                                .getResource("/examples/harbour-lights.yaml")
                                .toURI());
        List<byte[]> samples = new ArrayList<>(bytes(Golden.hunts()));
        samples.add(Files.readAllBytes(example));
        Path file = folder.resolve("hunt.yaml");

        for (int i = 0; i < 400; i++) {
            survives(samples, yaml -> authored(Files.write(file, yaml)));
        }
    }

    private static boolean authored(Path file) throws IOException {
        try {
            return republished(HuntYaml.read(file));
        } catch (RefusedHuntException e) {
            String place = Pattern.quote(file + ":") + "[0-9]+: .+";
            assertThat(e.getMessage().lines()).isNotEmpty().allMatch(line -> line.matches(place));
            return false;
        }
    }

    @FunctionalInterface
    private interface Decoder {
        boolean decodes(byte[] bytes) throws Exception;
    }

    private boolean survives(List<byte[]> samples, Decoder decoder) {
        byte[] bytes = mutations.of(samples);
        try {
            return decoder.decodes(bytes);
        } catch (Throwable e) {
            throw new AssertionError(
                    "hunt.seed=" + SEED + ", bytes: " + Base64.getEncoder().encodeToString(bytes),
                    e);
        }
    }

    private static List<byte[]> bytes(List<String> lines) {
        return lines.stream().map(line -> line.getBytes(UTF_8)).toList();
    }
}
