package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What is refused and cannot stand in a file of {@code broken-hunts}: it is no text, or no YAML.
 */
class RefusedHuntTest {
    @TempDir Path folder;

    static Stream<Arguments> noHunt() {
        return Stream.of(
                arguments("empty", text(""), "1: needs fields, such as `hunt: harbour-lights`"),
                arguments("Latin-1", latin("hunt: a\ntitle: Fl\u00fct"), "2: is not valid UTF-8"),
                arguments("UTF-16", "hunt: a".getBytes(UTF_16), "1: is not valid UTF-8"),
                arguments(
                        "cut within a character",
                        latin("title: x\ntext: \u00c3"),
                        "2: is not valid UTF-8"),
                arguments("a picture", latin("\u0089PNG\r\n\u001a\n\0"), "1: is not valid UTF-8"),
                arguments(
                        "a program",
                        latin("\u007fELF\2\1\1\0"),
                        "1: holds U+007F, which is no text"),
                arguments("a null", text("hunt: a\0b"), "1: holds U+0000, which is no text"),
                arguments(
                        "an escape",
                        text("hunt: a\ntitle: a\u001bb"),
                        "2: holds U+001B, which is no text"),
                arguments(
                        "a file of 256 KiB and a byte",
                        text("#" + "x".repeat(256 * 1024)),
                        "1: is larger than 256 KiB"),
                arguments(
                        "100,000 lists",
                        text("a: " + "[".repeat(100_000)),
                        "1: is nested deeper than 24"),
                arguments(
                        "100,000 lists in lines",
                        text("a:\n" + "- ".repeat(100_000)),
                        "2: is nested deeper than 24"),
                arguments(
                        "50,000 objects",
                        text("{a: ".repeat(50_000)),
                        "1: is nested deeper than 24"),
                arguments(
                        "100,000 keys of keys",
                        text("? ".repeat(100_000)),
                        "1: is nested deeper than 24"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noHunt")
    void refusesWhatIsNoHuntAtAll(String name, byte[] bytes, String reason) throws Exception {
        Path file = Files.write(folder.resolve("hunt.yaml"), bytes);

        RefusedHuntException refused = refused(() -> HuntYaml.read(file));

        assertThat(refused.getMessage()).isEqualTo(file + ":" + reason);
    }

    @Test
    void publishedJsonIsHeldToTheSameGrammar() {
        String published =
                """
                {"hunt":"h","version":1e0,"title":null,"text":"","opens":"2026-06-01T08:00:00Z",
                "closes":"2026-06-02T08:00:00Z","clues":[{"id":"a","title":"A","proof":{"code":
                {"accept":["x"]}},"requires":7,"deadline":5}],"sealed":{}}
                """;

        RefusedHuntException refused = refused(() -> HuntCodec.decode(published.getBytes(UTF_8)));

        assertThat(refused.problems())
                .extracting(Problem::path)
                .containsExactly(
                        "clues[0].requires",
                        "clues[0].deadline",
                        "version",
                        "title",
                        "text",
                        "sealed");
    }

    @Test
    void aPublishedDefinitionHasABound() {
        byte[] large = (" ".repeat(1024 * 1024) + "{}").getBytes(UTF_8);

        RefusedHuntException refused = refused(() -> HuntCodec.decode(large));

        assertThat(refused).hasMessage("is larger than 1 MiB");
    }

    @Test
    void whatMovesACursorStaysOutOfTheMessage() throws Exception {
        String yaml = "\"a\u0085b\u2028c\u202ed\\e[2J\u200d\": 1\n";
        Path file = Files.write(folder.resolve("hunt.yaml"), text(yaml));

        RefusedHuntException refused = refused(() -> HuntYaml.read(file));

        assertThat(refused.getMessage())
                .contains("a b c d [2J : unknown field")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void wavesMayStandAnywhere(String shift) throws Exception {
        String yaml = "hunt: 1\ntitle: \"" + shift + "🌊".repeat(20_000) + "\"\n";
        Path file = Files.write(folder.resolve("hunt.yaml"), text(yaml));

        RefusedHuntException refused = refused(() -> HuntYaml.read(file));

        assertThat(refused.getMessage()).contains(":2: title: is longer than 4 KiB");
    }

    @Test
    void aLongNameIsCutWhereverItIsQuotedFrom() throws Exception {
        String yaml = "? \"" + "x".repeat(100_000) + "\"\n: [" + "&a a, ".repeat(20_000) + "]\n";
        Path file = Files.write(folder.resolve("hunt.yaml"), text(yaml));

        RefusedHuntException refused = refused(() -> HuntYaml.read(file));

        assertThat(refused.problems())
                .hasSize(20_000)
                .allMatch(problem -> problem.path().length() < 80);
    }

    @FunctionalInterface
    private interface Reading {
        Hunt read() throws RefusedHuntException, IOException;
    }

    private static RefusedHuntException refused(Reading reading) {
        return catchThrowableOfType(RefusedHuntException.class, reading::read);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
