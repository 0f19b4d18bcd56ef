package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

class HuntTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "check --help",
                "keys --help",
                "publish --help",
                "send --help",
                "correct --help",
                "tail --help",
                "record --help",
                "replay --help",
                "generate --help",
                "audit --help",
                "rebuild --help",
                "leaders --help",
                "player --help",
                "psql --help",
                "play --help",
                "explain --help",
                "completion --help"
            })
    void helpShowsExamples(String line) {
        Ran ran = Ran.hunt((Object[]) line.split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("Usage: hunt", "Examples:", "./hunt ");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void theVersionIsTheBuilds() {
        Ran ran = Ran.hunt("--version");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).matches("hunt \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | Which command?             | ./hunt --help",
                "bury                          | 'bury'                     | ./hunt --help",
                "check                         | FILE                       | ./hunt check --help",
                "publish                       | FILE.yaml                  | ./hunt publish --help",
                "publish a.yaml --kafka nowhere| nowhere is no HOST:PORT    | ./hunt publish --help",
                "tail                          | TOPIC                      | ./hunt tail --help",
                "tail treasures                | hunts, actions, results    | ./hunt tail --help",
                "tail results --max 0          | --max                      | ./hunt tail --help",
                "tail results --loud           | --loud                     | ./hunt tail --help",
                "replay                        | --hunts=DIR                | ./hunt replay --help",
                "record --out x                | --hunts=DIR                | ./hunt record --help",
                "replay --hunts h --actions a --partitions 0 | --partitions | ./hunt replay --help",
                "generate                      | --out=FILE.ndjson          | ./hunt generate --help",
                "generate --out x --players 0  | --players: must be 1 to    | ./hunt generate --help",
                "audit --hunts h --actions a   | --results go together      | ./hunt audit --help",
                "audit --partitions 4          | are about files            | ./hunt audit --help",
                "audit --running               | are about files            | ./hunt audit --help",
                "audit --hunts h --actions a --results r --partitions 0 | --partitions | ./hunt audit --help",
                "audit --timeout soon          | 'soon' is no time          | ./hunt audit --help",
                "leaders                       | HUNT                       | ./hunt leaders --help",
                "leaders h --postgres db       | db is no jdbc:postgresql:  | ./hunt leaders --help",
                "psql --postgres jdbc:postgresql://h/d?password=x | --password-env | ./hunt psql --help",
                "player                        | NAME                       | ./hunt player --help",
                "play harbour-lights           | --player=PLAYER            | ./hunt play --help",
                "explain 3                     | 3 is neither PARTITION:OFFSET nor | ./hunt explain --help",
                "keys                          | init, rotate, list         | ./hunt keys --help",
                "keys rotate                   | ROLE                       | ./hunt keys rotate --help",
                "keys rotate players           | players is none of hunts, operators, treasury | ./hunt keys rotate --help",
                "correct                       | adjust, mark-solved        | ./hunt correct --help",
                "correct bury                  | 'bury'                     | ./hunt correct --help",
                "send                          | join, answer, scan         | ./hunt send --help",
                "send sing                     | sing is none of            | ./hunt send --help",
                "send join                     | --player is missing        | ./hunt send --help",
                "send --player me join         | --hunt is missing          | ./hunt send --help",
                "send --player me answer gate  | TEXT                       | ./hunt send answer --help",
                "send --player me arrive quay  | LATITUDE,LONGITUDE         | ./hunt send arrive --help",
                "send arrive quay here         | here is no LATITUDE,LONG   | ./hunt send arrive --help",
                "send position 91,0            | 91 is no latitude          | ./hunt send position --help",
                "send position 0,180.5         | 180.5 is no longitude      | ./hunt send position --help",
                "send position 0,0 --accuracy=-1 | -1 is no number of metres | ./hunt send position --help",
                "send position 0,0 --acuracy 1  | --acuracy                 | ./hunt send position --help",
                "send submit-for-review quay   | EVIDENCE                   | ./hunt send submit-for-review --help",
                "send disqualify               | disqualify is none of      | ./hunt send --help",
                "send --timeout soon join      | soon is no time            | ./hunt send --help"
            })
    void wrongUsageSaysWhatAndWhereHelpIs(String line, String what, String help) {
        Ran ran = Ran.hunt(line == null ? new Object[0] : line.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(what).contains("Try: " + help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tail results",
                "play h --player me",
                "explain 0:1",
                "record --out target/never --hunts target/never-hunts",
                "audit",
                "rebuild --postgres jdbc:postgresql://127.0.0.1:1/hunts",
                "send --player me --hunt h join",
                "send --player me --hunt h answer gate oak",
                "send --player me --hunt h arrive quay 54.35,18.65 --accuracy 12.5",
                "send --player me --hunt h position -33.8568,151.2153",
                "send --player me --hunt h submit-for-review knot a-photo",
                "send --stdin"
            })
    @Timeout(20)
    void withoutABrokerOneSentenceNamesTheAddressAndTheDemo(String line) throws IOException {
        String address = "127.0.0.1:" + unusedPort();

        Ran ran = Ran.hunt((Object[]) (line + " --kafka " + address).split(" "));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(address).contains("./hunt demo").hasLineCount(1);
    }

    @Test
    void completionKnowsEveryCommand() {
        Ran ran = Ran.hunt("completion");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("complete -F _complete_hunt", "leaders", "--postgres-port");
    }

    @Test
    void anUnknownHostIsNoStackTrace() {
        Ran ran = Ran.hunt("tail", "results", "--kafka", "no-such-host.invalid:9092");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("no-such-host.invalid:9092").hasLineCount(1);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
