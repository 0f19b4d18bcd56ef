package treasurehunt.cli.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.OutputFile;
import treasurehunt.cli.Terminal;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Seals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Replays a recorded log, or explains one answer of it. */
@Command(
        name = "replay",
        description = {
            "Run the rules alone over a recorded log: one line for every record but ticks, in the"
                    + " file's order, a result byte for byte as the engine gives it or"
                    + " {\"id\",\"dead_letter\"}; before it what had fallen due for its player, at"
                    + " the end what is due by then.",
            "With --explain: tell how one of them was decided, check by check."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt replay --hunts rec/hunts --actions rec/actions.ndjson --partitions 24",
            "  ./hunt replay --hunts hunts --actions by-hand.ndjson --out results.ndjson",
            "  ./hunt replay --hunts hunts --actions by-hand.ndjson --explain 0:17",
            "  ./hunt replay --hunts hunts --actions by-hand.ndjson --explain me:pier:1780300800000"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Spec private CommandSpec spec;

    @Mixin private KeysOption keys;

    @Option(
            names = "--hunts",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder of the hunts: *.yaml as written, *.json as published, each version in a"
                            + " file of its own.")
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

    @Option(
            names = "--explain",
            paramLabel = "ID",
            converter = Sought.Converter.class,
            description =
                    "Write no results, but how this one came about: PARTITION:OFFSET of a record, or"
                            + " PLAYER:HUNT:MS of an announcement.")
    private Optional<Sought> explain = Optional.empty();

    @Option(
            names = "--json",
            description = "The summary, or with --explain the explanation, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailedException, IOException {
        if (partitions != null && partitions < 1) {
            throw wrongUsage("--partitions: a topic has at least 1, not " + partitions);
        }
        Intake intake =
                new Intake(
                        partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions),
                        Seals.asRecorded());
        if (explain.isEmpty()) {
            replay(new Replay(catalogue(), intake, this::defect));
            return 0;
        }
        if (out != null) {
            throw wrongUsage("--explain writes no results: leave out --out");
        }
        Explainer explainer = new Explainer(catalogue(), intake, explain.get(), this::defect);
        PrintWriter words = spec.commandLine().getOut();
        words.println(explainer.explain(actions, actions.toString(), json, pace(true)));
        words.flush();
        return 0;
    }

    private ParameterException wrongUsage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private void defect(String id, RuntimeException failure) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("The rules failed at " + id + ":");
        failure.printStackTrace(err);
        err.flush();
    }

    private Catalogue catalogue() throws CommandFailedException, IOException {
        return Explainer.catalogue(hunts, keys.ofHuntsIfThere());
    }

    private void replay(Replay replay) throws CommandFailedException, IOException {
        Pace pace = pace(out != null);
        if (out == null) {
            OutputStream results = new BufferedOutputStream(System.out, BUFFER);
            say(spec.commandLine().getErr(), write(replay, results, pace), pace);
            return;
        }
        try (OutputFile file = OutputFile.of(out, "--out", List.of(actions))) {
            Summary summary = write(replay, file.stream(), pace);
            file.complete();
            say(spec.commandLine().getOut(), summary, pace);
        }
    }

    /** Progress would be drawn over results, if they went to the same terminal. */
    private Pace pace(boolean quiet) {
        return new Pace(
                "Replayed",
                spec.commandLine().getErr(),
                quiet && Terminal.isThere(),
                System::nanoTime);
    }

    private Summary write(Replay replay, OutputStream to, Pace pace)
            throws CommandFailedException, IOException {
        Summary summary = new Summary(to);
        try (LogFile log = LogFile.open(actions)) {
            for (var record = log.next(); record.isPresent(); record = log.next()) {
                replay.answer(record.get()).forEach(summary::write);
                pace.step();
            }
            replay.finish(summary::write);
        } finally {
            pace.end();
            to.flush();
        }
        return summary;
    }

    private void say(PrintWriter words, Summary summary, Pace pace) {
        words.println(
                json
                        ? summary.inJson(pace)
                        : summary.inWords(pace, out == null ? "" : " to " + out));
        words.flush();
    }
}
