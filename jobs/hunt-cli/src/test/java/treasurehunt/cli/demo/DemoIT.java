package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import treasurehunt.schemas.result.Code;
import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoIT {
    private static final Pattern INVITATION = Pattern.compile("kill -9 (\\d+)");

    @TempDir Path folder;

    @Test
    void everyActionIsAnsweredExactlyOnceEvenIfTheEngineIsKilled() throws IOException {
        JsonNode report = report("--players 40 --rate 100 --for 10s --partitions 2", new Killer());

        assertThat(report.path("actions").asLong()).isGreaterThan(1_000);
        assertThat(report.path("answered").asLong()).isEqualTo(report.path("actions").asLong());
        assertThat(report.path("duplicates").asLong()).isZero();
        assertThat(report.path("violations").asLong(-1)).isZero();
        assertThat(report.path("snapshots").asLong()).isPositive();
        assertThat(report.path("rows").asLong()).isPositive();
        assertThat(report.path("dead_letters").asLong()).isZero();
        assertThat(report.path("restarts").asInt()).isEqualTo(1);
        assertThat(report.path("unanswered").asLong(-1)).isZero();
        assertThat(report.path("results").path(Code.SOLVED.name()).asLong()).isPositive();
        assertThat(report.path("latency_ms").path("p50").asDouble()).isPositive();
        assertThat(report.path("latency_ms").path("p99").asDouble()).isPositive();
    }

    @Test
    void whatIsKeptGoesOnAndNoDatabaseIsSharedByTwoLogs() throws Exception {
        try (PostgresServer postgres =
                PostgresServer.start(folder.resolve("postgres"), Ports.free())) {
            String options =
                    "--players 20 --for 1s --partitions 2 --user hunts --password-env HOME --postgres "
                            + postgres.url();
            askForPassword(postgres, System.getenv("HOME"));
            String kept = " --keep " + folder.resolve("kept");

            JsonNode first = report(options + kept, new StringWriter());
            JsonNode second = report(options + kept, new StringWriter());

            assertThat(first.path("rows").asLong()).isPositive();
            assertThat(second.path("rows").asLong()).isGreaterThan(first.path("rows").asLong());
            assertThat(second.path("actions").asLong())
                    .isGreaterThan(first.path("actions").asLong());
            assertThat(second.path("violations").asLong(-1)).isZero();
            StringWriter said = new StringWriter();
            assertThat(execute(options, said)).isEqualTo(1);
            assertThat(said.toString()).contains("has rows of another log already");
        }
    }

    /** Of a user {@code hunts}, who may do what the README says, and no more. */
    private void askForPassword(PostgresServer postgres, String password) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE hunts LOGIN CREATEROLE PASSWORD '%s'; GRANT CREATE ON SCHEMA public TO hunts"
                            .formatted(password));
            Path rules = folder.resolve("postgres/data/pg_hba.conf");
            Files.writeString(
                    rules, "host all hunts all scram-sha-256\n" + Files.readString(rules));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** The report of a demo that ended well and left nothing behind. */
    private JsonNode report(String options, Writer said) throws IOException {
        int exitCode = execute(options, said);
        assertThat(exitCode).as(said.toString()).isZero();
        return new ObjectMapper().readTree(report().toFile());
    }

    private Path report() {
        return folder.resolve("report.json");
    }

    /** The exit code of a demo that left nothing behind. */
    private int execute(String options, Writer said) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Map<String, String> before = setProperties(temporary);
        int exitCode;
        try {
            PrintWriter out = new PrintWriter(said, true);
            exitCode =
                    new CommandLine(new DemoCommand())
                            .setOut(out)
                            .setErr(out)
                            .execute(
                                    (options
                                                    + " --headless --kafka-port 0"
                                                    + " --dashboard-port 0 --metrics-port 0 --postgres-port 0"
                                                    + " --report "
                                                    + report())
                                            .split(" ", -1));
        } finally {
            before.forEach(System::setProperty);
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**hunt-demo-*");
        return exitCode;
    }

    /** Sets what the launcher would set, and says what was there before. */
    private static Map<String, String> setProperties(Path temporary) {
        Map<String, String> before = new HashMap<>();
        Map.of("hunt.home", "../..", "java.io.tmpdir", temporary.toString())
                .forEach(
                        (key, value) ->
                                before.put(
                                        key,
                                        Objects.requireNonNullElse(
                                                System.setProperty(key, value), "")));
        return before;
    }

    /** Takes what the demo says, and accepts its invitation as soon as actions are answered. */
    private static final class Killer extends Writer {
        private final StringWriter said = new StringWriter();
        private boolean killed;

        @Override
        public void write(char[] text, int offset, int length) {
            said.write(text, offset, length);
        }

        @Override
        public void flush() {
            Matcher invitation = INVITATION.matcher(said.toString());
            if (!killed && said.toString().contains(" answered") && invitation.find()) {
                killed = true;
                ProcessHandle.of(Long.parseLong(invitation.group(1)))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }

        @Override
        public void close() {}

        @Override
        public String toString() {
            return said.toString();
        }
    }
}
