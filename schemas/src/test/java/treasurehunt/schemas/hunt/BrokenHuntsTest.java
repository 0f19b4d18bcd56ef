package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hunts in {@code broken-hunts}. Each begins with what is said of it, a comment for each
 * problem: {@code # line: path: reason}.
 */
class BrokenHuntsTest {
    private static final String EXPECTATION = "# (?=\\d+: )";

    static List<Path> hunts() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(BrokenHuntsTest.class.getResource("/broken-hunts").toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hunts")
    void areRefusedWithFileLineAndReason(Path file) throws IOException {
        List<String> expected =
                Files.readAllLines(file).stream()
                        .takeWhile(line -> line.matches(EXPECTATION + ".*"))
                        .map(line -> line.replaceFirst(EXPECTATION, file + ":"))
                        .toList();

        RefusedHuntException refused =
                catchThrowableOfType(RefusedHuntException.class, () -> HuntYaml.read(file));

        assertThat(refused).isNotNull();
        assertThat(refused.getMessage().lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void areMany() throws Exception {
        assertThat(hunts())
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(file -> file.toString().endsWith(".yaml"));
    }
}
