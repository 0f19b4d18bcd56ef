package treasurehunt.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Whatever bytes arrive, a decoder answers with a value or with its one exception, and takes no
 * more memory than their size gives it. {@code -Dhunt.inputs=N} bends that many samples, {@code
 * -Dhunt.seed=N} repeats a run, {@code -Dhunt.report=FILE} writes figures.
 */
class HostileInputTest {
    private static final long SEED = Long.getLong("hunt.seed", System.nanoTime());
    private static final long INPUTS = Long.getLong("hunt.inputs", 200_000);

    /** Bytes of a record that a broker takes. */
    private static final int LARGEST = 1 << 20;

    private static final Optional<Path> REPORT =
            Optional.ofNullable(System.getProperty("hunt.report")).map(Path::of);

    /** Inputs of each thousand. An authored hunt is a file, and takes a hundred times as long. */
    private static final Map<Decoder, Integer> SHARES =
            Map.of(
                    Decoder.ACTION, 700,
                    Decoder.RECORDED, 100,
                    Decoder.RESULT, 60,
                    Decoder.PROGRESS, 40,
                    Decoder.DEAD_LETTER, 60,
                    Decoder.HUNT, 28,
                    Decoder.PUBLICATION, 10,
                    Decoder.AUTHORED, 2);

    private static final Map<Decoder, String> REPORTS = new TreeMap<>();

    @BeforeAll
    static void tellTheSeed() {
        System.out.println("hunt.seed=" + SEED);
    }

    @AfterAll
    static void writeReport() throws IOException {
        if (REPORT.isPresent()) {
            String all = String.join(",\n", REPORTS.values());
            Files.writeString(
                    REPORT.get(), "{\"seed\":" + SEED + ",\"decoders\":[\n" + all + "\n]}\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDecodedOrRefusedHoweverItIsBent(Decoder decoder) throws Exception {
        Feeding feeding = fed(decoder);
        List<byte[]> samples = decoder.samples();
        List<Tree> trees = trees(samples);
        Random random = new Random(SEED + decoder.name().hashCode());
        Mutations ofBytes = new Mutations(random);
        TreeMutations ofTrees = new TreeMutations(random);

        for (long i = INPUTS * SHARES.get(decoder) / 1000; i > 0; i--) {
            if (random.nextInt(3) == 0) {
                feeding.feed(ofBytes.of(samples));
                continue;
            }
            Tree tree = ofTrees.of(trees);
            boolean yaml = decoder == Decoder.AUTHORED && random.nextBoolean();
            byte[] bytes = (yaml ? tree.yaml() : tree.json()).getBytes(UTF_8);
            feeding.feed(random.nextInt(4) == 0 ? ofBytes.bent(bytes, samples) : bytes);
        }

        REPORTS.put(decoder, feeding.report());
        System.out.println(feeding.report());
        assertThat(feeding.shareDecoded()).as("decoded, hunt.seed=%d", SEED).isBetween(0.01, 0.9);
    }

    /** A decoder that has seen all samples: what a first time takes is not the input's doing. */
    private static Feeding fed(Decoder decoder) throws Exception {
        for (byte[] sample : decoder.samples()) {
            decoder.check(decoder.decode(sample));
        }
        return new Feeding(decoder);
    }

    private static List<Tree> trees(List<byte[]> samples) {
        List<Tree> trees = new ArrayList<>();
        for (byte[] sample : samples) {
            if (sample[0] == '{') {
                try {
                    trees.add(Tree.of(sample));
                } catch (IOException e) {
                    throw new AssertionError("a sample that is no JSON", e);
                }
            }
        }
        return trees;
    }

    /**
     * The square of the largest size is 2.5 · 10¹¹ and more: nobody would wait for so many steps.
     */
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest
    @EnumSource
    void takesNoMoreMemoryThanItsSizeGivesItHoweverItHasGrown(Decoder decoder) throws Exception {
        Feeding feeding = fed(decoder);
        Map<String, IntFunction<String>> shapes = new TreeMap<>(GrownInputs.json());
        if (decoder == Decoder.AUTHORED) {
            shapes.putAll(GrownInputs.yaml());
        }
        for (Map.Entry<String, IntFunction<String>> shape : shapes.entrySet()) {
            int times = 1;
            for (byte[] bytes = GrownInputs.bytes(shape.getValue(), times);
                    bytes.length <= LARGEST;
                    bytes = GrownInputs.bytes(shape.getValue(), times)) {
                try {
                    feeding.feed(bytes);
                    times *= 2;
                } catch (AssertionError e) {
                    throw new AssertionError(times + " " + shape.getKey(), e);
                }
            }
        }
        System.out.println(feeding.report());
    }
}
