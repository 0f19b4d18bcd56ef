package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** A real job, which checkpoints only when asked to. */
class FlinkJobIT {
    private static final Pattern COUNTED = Pattern.compile("counted (\\d+) on");

    @TempDir Path folder;

    private final int restPort = Ports.free();
    private FlinkJob job;

    @BeforeEach
    void start() {
        job =
                FlinkJob.of(
                                CountingJob.class.getName(),
                                folder.resolve("checkpoints"),
                                folder.resolve("job.log"))
                        .configuration(
                                Map.of(
                                        "rest.port",
                                        Integer.toString(restPort),
                                        "rest.bind-address",
                                        "localhost",
                                        "parallelism.default",
                                        "1",
                                        "execution.checkpointing.interval",
                                        "1 h",
                                        "restart-strategy.type",
                                        "fixed-delay",
                                        "restart-strategy.fixed-delay.delay",
                                        "1 h",
                                        CountingJob.FAIL_WHILE_THERE.key(),
                                        defect().toString()))
                        .heapMebibytes(512)
                        .build();
        job.start();
        job.awaitRunning(restPort, Patience.TIMEOUT);
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    void aStoppedJobGoesOnFromItsSavepointWithAnotherParallelism() throws IOException {
        awaitMoreCounted();
        Path checkpoint = job.checkpoint(restPort, Patience.TIMEOUT);
        assertThat(job.newestCheckpoint()).contains(checkpoint);
        awaitMoreCounted();

        Path savepoint = job.stopWithSavepoint(restPort, folder.resolve("sp"), Patience.TIMEOUT);
        assertThat(job.isAlive()).isFalse();
        assertThat(savepoint)
                .hasParent(folder.resolve("sp"))
                .isDirectoryContaining("glob:**_metadata");
        assertThat(job.log()).content().doesNotContain("time ended");

        job.start(Map.of("parallelism.default", "2", "taskmanager.numberOfTaskSlots", "2"));
        job.awaitRunning(restPort, Patience.TIMEOUT);
        Patience.await(
                "both subtasks to count", () -> logged(" on 0 of 2") && logged(" on 1 of 2"));
        Path further = job.checkpoint(restPort, Patience.TIMEOUT);
        job.kill();

        // The kill may have met one of the two ahead of the other.
        long both = Math.min(lastOn("0 of 2"), lastOn("1 of 2"));
        assertThat(counted())
                .doesNotHaveDuplicates()
                .startsWith(LongStream.rangeClosed(0, both).boxed().toArray(Long[]::new));
        assertThat(further.getFileName()).hasToString("chk-3");
        assertThat(job.newestCheckpoint()).contains(further);
    }

    @Test
    void aDrainedJobHasSeenTheEndOfTime() {
        awaitMoreCounted();

        Path savepoint = job.drainWithSavepoint(restPort, folder.resolve("sp"), Patience.TIMEOUT);

        assertThat(savepoint).isDirectory();
        assertThat(job.log()).content().contains("time ended");
    }

    @Test
    void aFailureIsToldWhenTheJobHasRestarted() throws IOException {
        assertThat(job.state(restPort)).contains(JobState.RUNNING);
        assertThat(job.newestFailure(restPort)).isEmpty();

        Files.createFile(defect());
        Patience.await(
                "the restart", () -> job.state(restPort).equals(Optional.of(JobState.RESTARTING)));
        Patience.await("the failure", () -> job.newestFailure(restPort).isPresent());

        assertThat(job.newestFailure(restPort).orElseThrow())
                .contains("IllegalStateException: asked to fail at");
    }

    @Test
    void aStopThatFailsIsToldAndTheJobRunsOn() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> job.stopWithSavepoint(restPort, file, Patience.TIMEOUT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/savepoints/")
                .hasMessageContaining("Exception");

        awaitMoreCounted();
    }

    private Path defect() {
        return folder.resolve("defect");
    }

    private void awaitMoreCounted() {
        int before = counted().size();
        Patience.await("more numbers", () -> counted().size() > before + 50);
    }

    private boolean logged(String text) {
        return read().contains(text);
    }

    private List<Long> counted() {
        return COUNTED.matcher(read())
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .sorted()
                .toList();
    }

    private long lastOn(String subtask) {
        return Pattern.compile("counted (\\d+) on " + subtask)
                .matcher(read())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    private String read() {
        try {
            return Files.readString(job.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
