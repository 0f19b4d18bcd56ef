package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;

class DemoCommandTest {
    private final StringWriter said = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--players 0",
                "--players many",
                "--rate 0",
                "--rate -5",
                "--for 30",
                "--for 0s",
                "--for -3s",
                "--partitions 0",
                "--kafka-port 65536",
                "--kafka-port -1",
                "--kafka-port 8081",
                "--seed x",
                "--nonsense"
            })
    void nonsenseIsWrongUsage(String line) {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);
        assertThat(said.toString()).contains(line.split(" ", -1)[0]);
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingStarts() {
        assertThat(run("--report", "/no/such/folder/report.json")).isEqualTo(1);
        assertThat(said.toString()).contains("--report: /no/such/folder/report.json is no file");
    }

    @Test
    void helpSaysWhatItDoes() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString()).contains("--players", "--rate", "--for", "--report");
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new DemoCommand()).setOut(out).setErr(out).execute(arguments);
    }
}
