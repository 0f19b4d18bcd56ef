package treasurehunt.cli.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.cli.ByteLines;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.OutputFile;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.log.RecordedLog;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Replays a recorded log. */
@Command(
        name = "replay",
        description = {
            "Run the rules alone over a recorded log: one line for every record but ticks, in the"
                    + " file's order, a result byte for byte as the engine gives it or"
                    + " {\"id\",\"dead_letter\"}."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt replay --hunts rec/hunts --actions rec/actions.ndjson --partitions 24",
            "  ./hunt replay --hunts hunts --actions by-hand.ndjson --out results.ndjson"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Spec private CommandSpec spec;

    @Option(
            names = "--hunts",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the hunts: *.yaml as written, *.json as published.")
    private Path hunts;

    @Option(
            names = "--actions",
            required = true,
            paramLabel = "FILE.ndjson",
            description = "The log, one JSON line a record, as `record` writes it.")
    private Path actions;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "How many partitions the topic has. Without it every record is taken to stand"
                            + " in the right one.")
    private Integer partitions;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, when all is done, instead of on standard output.")
    private Path out;

    @Option(names = "--json", description = "With --out: the summary as JSON.")
    private boolean json;

    /** How much was replayed. */
    private record Summary(long results, long deadLetters) {}

    @Override
    public Integer call() throws CommandFailedException, IOException {
        if (partitions != null && partitions < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--partitions: a topic has at least 1, not " + partitions);
        }
        Intake intake =
                new Intake(partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions));
        Replay replay = new Replay(catalogue(HuntFile.readFolder(hunts)), intake, this::defect);
        if (out == null) {
            replayTo(new BufferedOutputStream(System.out, BUFFER), replay);
            return 0;
        }
        try (OutputFile file = OutputFile.of(out)) {
            Summary summary = replayTo(file.stream(), replay);
            file.complete();
            say(summary);
        }
        return 0;
    }

    private void defect(LoggedAction action, RuntimeException failure) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The rules failed at " + action.id() + ":");
        failure.printStackTrace(err);
        err.flush();
    }

    private static Catalogue catalogue(List<HuntFile> files) {
        Map<String, PlayableHunt> playable = new HashMap<>();
        files.forEach(file -> playable.put(file.hunt().id(), new PlayableHunt(file.hunt())));
        return id -> Optional.ofNullable(playable.get(id));
    }

    private Summary replayTo(OutputStream to, Replay replay)
            throws CommandFailedException, IOException {
        long results = 0;
        long deadLetters = 0;
        try (InputStream from = new BufferedInputStream(Files.newInputStream(actions), BUFFER)) {
            ByteLines lines = new ByteLines(from);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                for (Replay.Answer answer : replay.answer(record(line.get(), lines.number()))) {
                    to.write(answer.line());
                    to.write('\n');
                    results += answer.isDeadLetter() ? 0 : 1;
                    deadLetters += answer.isDeadLetter() ? 1 : 0;
                }
            }
        } finally {
            to.flush();
        }
        return new Summary(results, deadLetters);
    }

    private RawRecord record(byte[] line, int number) throws CommandFailedException {
        try {
            return RecordedLog.decode(line);
        } catch (MalformedJsonException e) {
            throw new CommandFailedException(
                    actions
                            + ":"
                            + number
                            + ": no record of a log: "
                            + e.getMessage().replace("line 1, ", ""),
                    e);
        }
    }

    private void say(Summary summary) {
        PrintWriter words = spec.commandLine().getOut();
        words.println(json ? jsonLine(summary) : inWords(summary));
        words.flush();
    }

    private String inWords(Summary summary) {
        return "Wrote %d results and %d dead letters to %s."
                .formatted(summary.results(), summary.deadLetters(), out);
    }

    private static String jsonLine(Summary summary) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.number("results", summary.results());
                            object.number("dead_letters", summary.deadLetters());
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
