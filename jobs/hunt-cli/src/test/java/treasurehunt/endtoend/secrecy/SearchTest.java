package treasurehunt.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A search that finds nothing proves something only if it finds what is there. */
class SearchTest {
    private static final String TEXT = "Wq7? xZ~kB4";
    private static final String NUMBER = "48.2047193";
    private static final byte[] BYTES = {0, -1, 'A', 62, 63, -5, 17, -98, 0, 4};

    private static final List<Canary> CANARIES =
            List.of(
                    Canary.text("text", Fate.KEPT, TEXT),
                    Canary.number("number", Fate.KEPT, NUMBER),
                    Canary.bytes("bytes", Fate.KEY, BYTES));

    @TempDir Path folder;

    static Stream<byte[]> disguises() {
        byte[] utf8 = TEXT.getBytes(UTF_8);
        return Stream.of(
                utf8,
                TEXT.toLowerCase(Locale.ROOT).getBytes(UTF_8),
                TEXT.toUpperCase(Locale.ROOT).getBytes(UTF_8),
                "wq7xzkb4".getBytes(UTF_8),
                TEXT.getBytes(UTF_16LE),
                TEXT.getBytes(UTF_16BE),
                ascii(
                        "\\u0057\\u0071\\u0037\\u003F\\u0020\\u0078\\u005a\\u007e\\u006B\\u0042\\u0034"),
                ascii(HexFormat.of().formatHex(utf8)),
                ascii(HexFormat.of().withUpperCase().formatHex(utf8)),
                base64("{" + TEXT + "}"),
                base64("{\"" + TEXT + "\"}"),
                base64("{\"a\"" + TEXT + "."),
                Base64.getEncoder().encode(TEXT.getBytes(UTF_16LE)),
                Base64.getEncoder().encode(ascii("wq7xzkb4")),
                Base64.getUrlEncoder().encode(utf8));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void findsATextHoweverItIsWritten(byte[] disguised) throws IOException {
        assertThat(foundIn(disguised)).containsExactly("text");
    }

    @Test
    void findsANumberByItsDigitsAndAsADouble() throws IOException {
        double number = Double.parseDouble(NUMBER);
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).putDouble(number);

        assertThat(foundIn(ascii("{\"latitude\":" + number + "}"))).containsExactly("number");
        assertThat(foundIn(bytes.array())).containsExactly("number");
        assertThat(foundIn(bytes.order(ByteOrder.LITTLE_ENDIAN).putDouble(0, number).array()))
                .containsExactly("number");
    }

    @Test
    void findsBytesAsTheyAreAndInBase64() throws IOException {
        assertThat(foundIn(BYTES)).containsExactly("bytes");
        assertThat(foundIn(Base64.getEncoder().encode(BYTES))).containsExactly("bytes");
        assertThat(foundIn(ascii(HexFormat.of().formatHex(BYTES)))).containsExactly("bytes");
    }

    @Test
    void findsAllThatStandTogetherAndInWhichFiles() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.write(folder.resolve("deep/one"), ascii(NUMBER + TEXT + TEXT + NUMBER));
        Files.write(folder.resolve("two"), BYTES);
        Files.write(folder.resolve("empty"), new byte[0]);
        Files.write(folder.resolve(NUMBER + ".log"), new byte[0]);

        assertThat(new Search(CANARIES).in(folder))
                .containsExactlyInAnyOrder(
                        new Find(CANARIES.get(0), "deep/one"),
                        new Find(CANARIES.get(1), "deep/one"),
                        new Find(CANARIES.get(2), "two"),
                        new Find(CANARIES.get(1), NUMBER + ".log"));
    }

    @Test
    void doesNotTakeAPartForTheWhole() throws IOException {
        Files.write(folder.resolve("head"), ascii(TEXT.substring(0, TEXT.length() - 1)));
        Files.write(folder.resolve("tail"), ascii(TEXT.substring(1)));

        assertThat(new Search(CANARIES).in(folder)).isEmpty();
    }

    /** At the beginning, at the end, and deep inside, wherever that is. */
    private List<String> foundIn(byte[] disguised) throws IOException {
        byte[] large = new byte[3_000_001 + disguised.length];
        System.arraycopy(disguised, 0, large, 1_048_576 - 3, disguised.length);
        List<String> alone = foundIn("alone", disguised);
        assertThat(foundIn("large", large)).isEqualTo(alone);
        System.arraycopy(disguised, 0, large, large.length - disguised.length, disguised.length);
        assertThat(foundIn("end", large)).isEqualTo(alone);
        return alone;
    }

    private List<String> foundIn(String file, byte[] content) throws IOException {
        Path below = Files.createDirectories(folder.resolve(file));
        Files.write(below.resolve(file), content);
        return new Search(CANARIES).in(below).stream().map(find -> find.canary().name()).toList();
    }

    private static byte[] base64(String text) {
        return Base64.getEncoder().encode(ascii(text));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
