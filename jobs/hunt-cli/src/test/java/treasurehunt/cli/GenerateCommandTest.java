package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class GenerateCommandTest {
    @TempDir private Path folder;

    private Ran generate(Path out, Object... more) {
        Object[] arguments = new Object[more.length + 9];
        Object[] usual = {
            "generate", "--actions", 500, "--players", 20, "--partitions", 3, "--out", out
        };
        System.arraycopy(usual, 0, arguments, 0, usual.length);
        System.arraycopy(more, 0, arguments, usual.length, more.length);
        return Ran.hunt(arguments);
    }

    @Test
    void whatIsWrittenCanBeReplayedAsItSays() {
        Path out = folder.resolve("log/actions.ndjson");

        Ran ran = generate(out, "--seed", 7);
        Ran replay =
                Ran.hunt(
                        "replay",
                        "--hunts",
                        folder.resolve("log/hunts"),
                        "--actions",
                        out,
                        "--partitions",
                        3);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("Wrote 500 records and ")
                .contains("by seed 7 to " + out)
                .contains("./hunt replay --hunts " + folder.resolve("log/hunts"))
                .contains("./hunt audit --hunts " + folder.resolve("log/hunts"));
        assertThat(replay.exitCode()).isZero();
        assertThat(replay.out().lines().filter(line -> line.contains("\"action_id\"")).count())
                .isGreaterThan(450);
    }

    @Test
    void theSameOptionsGiveTheSameBytes() {
        Path first = folder.resolve("1/actions.ndjson");
        Path second = folder.resolve("2/actions.ndjson");

        generate(first);
        generate(second);

        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(folder.resolve("2/hunts/hunt-01-1.json").toFile().exists())
                .isEqualTo(folder.resolve("1/hunts/hunt-01-1.json").toFile().exists());
    }

    @Test
    void givenHuntsAreCopiedAsTheyAre() throws IOException {
        Path given = folder.resolve("given");
        Hunts.write(given.resolve("pier.yaml"), Hunts.of("pier"));
        Path out = folder.resolve("log/actions.ndjson");

        Ran ran = generate(out, "--hunts", given, "--json");

        assertThat(ran.out())
                .startsWith("{\"seed\":1,\"records\":500,\"ticks\":")
                .contains("\"hunts\":1");
        assertThat(folder.resolve("log/hunts/pier.yaml"))
                .hasSameBinaryContentAs(given.resolve("pier.yaml"));
        assertThat(out).content().contains("\"hunt\":\"pier\"");
    }

    @Test
    void anotherHuntInTheFolderIsNamedAndNothingIsWritten() throws IOException {
        Path other = folder.resolve("hunts/other.yaml");
        Hunts.write(other, Hunts.of("other"));
        Path out = folder.resolve("actions.ndjson");

        Ran ran = generate(out);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(other + ": is no hunt of this log").hasLineCount(1);
        assertThat(Files.exists(out)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--actions, 0, at least 1",
        "--players, 0, 1 to 100000",
        "--players, 2000000000, 1 to 100000",
        "--partitions, -1, 1 to 10000",
        "--partitions, 10001, 1 to 10000"
    })
    void aNumberOutOfItsRangeIsRefusedWithTheRange(String option, int given, String range) {
        Ran ran = Ran.hunt("generate", "--out", folder.resolve("a.ndjson"), option, given);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith(option + ": must be " + range + ", not " + given);
    }

    @Test
    void aFolderWithoutHuntsIsNamed() {
        Ran ran = generate(folder.resolve("a.ndjson"), "--hunts", folder.resolve("none"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(folder.resolve("none") + ": ").hasLineCount(1);
    }
}
