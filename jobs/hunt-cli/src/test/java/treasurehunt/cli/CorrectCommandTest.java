package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is refused before any broker is asked: there is none here. */
class CorrectCommandTest {
    private static final String GOOD =
            "{\"player\":\"ana\",\"hunt\":\"pier\",\"operator\":\"olga\","
                    + "\"adjust\":{\"points\":5,\"reason\":\"typo\"}}";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void keys() {
        file = folder.resolve("corrections.ndjson");
        assertThat(Ran.hunt("keys", "init", "--keys=" + folder.resolve("keys")).exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                          | adjust, mark-solved, review",
                "disqualify                                | --player is missing",
                "disqualify --player ana                   | --reason is missing",
                "disqualify --player ana --reason r        | --hunt is missing",
                "forget --player ana --reason r --hunt h   | leave out --hunt",
                "adjust --player ana --reason r --hunt h   | POINTS",
                "adjust 1.5 --player ana --reason r        | 1.5",
                "adjust 1000000001 --player ana --reason r --hunt h | adjust.points",
                "review photo maybe --player ana           | maybe is neither accept nor reject",
                "disqualify --player añá --reason r --hunt h | player",
                "disqualify --player ana --reason= --hunt h  | disqualify.reason: empty",
                "disqualify --player ana --reason r --hunt h --action-id % | action_id",
                "--file x --player ana                     | every line says itself",
                "--file x --reason r                       | every line says itself"
            })
    void wrongUsageSaysWhatAndSendsNothing(String line, String what) {
        Ran ran = correct(line == null ? new Object[0] : line.split(" "));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(what).contains("Try: ./hunt correct");
    }

    @Test
    void withoutKeysNothingIsSent() {
        Path nowhere = folder.resolve("nowhere");

        Ran ran =
                Ran.hunt(
                        "correct",
                        "--player=ana",
                        "--hunt=pier",
                        "--reason=r",
                        "--keys=" + nowhere,
                        "disqualify");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(nowhere.resolve("operators.keys") + ": there is no such file.")
                .contains("./hunt keys init", "--keys DIR")
                .hasLineCount(1);
    }

    @Test
    void everyLineOfAFileIsCheckedAndToldBeforeTheFirstIsSent() throws IOException {
        Hunts.write(
                file,
                String.join(
                        "\n",
                        GOOD,
                        "rubbish",
                        GOOD.replace("\"operator\":\"olga\",", ""),
                        Hunts.action("ana", "a1", "\"join\":{}"),
                        Hunts.action(
                                "ana",
                                "v",
                                "\"verdict\":{\"treasure\":\"t\",\"outcome\":\"WAITING\"}"),
                        "",
                        GOOD.replace("5", "1e3"),
                        "{\"action_id\":\"x\"," + GOOD.substring(1),
                        "{\"action_id\":\"x\"," + GOOD.substring(1)));

        Ran ran = correct("--file", file);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2: "),
                        line -> assertThat(line).isEqualTo(file + ":3: operator: missing"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(file + ":4: join: is nothing that operators do"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                file + ":5: verdict: is nothing that operators do"),
                        line -> assertThat(line).startsWith(file + ":7: adjust.points: not whole"),
                        line -> assertThat(line).startsWith(file + ":9: action_id: an earlier"));
    }

    @Test
    void moreThanARetryRemembersOfAPlayerIsRefused() throws IOException {
        Hunts.write(file, (GOOD + "\n").repeat(33));

        Ran ran = correct("--file", file);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith(file + ":33: more than 32 corrections of ana");
    }

    @Test
    void aFileWithoutALineIsRefused() throws IOException {
        Hunts.write(file, "\n \n");

        Ran ran = correct("--file", file);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().strip()).isEqualTo(file + ": holds no correction");
    }

    private Ran correct(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("correct"));
        all.addAll(List.of(arguments));
        all.add("--keys=" + folder.resolve("keys"));
        return Ran.hunt(all.toArray());
    }
}
