package treasurehunt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import treasurehunt.auditor.Auditor;
import treasurehunt.auditor.Evidence;
import treasurehunt.auditor.Findings;
import treasurehunt.auditor.Violation;
import treasurehunt.cli.Hunt;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A log by chance with its hunts, in a folder. */
record AuditedLog(Path folder, long seed) {
    private static final int PARTITIONS = 4;

    static AuditedLog of(Path folder, long seed, int actions, int players) {
        AuditedLog log = new AuditedLog(folder, seed);
        log.hunt(
                "generate",
                "--seed",
                Long.toString(seed),
                "--actions",
                Integer.toString(actions),
                "--players",
                Integer.toString(players),
                "--partitions",
                Integer.toString(PARTITIONS),
                "--out",
                log.actions().toString());
        return log;
    }

    /** What {@code ./hunt replay} of this log is called with. */
    String[] replay(Path answers) {
        return new String[] {
            "replay",
            "--hunts",
            hunts().toString(),
            "--actions",
            actions().toString(),
            "--partitions",
            Integer.toString(PARTITIONS),
            "--out",
            answers.toString()
        };
    }

    /** The answers of the core as it is. */
    Path replayed() {
        Path answers = folder.resolve("answers.ndjson");
        hunt(replay(answers));
        return answers;
    }

    Findings audit(Path answers, Consumer<Violation> violations) throws Exception {
        return Auditor.audit(
                new Evidence(
                        huntFiles(),
                        Keys.none(Role.HUNTS),
                        actions(),
                        answers,
                        OptionalInt.of(PARTITIONS),
                        Evidence.End.CLOSED,
                        Optional.empty(),
                        Optional.empty()),
                violations,
                records -> {});
    }

    List<Path> huntFiles() throws IOException {
        try (Stream<Path> files = Files.list(hunts())) {
            return files.sorted().toList();
        }
    }

    private Path actions() {
        return folder.resolve("actions.ndjson");
    }

    private Path hunts() {
        return folder.resolve("hunts");
    }

    private void hunt(String... arguments) {
        assertThat(Hunt.commandLine(true).execute(arguments))
                .as("hunt.seed=%d: ./hunt %s", seed, String.join(" ", arguments))
                .isZero();
    }
}
