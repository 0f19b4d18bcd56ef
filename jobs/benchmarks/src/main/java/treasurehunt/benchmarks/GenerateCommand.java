package treasurehunt.benchmarks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import treasurehunt.benchmarks.workload.RealisticLog;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.log.RecordedLog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Writes a realistic log for {@code ./hunt replay}. */
@Command(
        name = "generate",
        description = {
            "Write a realistic log, and beside it a folder `hunts` with the hunts that it is about.",
            "Replay it: ./hunt replay --hunts hunts --actions FILE.ndjson --partitions N"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final long REPORTED_EVERY = 100_000;

    @Spec private CommandSpec spec;

    @Mixin private LogOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.ndjson",
            description = "Where to write it, one JSON line a record.")
    private Path out;

    @Override
    public Integer call() throws IOException, RefusedHuntException {
        RealisticLog log = new RealisticLog(ExampleHunts.read(options.hunts()), options.settings());
        Path file = out.toAbsolutePath();
        Files.createDirectories(file.getParent());
        copyHunts(file.resolveSibling("hunts"));
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(log, to);
        }
        return 0;
    }

    private void copyHunts(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path hunt : ExampleHunts.files(options.hunts())) {
            Files.copy(
                    hunt, folder.resolve(hunt.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(RealisticLog log, OutputStream to) throws IOException {
        Intake intake = new Intake(OptionalInt.of(options.settings().partitions()));
        for (long records = 0; records < options.actions(); ) {
            RawRecord record = log.next();
            to.write(RecordedLog.encode(record, Map.of(), intake));
            to.write('\n');
            if (!record.tick() && ++records % REPORTED_EVERY == 0) {
                spec.commandLine()
                        .getErr()
                        .printf(Locale.ROOT, "%,d of %,d%n", records, options.actions())
                        .flush();
            }
        }
    }
}
