package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

class KeysCommandTest {
    @TempDir private Path scratch;
    private Path folder;

    @BeforeEach
    void aFolderThatIsNotThere() {
        folder = scratch.resolve("keys");
    }

    @Test
    void initMakesWhatIsMissingAndNothingElse() throws IOException {
        Ran first = keys("init");
        byte[] hunts = Files.readAllBytes(folder.resolve("hunts.keys"));
        Files.delete(folder.resolve("treasury.keys"));
        Ran second = keys("init");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out().lines())
                .hasSize(3)
                .allMatch(line -> line.matches(".*\\.keys: made, [0-9a-f]{8} seals"));
        assertThat(second.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("hunts.keys: was there, "))
                .anyMatch(line -> line.contains("treasury.keys: made, "));
        assertThat(folder.resolve("hunts.keys")).hasBinaryContent(hunts);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void rotateTellsWhatSealsAndWhatCountsBesideIt() throws Exception {
        keys("init");
        String old = new KeyFolder(folder).read(Role.OPERATORS).ids().get(0);

        Ran ran = keys("rotate", "operators");

        List<String> ids = new KeyFolder(folder).read(Role.OPERATORS).ids();
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ids).hasSize(2).startsWith(old);
        assertThat(ran.out().strip())
                .isEqualTo(
                        "%s: rotated, %s seals, beside it counts %s"
                                .formatted(folder.resolve("operators.keys"), ids.get(1), old));
    }

    @Test
    void listNamesWhatIsThereAndWhatIsMissing() throws Exception {
        keys("init");
        Files.delete(folder.resolve("treasury.keys"));
        List<String> operators = new KeyFolder(folder).read(Role.OPERATORS).ids();

        Ran words = keys("list");
        Ran json = keys("list", "--json");

        assertThat(words.out().lines())
                .hasSize(3)
                .anyMatch(
                        line ->
                                line.endsWith(
                                        "operators.keys: there, " + operators.get(0) + " seals"))
                .anyMatch(
                        line -> line.endsWith("treasury.keys: missing: ./hunt keys init makes it"));
        assertThat(json.out().lines())
                .hasSize(3)
                .contains(
                        "{\"role\":\"operators\",\"file\":\"%s\",\"keys\":[\"%s\"]}"
                                .formatted(folder.resolve("operators.keys"), operators.get(0)));
    }

    @Test
    void noCommandShowsAKey() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (String[] command :
                List.of(
                        new String[] {"init"},
                        new String[] {"rotate", "hunts"},
                        new String[] {"list"},
                        new String[] {"list", "--json"},
                        new String[] {"init", "--json"})) {
            Ran ran = keys(command);
            shown.append(ran.out()).append(ran.err());
        }

        for (String line : Files.readAllLines(folder.resolve("hunts.keys"))) {
            assertThat(shown.toString()).contains(line.substring(0, 8));
            assertThat(shown.toString()).doesNotContain(line.substring(9));
        }
    }

    @Test
    void aFileThatOthersMayReadIsRefusedWithTheCure() throws IOException {
        keys("init");
        Path file = folder.resolve("hunts.keys");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = keys("list");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip())
                .isEqualTo(file + ": others than its owner may use it; chmod 600 " + file);
    }

    @Test
    void aBrokenFileIsNamedWithItsLineAndNotShown() throws IOException {
        keys("init");
        String broken = "1234abcd:c2VjcmV0\n";
        Files.write(folder.resolve("hunts.keys"), broken.getBytes(StandardCharsets.US_ASCII));

        Ran ran = keys("rotate", "hunts");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(folder.resolve("hunts.keys") + ":1: is no key")
                .doesNotContain("c2VjcmV0")
                .hasLineCount(1);
    }

    @Test
    void nothingIsRotatedThatIsNotThere() {
        Ran ran = keys("rotate", "hunts");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(folder.resolve("hunts.keys") + ": there is no such file.")
                .contains("./hunt keys init", "--keys DIR");
    }

    private Ran keys(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("keys"));
        all.addAll(List.of(arguments));
        all.add("--keys=" + folder);
        return Ran.hunt(all.toArray());
    }
}
