package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import treasurehunt.cli.CommandFailedException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

class ObstaclesTest {
    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void aTakenPortIsRefusedByNumberAndOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Obstacles.refuseIfTaken(taken.getLocalPort(), "--kafka-port"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--kafka-port");
        }
    }

    @Test
    void anyFreePortIsNeverTaken() {
        assertThatCode(() -> Obstacles.refuseIfTaken(0, "--kafka-port")).doesNotThrowAnyException();
    }

    @Test
    void tooLittleMemoryIsRefused() {
        assertThatThrownBy(() -> Obstacles.refuseIfLessMemory(2_000 * MEBIBYTE))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(
                        "needs 3328 MiB of memory, and this machine has 2000 MiB available");
    }

    @Test
    void whatLinuxCallsAvailableIsRead() {
        String meminfo =
                """
                MemTotal:       24682984 kB
                MemFree:          690240 kB
                MemAvailable:    2048000 kB
                Buffers:           21188 kB
                """;

        assertThat(Obstacles.availableMemory(meminfo)).hasValue(2_000 * MEBIBYTE);
    }

    @Test
    void anOldLinuxDoesNotSayWhatIsAvailable() {
        assertThat(Obstacles.availableMemory("MemTotal: 24682984 kB\nMemFree: 690240 kB\n"))
                .isEmpty();
    }

    @Test
    void tooLittleDiskIsRefusedWithTheFolder() {
        assertThatThrownBy(() -> Obstacles.refuseIfLessDisk(Path.of("/var/tmp"), 100 * MEBIBYTE))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("/var/tmp")
                .hasMessageContaining("100 MiB are free");
    }
}
