package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ChildJvmTest {
    @TempDir Path folder;

    @Test
    void aChildGetsItsOptionsArgumentsEnvironmentAndDirectory() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("elsewhere")).toRealPath();
        try (ChildJvm child =
                ChildJvm.of(Reporter.class.getName())
                        .jvmOptions("-Dtestkit.option=a b")
                        .arguments("report", "$HOME 'x'")
                        .environment("TESTKIT_VARIABLE", "value")
                        .directory(directory)
                        .start(log())) {
            Patience.await("the child's end", () -> !child.isAlive());

            assertThat(child.exitCode()).hasValue(0);
            assertThat(child.log())
                    .content()
                    .contains("arguments [report, $HOME 'x']")
                    .contains("option a b")
                    .contains("environment value")
                    .contains("directory " + directory)
                    .contains("done");
        }
    }

    @Test
    void aChildsOwnExitCodeIsTold() {
        try (ChildJvm child = report("exit", "42")) {
            Patience.await("the child's end", () -> !child.isAlive());

            assertThat(child.exitCode()).hasValue(42);
        }
    }

    @Test
    void aMainClassThatThrowsEndsItsJvm() {
        try (ChildJvm child = report("throw", "no such treasure")) {
            Patience.await("the child's end", () -> !child.isAlive());

            assertThat(child.exitCode()).hasValue(1);
            assertThat(child.logTail()).contains("IllegalArgumentException: no such treasure");
        }
    }

    @Test
    void aDeathWhileAwaitedIsToldWithExitCodeAndLog() {
        try (ChildJvm child = report("throw", "no such treasure")) {
            assertThatThrownBy(() -> child.await("a treasure", Patience.TIMEOUT, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Reporter")
                    .hasMessageContaining("exited with code 1, waiting for a treasure")
                    .hasMessageContaining("IllegalArgumentException: no such treasure");
        }
    }

    @Test
    void aDeadlineThatPassesIsToldWithTheLog() {
        try (ChildJvm child = sleeper()) {
            assertThatThrownBy(() -> child.await("a treasure", Duration.ZERO, () -> false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was not ready after 0 s, waiting for a treasure")
                    .hasMessageContaining("ready");
        }
    }

    @Test
    void aKilledChildIsGoneAtOnce() {
        try (ChildJvm child = sleeper()) {
            assertThat(child.exitCode()).isEmpty();

            child.kill();

            assertThat(child.isAlive()).isFalse();
            assertThat(ProcessHandle.of(child.pid())).isEmpty();
            assertThat(child.exitCode()).hasValue(128 + 9);
        }
    }

    @Test
    void aStoppedChildEndsInItsOwnTime() {
        Path obituaries = folder.resolve("obituaries");
        try (ChildJvm child =
                awaitReady(
                        ChildJvm.of(Obituary.class.getName())
                                .arguments("child", obituaries.toString())
                                .start(log()))) {
            child.stop();

            assertThat(child.exitCode()).hasValue(128 + 15);
            assertThat(obituaries).hasContent("child");
        }
    }

    @Test
    void aChildDeafToStopIsKilled() {
        try (ChildJvm child =
                awaitReady(ChildJvm.of(Sleeper.class.getName()).arguments("deaf").start(log()))) {
            child.stop(Duration.ofSeconds(1));

            assertThat(child.exitCode()).hasValue(128 + 9);
        }
    }

    @Test
    void aSuspendedChildStandsStillUntilItIsResumed() {
        try (ChildJvm child = ticker("suspended.log");
                ChildJvm other = ticker("other.log")) {
            awaitTicks(child);
            child.suspend();
            awaitTicks(other);
            long before = child.log().toFile().length();

            awaitTicks(other);
            assertThat(child.log()).hasSize(before);
            assertThat(child.isAlive()).isTrue();

            child.resume();
            awaitTicks(child);
        }
    }

    @Test
    void aSuspendedChildMayBeEnded() {
        try (ChildJvm stopped = sleeper();
                ChildJvm killed = sleeper()) {
            stopped.suspend();
            killed.suspend();

            stopped.stop(Patience.TIMEOUT);
            killed.kill();

            assertThat(stopped.exitCode()).hasValue(128 + 15);
            assertThat(killed.exitCode()).hasValue(128 + 9);
        }
    }

    @Test
    void aChildThatIsGoneIsNotSuspended() {
        try (ChildJvm child = sleeper()) {
            child.kill();

            assertThatThrownBy(child::suspend)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("There is no process %d to suspend.", child.pid());
        }
    }

    @Test
    void anEndedChildMayBeEndedAgain() {
        try (ChildJvm child = sleeper()) {
            child.kill();

            child.kill();
            child.stop();

            assertThat(child.exitCode()).hasValue(128 + 9);
        }
    }

    @Test
    void childrenDieWithAKilledParent() {
        try (ChildJvm parent = parent()) {
            List<ProcessHandle> children = children(parent);

            parent.kill();

            try {
                Patience.await(
                        "the death of the children",
                        () -> children.stream().noneMatch(ProcessHandle::isAlive));
            } finally {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            assertThat(folder.resolve("obituaries")).doesNotExist();
        }
    }

    @Test
    void aSuspendedChildDiesWithAKilledParent() {
        try (ChildJvm parent = parent("suspend")) {
            List<ProcessHandle> children = children(parent);

            parent.kill();

            try {
                Patience.await(
                        "the death of the children",
                        () -> children.stream().noneMatch(ProcessHandle::isAlive));
            } finally {
                children.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Test
    void childrenAreStoppedInReverseOrderWithAParentThatEnds() {
        try (ChildJvm parent = parent()) {
            List<ProcessHandle> children = children(parent);

            parent.stop();

            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(folder.resolve("obituaries")).hasContent("second\nfirst\n");
        }
    }

    @Test
    void ctrlCDoesNotReachAChild() throws IOException, InterruptedException {
        Path obituaries = folder.resolve("obituaries");
        try (ChildJvm child =
                awaitReady(
                        ChildJvm.of(Obituary.class.getName())
                                .arguments("child", obituaries.toString())
                                .start(log()))) {
            new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();

            child.stop();

            assertThat(child.exitCode()).as("ended by SIGTERM, not SIGINT").hasValue(128 + 15);
        }
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    private ChildJvm report(String... arguments) {
        return ChildJvm.of(Reporter.class.getName()).arguments(arguments).start(log());
    }

    private ChildJvm sleeper() {
        return awaitReady(ChildJvm.of(Sleeper.class.getName()).start(log()));
    }

    private ChildJvm ticker(String log) {
        return ChildJvm.of(Ticker.class.getName()).start(folder.resolve(log));
    }

    private static void awaitTicks(ChildJvm ticker) {
        File log = ticker.log().toFile();
        long enough = log.length() + Ticker.LINE.length() * 20L;
        ticker.await("ticks", Patience.TIMEOUT, () -> log.length() >= enough);
    }

    private ChildJvm parent(String... more) {
        ChildJvm parent =
                ChildJvm.of(Parent.class.getName())
                        .arguments(folder.toString())
                        .arguments(more)
                        .start(log());
        parent.await("both children", Patience.TIMEOUT, () -> parent.logTail().contains("second="));
        return parent;
    }

    private static List<ProcessHandle> children(ChildJvm parent) {
        Matcher pids = Pattern.compile("=(\\d+)").matcher(parent.logTail());
        List<ProcessHandle> children =
                pids.results()
                        .map(pid -> ProcessHandle.of(Long.parseLong(pid.group(1))))
                        .flatMap(Optional::stream)
                        .toList();
        assertThat(children).hasSize(2);
        return children;
    }

    private static ChildJvm awaitReady(ChildJvm child) {
        child.await("the child", Patience.TIMEOUT, () -> child.logTail().contains("ready"));
        return child;
    }
}
