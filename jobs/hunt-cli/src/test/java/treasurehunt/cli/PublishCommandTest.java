package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is refused before any broker is asked: there is none here. */
class PublishCommandTest {
    @TempDir private Path folder;

    @Test
    void everyRefusalOfEveryFileIsSaidWithFileAndLine() throws IOException {
        Path one = Hunts.write(folder.resolve("one.yaml"), "hunt: Bad Id\ncolour: red\n");
        Path two = Hunts.write(folder.resolve("two.yaml"), "hunt: [\n");
        Path good = Hunts.write(folder.resolve("good.yaml"), Hunts.of("good"));

        Ran ran = Ran.hunt("publish", good, one, two);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .allMatch(line -> line.matches(".*(one|two)\\.yaml:\\d+: .+"))
                .anyMatch(line -> line.startsWith(one + ":1: "))
                .anyMatch(line -> line.startsWith(one + ":2: colour"))
                .anyMatch(line -> line.startsWith(two + ":"));
    }

    @Test
    void twoFilesWithOneHuntAndVersionAreRefused() throws IOException {
        Path one = Hunts.write(folder.resolve("one.yaml"), Hunts.of("pier"));
        Path two = Hunts.write(folder.resolve("two.yaml"), "# mine\n" + Hunts.of("pier"));

        Ran ran = Ran.hunt("publish", one, two);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip())
                .isEqualTo(two + ":2: hunt pier is in " + one + ", too, in the same version 1");
    }

    @Test
    void withoutTheKeyOfHuntsNothingIsPublished() throws IOException {
        Path good = Hunts.write(folder.resolve("good.yaml"), Hunts.of("good"));

        Ran ran = Ran.hunt("publish", good, "--keys", folder.resolve("none"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(folder.resolve("none") + "/hunts.keys: there is no such file.")
                .contains("./hunt keys init");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.yaml");

        Ran ran = Ran.hunt("publish", missing);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip()).isEqualTo(missing + ": there is no such file or folder");
        assertThat(Files.exists(missing)).isFalse();
    }
}
