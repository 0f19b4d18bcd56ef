package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import treasurehunt.cli.CommandFailedException;

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

    @Test
    void onlyAnInterruptionIsTakenForOne() {
        assertThat(DemoCommand.isInterruption(new InterruptException("poll"))).isTrue();
        assertThat(
                        DemoCommand.isInterruption(
                                new IllegalStateException(
                                        "waiting", new InterruptedException("sleep"))))
                .isTrue();
        assertThat(DemoCommand.isInterruption(new CommandFailedException("broker gone"))).isFalse();

        // What Kafka throws sets the flag.
        assertThat(Thread.interrupted()).isTrue();
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new DemoCommand()).setOut(out).setErr(out).execute(arguments);
    }
}
