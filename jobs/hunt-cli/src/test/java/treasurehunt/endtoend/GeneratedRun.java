package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import treasurehunt.cli.Hunt;
import treasurehunt.connector.kafka.hunts.HuntPublisher;
import treasurehunt.schemas.hunt.HuntCodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A log by chance, with hunts and times of its own. */
final class GeneratedRun {
    private GeneratedRun() {}

    /** Generates it; returns the file of the log. */
    static Path generate(Path folder, long seed, int actions) {
        Path log = folder.resolve("log").resolve("actions.ndjson");
        String[] command = {
            "generate",
            "--seed",
            Long.toString(seed),
            "--actions",
            Integer.toString(actions),
            "--players",
            Integer.toString(Math.max(300, actions / 200)),
            "--partitions",
            Integer.toString(HuntSystem.PARTITIONS),
            "--out",
            log.toString()
        };
        assertThat(Hunt.commandLine(true).execute(command)).isZero();
        return log;
    }

    /** Publishes its hunts. */
    static void publish(HuntSystem system, Path log) throws Exception {
        try (HuntPublisher publisher = system.publisher()) {
            for (Path file : files(log.resolveSibling("hunts"))) {
                // Long before the log begins: each is in effect from what it says itself.
                publisher.publish(HuntCodec.decode(Files.readAllBytes(file)), 0);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
