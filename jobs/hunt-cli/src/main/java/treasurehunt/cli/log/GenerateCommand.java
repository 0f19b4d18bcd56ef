package treasurehunt.cli.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.auditor.generator.GeneratedLog;
import treasurehunt.auditor.generator.Settings;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.OutputFile;
import treasurehunt.cli.Terminal;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.log.RecordedLog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Writes a log that nobody has played, and the hunts that it is about. */
@Command(
        name = "generate",
        description = {
            "Write a log by chance, and a folder `hunts` beside it with the hunts that it is about,"
                    + " for ./hunt replay and ./hunt audit. The same options give the same bytes.",
            "Without --hunts the hunts are by chance, too, and the log has everything that can"
                    + " happen: every answer, dead letter and effect, retries, rubbish, versions"
                    + " that change in mid-hunt. With --hunts people play them, as people do."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt generate --out log/actions.ndjson",
            "  ./hunt generate --seed 7 --actions 1000000 --players 5000 --out log/actions.ndjson",
            "  ./hunt generate --hunts schemas/examples --plain --out log/actions.ndjson"
        })
public final class GenerateCommand implements Callable<Integer> {
    /** As many as {@code ./hunt demo} takes. */
    private static final int MOST_PLAYERS = 100_000;

    private static final int MOST_PARTITIONS = 10_000;
    private static final String ENDING = ".json";

    @Spec private CommandSpec spec;

    @Mixin private KeysOption keys;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Another seed gives another log. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--actions",
            defaultValue = "100000",
            paramLabel = "N",
            description = "How many records beside ticks. Default: ${DEFAULT-VALUE}.")
    private long actions;

    @Option(
            names = "--players",
            defaultValue = "1000",
            paramLabel = "N",
            description =
                    "How many players there are, 1 to "
                            + MOST_PLAYERS
                            + ". Default: ${DEFAULT-VALUE}.")
    private int players;

    @Option(
            names = "--partitions",
            defaultValue = "8",
            paramLabel = "N",
            description =
                    "How many partitions the topic has, 1 to "
                            + MOST_PARTITIONS
                            + ". Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.ndjson",
            description = "The log: one JSON line a record.")
    private Path out;

    @Option(
            names = "--hunts",
            paramLabel = "DIR",
            description = "Folder of the hunts to play, *.yaml as written or *.json as published.")
    private Optional<Path> hunts = Optional.empty();

    @Option(
            names = "--plain",
            description =
                    "Only what players send: without operators' kinds, verdicts and second versions"
                            + " of hunts by chance. Needs no seals.")
    private boolean plain;

    @Option(names = "--json", description = "Say what was written as JSON.")
    private boolean json;

    /** What was written beside the hunts. */
    private record Written(long records, long ticks) {}

    @Override
    public Integer call() throws CommandFailedException, IOException {
        require("--actions", actions, Long.MAX_VALUE);
        require("--players", players, MOST_PLAYERS);
        require("--partitions", partitions, MOST_PARTITIONS);
        Settings settings = new Settings(seed, actions, players, partitions, plain);
        Map<String, byte[]> files = new TreeMap<>();
        GeneratedLog log =
                hunts.isPresent() ? about(hunts.get(), settings, files) : byChance(settings, files);
        Path folder = out.resolveSibling("hunts");
        Files.createDirectories(out.toAbsolutePath().resolveSibling("hunts"));
        writeHunts(folder, files);
        Written written = write(log);
        say(json ? jsonLine(written, files.size()) : inWords(written, files.size(), folder));
        return 0;
    }

    private void require(String option, long given, long most) {
        if (given < 1 || given > most) {
            String range = most == Long.MAX_VALUE ? "at least 1" : "1 to " + most;
            throw new ParameterException(
                    spec.commandLine(), option + ": must be " + range + ", not " + given);
        }
    }

    private static GeneratedLog byChance(Settings settings, Map<String, byte[]> files) {
        GeneratedLog log = GeneratedLog.byChance(settings);
        for (Hunt hunt : log.hunts()) {
            files.put(hunt.id() + "-" + hunt.version() + ENDING, HuntCodec.encode(hunt));
        }
        return log;
    }

    private GeneratedLog about(Path hunts, Settings settings, Map<String, byte[]> files)
            throws CommandFailedException, IOException {
        var given = HuntFile.readFolder(hunts, keys.ofHuntsIfThere());
        for (HuntFile file : given) {
            files.put(file.file().getFileName().toString(), Files.readAllBytes(file.file()));
        }
        return GeneratedLog.about(given.stream().map(HuntFile::hunt).toList(), settings);
    }

    private static void writeHunts(Path folder, Map<String, byte[]> files)
            throws CommandFailedException, IOException {
        for (Path there : HuntFile.in(folder)) {
            if (!files.containsKey(there.getFileName().toString())) {
                throw new CommandFailedException(
                        there
                                + ": is no hunt of this log, but a replay would take it for one."
                                + " Take it away, or give --out another folder.");
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Written write(GeneratedLog log) throws IOException {
        Intake intake = new Intake(OptionalInt.of(partitions), Seals.asRecorded());
        Pace pace =
                new Pace(
                        "Generated",
                        spec.commandLine().getErr(),
                        Terminal.isThere(),
                        System::nanoTime);
        long records = 0;
        try (OutputFile file = OutputFile.of(out)) {
            OutputStream to = file.stream();
            while (records < actions) {
                RawRecord record = log.next();
                to.write(RecordedLog.encode(record, Map.of(), intake));
                to.write('\n');
                records += record.tick() ? 0 : 1;
                pace.step();
            }
            file.complete();
        } finally {
            pace.end();
        }
        return new Written(records, pace.records() - records);
    }

    private void say(String line) {
        PrintWriter words = spec.commandLine().getOut();
        words.println(line);
        words.flush();
    }

    private String inWords(Written written, int count, Path folder) {
        return """
        Wrote %,d records and %,d ticks of %d partitions by seed %d to %s and %d hunts to %s.
        Replay them: ./hunt replay --hunts %s --actions %s --partitions %d --out results.ndjson
        Audit that:  ./hunt audit --hunts %s --actions %s --partitions %d --results results.ndjson"""
                .formatted(
                        written.records(),
                        written.ticks(),
                        partitions,
                        seed,
                        out,
                        count,
                        folder,
                        folder,
                        out,
                        partitions,
                        folder,
                        out,
                        partitions);
    }

    private String jsonLine(Written written, int count) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.number("seed", seed);
                            object.number("records", written.records());
                            object.number("ticks", written.ticks());
                            object.number("partitions", partitions);
                            object.number("hunts", count);
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
