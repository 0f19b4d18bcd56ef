package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class PostgresServerIT {
    @TempDir Path folder;

    @Test
    void itDiesWithAKilledParentAndComesBackWithWhatItHad() throws SQLException {
        int port = Ports.free();
        try (ChildJvm parent =
                ChildJvm.of(PostgresParent.class.getName())
                        .arguments(folder.toString(), Integer.toString(port))
                        .start(folder.resolve("parent.log"))) {
            parent.await("Postgres", Patience.TIMEOUT, () -> parent.logTail().contains("pid="));
            ProcessHandle postgres = ProcessHandle.of(pid(parent)).orElseThrow();

            parent.kill();

            try {
                Patience.await("the death of Postgres", () -> !postgres.isAlive());
            } finally {
                postgres.destroyForcibly();
            }
        }
        try (PostgresServer again = PostgresServer.start(folder, port)) {
            assertThat(number(again)).isEqualTo(42);
        }
    }

    @Test
    void aPortThatIsTakenIsNamedAtOnce() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(folder, other.getLocalPort()))
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("is in use");
        }
    }

    @Test
    void whoIsInterruptedWhileItStartsLeavesNoneBehind() throws Exception {
        int port = Ports.free();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread starter =
                new Thread(
                        () -> {
                            try {
                                PostgresServer.start(folder, port).close();
                            } catch (RuntimeException e) {
                                thrown.set(e);
                            }
                        });
        starter.start();
        Patience.await(
                "Postgres's first words",
                () -> Files.exists(folder.resolve("data").resolve("postmaster.pid")));

        starter.interrupt();
        starter.join();

        assertThat(thrown.get()).hasMessageContaining("Interrupted");
        Patience.await("a free port", () -> !Ports.answers(port));
        assertThat(folder.resolve("data").resolve("postmaster.pid")).doesNotExist();
        try (PostgresServer again = PostgresServer.start(folder, port)) {
            assertThat(again.pid()).isPositive();
        }
    }

    @Test
    void rootNeedsANamespaceOfItsOwnAndHearsWhatToDo() {
        assertThatThrownBy(() -> PostgresServer.requireThatItMayRun("root", "false"))
                .hasMessageContaining("forbids `unshare -U`")
                .hasMessageContaining("start this as another user, or use a database");
        assertThatCode(() -> PostgresServer.requireThatItMayRun("root", "true"))
                .doesNotThrowAnyException();
        assertThatCode(() -> PostgresServer.requireThatItMayRun("ada", "false"))
                .doesNotThrowAnyException();
    }

    private static long pid(ChildJvm parent) {
        Matcher pid = Pattern.compile("pid=(\\d+)").matcher(parent.logTail());
        assertThat(pid.find()).isTrue();
        return Long.parseLong(pid.group(1));
    }

    private static int number(PostgresServer server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM numbers")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
