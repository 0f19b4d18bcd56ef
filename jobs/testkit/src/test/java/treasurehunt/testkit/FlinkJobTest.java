package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class FlinkJobTest {
    @TempDir Path folder;

    @Test
    void aJobWithoutCheckpointsStartsAfresh() {
        try (FlinkJob job = reportingJob()) {
            job.start();
            Patience.await("the job's end", () -> !job.isAlive());

            assertThat(job.newestCheckpoint()).isEmpty();
            assertThat(job.log())
                    .content()
                    .contains("-Dexecution.checkpointing.dir=file://" + checkpoints())
                    .contains("-Drest.port=8081")
                    .contains("--configDir, " + folder.resolve("conf"))
                    .doesNotContain("state-recovery");
        }
    }

    @Test
    void aJobStartsFromItsNewestCheckpoint() throws IOException {
        Path newest = checkpoint("a", 3);
        try (FlinkJob job = reportingJob()) {
            job.start();
            Patience.await("the job's end", () -> !job.isAlive());

            assertThat(job.log())
                    .content()
                    .contains("-Dexecution.state-recovery.path=file://" + newest);
        }
    }

    @Test
    void theHighestNumberIsTheNewestCheckpointWhateverTheJobId() throws IOException {
        checkpoint("b", 9);
        Path newest = checkpoint("a", 10);
        checkpoint("c", 2);

        assertThat(sleepingJob().newestCheckpoint()).contains(newest);
    }

    @Test
    void ofEqualNumbersTheLatestIsTheNewestCheckpoint() throws IOException {
        completed(checkpoint("a", 7), "2026-05-01T10:00:00Z");
        Path newest = completed(checkpoint("b", 7), "2026-05-01T12:00:00Z");
        completed(checkpoint("c", 7), "2026-05-01T11:00:00Z");

        assertThat(sleepingJob().newestCheckpoint()).contains(newest);
    }

    @Test
    void aJobStartsFromTheSnapshotItIsGiven() throws IOException {
        checkpoint("a", 9);
        Path snapshot = folder.resolve("savepoint-1");
        try (FlinkJob job = reportingJob()) {
            job.startFrom(snapshot, Map.of("parallelism.default", "3"));
            Patience.await("the job's end", () -> !job.isAlive());

            assertThat(job.log())
                    .content()
                    .contains("-Dexecution.state-recovery.path=file://" + snapshot)
                    .contains("-Dparallelism.default=3");
        }
    }

    @Test
    void onlyCheckpointsSinceTheGivenSnapshotCountFromThenOn() throws IOException {
        checkpoint("a", 9);
        Path snapshot = folder.resolve("savepoint-1");
        try (FlinkJob job = reportingJob()) {
            job.startFrom(snapshot, Map.of());
            Patience.await("the job's end", () -> !job.isAlive());
            assertThat(job.newestCheckpoint()).isEmpty();

            job.start();
            Patience.await("the job's end", () -> !job.isAlive());
            assertThat(LogTail.of(job.log()).split("state-recovery.path=file://" + snapshot, -1))
                    .as("starts from the snapshot, and what is before and behind them")
                    .hasSize(2 + 1);

            Path newest = checkpoint("b", 2);
            job.start();
            Patience.await("the job's end", () -> !job.isAlive());
            assertThat(job.newestCheckpoint()).contains(newest);
            assertThat(job.log()).content().contains("state-recovery.path=file://" + newest);
        }
    }

    @Test
    void settingsOfAStartHoldForLaterOnes() {
        try (FlinkJob job = reportingJob()) {
            job.start(Map.of("parallelism.default", "3", "rest.port", "8082"));
            Patience.await("the job's end", () -> !job.isAlive());
            job.start();
            Patience.await("the job's end", () -> !job.isAlive());

            assertThat(job.log())
                    .content()
                    .containsPattern("(?s)parallelism.default=3.*parallelism.default=3")
                    .containsPattern("(?s)rest.port=8082.*rest.port=8082")
                    .doesNotContain("rest.port=8081");
        }
    }

    @Test
    void aRunningJobIsNotStartedFromASnapshot() throws IOException {
        Path newest = checkpoint("a", 9);
        try (FlinkJob job = sleepingJob()) {
            job.start();

            assertThatThrownBy(() -> job.startFrom(folder.resolve("savepoint-1"), Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is running already");
            assertThat(job.newestCheckpoint()).contains(newest);
        }
    }

    @Test
    void onlyCompleteCheckpointsCount() throws IOException {
        Path complete = checkpoint("a", 1);
        Files.createDirectories(checkpoints().resolve("a/chk-2"));
        Files.createDirectories(checkpoints().resolve("a/shared"));
        Files.createDirectories(checkpoints().resolve("a/chk-x"));
        Files.writeString(checkpoints().resolve("note.txt"), "");

        assertThat(sleepingJob().newestCheckpoint()).contains(complete);
    }

    @Test
    void aCheckpointAfterTheOlderOneIsAwaited() throws IOException {
        Path first = checkpoint("a", 1);
        try (FlinkJob job = sleepingJob()) {
            job.start();

            assertThat(job.awaitCheckpointAfter(Optional.empty(), Patience.TIMEOUT))
                    .isEqualTo(first);
            Path second = checkpoint("a", 2);
            assertThat(job.awaitCheckpointAfter(Optional.of(first), Patience.TIMEOUT))
                    .isEqualTo(second);
        }
    }

    @Test
    void aJobThatEndsWhileAwaitedIsToldWithExitCodeAndLog() {
        try (FlinkJob job = reportingJob()) {
            job.start();

            assertThatThrownBy(() -> job.awaitCheckpointAfter(Optional.empty(), Patience.TIMEOUT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("exited with code 0, waiting for a checkpoint after none")
                    .hasMessageContaining("arguments [");
        }
    }

    @Test
    void aKilledJobIsStartedAgainByRestart() {
        try (FlinkJob job = sleepingJob()) {
            job.start();
            long first = job.pid();

            job.restart();

            assertThat(job.isAlive()).isTrue();
            assertThat(job.pid()).isNotEqualTo(first);
            assertThat(ProcessHandle.of(first)).isEmpty();
        }
    }

    @Test
    void whatAKilledJobLeftIsGoneAfterTheClose() throws IOException {
        Path temporary = folder.resolve("job.log.tmp");
        try (FlinkJob job = sleepingJob()) {
            job.start();
            Files.writeString(Files.createDirectories(temporary.resolve("a/b")).resolve("c"), "");

            job.restart();
            assertThat(temporary).isEmptyDirectory();
        }

        assertThat(temporary).doesNotExist();
    }

    @Test
    void aRunningJobIsNotStartedTwice() {
        try (FlinkJob job = sleepingJob()) {
            job.start();

            assertThatThrownBy(job::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is running already");
        }
    }

    @Test
    void runningTasksAndRestartsAreReadFromTheRestApi() throws IOException {
        HttpServer api = HttpServer.create(loopback(), 0);
        answer(
                api,
                "/jobs/overview",
                "{'jobs':[{'jid':'f00','state':'RUNNING','tasks':{'total':3,'running':3}}]}");
        answer(api, "/jobs/f00/metrics", "[{'id':'numRestarts','value':'2'}]");
        api.start();
        int port = api.getAddress().getPort();
        try (FlinkJob job = sleepingJob()) {
            job.start();

            job.awaitRunning(port, Patience.TIMEOUT);
            assertThat(job.restarts(port)).isEqualTo(2);
        } finally {
            api.stop(0);
        }
    }

    @Test
    void aJobIsNotRunningBeforeItsLastTaskIs() throws IOException {
        HttpServer api = HttpServer.create(loopback(), 0);
        answer(
                api,
                "/jobs/overview",
                "{'jobs':[{'jid':'f00','state':'RUNNING','tasks':{'total':3,'running':2}}]}");
        api.start();
        try {
            assertThat(new JobRest(api.getAddress().getPort()).allTasksRunning()).isFalse();
        } finally {
            api.stop(0);
        }
    }

    @Test
    void ofSeveralJobsTheOneIsMeantThatHasTheNameAndWasStartedLast() throws IOException {
        HttpServer api = HttpServer.create(loopback(), 0);
        answer(
                api,
                "/jobs/overview",
                "{'jobs':[{'jid':'f00','name':'hunt-engine','state':'FINISHED','start-time':1},"
                        + "{'jid':'f01','name':'hunt-engine','state':'RESTARTING','start-time':2},"
                        + "{'jid':'f02','name':'projector','state':'RUNNING','start-time':3}]}");
        api.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + api.getAddress().getPort());

            assertThat(JobRest.of(uri, "hunt-engine").state()).contains(JobState.RESTARTING);
            assertThat(JobRest.of(uri, "projector").state()).contains(JobState.RUNNING);
            assertThat(JobRest.of(uri, "other").state()).isEmpty();
            assertThat(new JobRest(api.getAddress().getPort()).state()).isEmpty();
        } finally {
            api.stop(0);
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void answer(HttpServer api, String path, String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        api.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private FlinkJob sleepingJob() {
        return FlinkJob.of(Sleeper.class.getName(), checkpoints(), log()).build();
    }

    private FlinkJob reportingJob() {
        return FlinkJob.of(Reporter.class.getName(), checkpoints(), log())
                .configDir(folder.resolve("conf"))
                .configuration(Map.of("rest.port", "8081"))
                .heapMebibytes(64)
                .build();
    }

    private Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    private Path log() {
        return folder.resolve("job.log");
    }

    private Path checkpoint(String jobId, int number) throws IOException {
        Path directory = checkpoints().resolve(jobId).resolve("chk-" + number);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("_metadata"), "");
        return directory;
    }

    private static Path completed(Path checkpoint, String time) throws IOException {
        FileTime at = FileTime.from(Instant.parse(time));
        Files.setLastModifiedTime(checkpoint.resolve("_metadata"), at);
        return checkpoint;
    }
}
