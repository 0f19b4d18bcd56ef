package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.Hunt;
import treasurehunt.testkit.Poll;
import treasurehunt.testkit.Ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The demo is told to end by Ctrl-C at any moment of its start, its run and its end. {@code
 * -Dhunt.times=N} tries so many moments.
 */
class InterruptedDemoIT {
    private static final int TIMES = Integer.getInteger("hunt.times", 1);

    /** From the first instruction to behind the end of a demo that nobody ends. */
    private static final int LONGEST_MS = 50_000;

    private static final Duration ENDS_WITHIN = Duration.ofMinutes(3);

    @TempDir Path folder;

    @Test
    void leavesNoProcessPortOrFolderBehind() throws Exception {
        Random random = new Random(Seed.printed());
        for (int i = 0; i < TIMES; i++) {
            int moment = random.nextInt(LONGEST_MS);
            System.out.println("Ctrl-C after " + moment + " ms");
            Path temporary = Files.createDirectory(folder.resolve("tmp-" + i));
            List<Integer> ports = Stream.generate(Ports::free).limit(4).toList();
            Path said = folder.resolve("said-" + i);
            Process demo = demo(temporary, ports, said);
            if (!demo.waitFor(moment, TimeUnit.MILLISECONDS)) {
                new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();
            }
            boolean ended = demo.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            String when = "after %d ms: %s".formatted(moment, Files.readString(said));
            try {
                assertThat(ended).as(when).isTrue();
                assertThat(Poll.until(Duration.ofSeconds(5), () -> left(temporary).isEmpty()))
                        .as("%s%n%s", when, left(temporary))
                        .isTrue();
            } finally {
                demo.destroyForcibly();
                left(temporary)
                        .forEach(
                                it ->
                                        ProcessHandle.of(it)
                                                .ifPresent(ProcessHandle::destroyForcibly));
            }
            assertThat(ports).as(when).noneMatch(Ports::answers);
            assertThat(temporary).as(when).isDirectoryNotContaining("glob:**/hunt-*");
        }
    }

    private static Process demo(Path temporary, List<Integer> ports, Path said) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dhunt.home=" + Path.of("..", "..").toAbsolutePath().normalize(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hunt.class.getName(),
                        "demo",
                        "--headless",
                        "--for",
                        "5s",
                        "--players",
                        "20",
                        "--keys",
                        temporary.resolve("keys").toString(),
                        "--kafka-port",
                        ports.get(0).toString(),
                        "--dashboard-port",
                        ports.get(1).toString(),
                        "--metrics-port",
                        ports.get(2).toString(),
                        "--postgres-port",
                        ports.get(3).toString());
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    /** Processes that were told of the folder. */
    private static List<Long> left(Path temporary) {
        return ProcessHandle.allProcesses()
                .filter(
                        process ->
                                process.info()
                                        .commandLine()
                                        .filter(line -> line.contains(temporary.toString()))
                                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }
}
