package treasurehunt.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.auditor.Evidence;
import treasurehunt.auditor.Violation;
import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.OutputFile;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.TimeSpan;
import treasurehunt.cli.WorkFolder;
import treasurehunt.cli.log.Pace;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Audits answers, of files or of the live topics. */
@Command(
        name = "audit",
        description = {
            "Judge every answer by a second reading of the rules that shares no code with the"
                    + " engine's: one answer for each action and due moment, the right one, in its"
                    + " order, and nothing told before its time.",
            "With --hunts, --actions and --results over files; without them over what stands in the"
                    + " live topics now, which is read into a temporary folder; whose seals are valid"
                    + " there, the keys of operators and of the treasury say. Exit code 1 if anything"
                    + " is found."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt audit",
            "  ./hunt audit --kafka kafka-1:9092 --report audit.json",
            "  ./hunt audit --hunts rec/hunts --actions rec/actions.ndjson \\",
            "    --results rec/results.ndjson --partitions 24 --running",
            "  ./hunt audit --hunts hunts --actions log.ndjson --results replayed.ndjson --json"
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int BAD = 1;

    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private KeysOption keys;

    @Option(
            names = "--hunts",
            paramLabel = "DIR",
            description =
                    "Folder of the hunts: *.yaml as written, *.json as published, each version in a"
                            + " file of its own.")
    private Optional<Path> hunts = Optional.empty();

    @Option(
            names = "--actions",
            paramLabel = "FILE",
            description = "The log, one JSON line a record, as `record` writes it.")
    private Optional<Path> actions = Optional.empty();

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description =
                    "The answers, one JSON line each, a player's in their order, as `replay` or"
                            + " `record --results` writes them.")
    private Optional<Path> results = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "FILE",
            description =
                    "Snapshots of where players stand, as `record --progress` writes them, all of"
                            + " them: to be audited, too.")
    private Optional<Path> progress = Optional.empty();

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description =
                    "The projector's tables, as `record --tables` writes them: to be audited, too.")
    private Optional<Path> tables = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "How many partitions the topic of the files has. Without it every record is"
                            + " taken to stand in the right one.")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--running",
            description =
                    "The files' answers are those of an engine that was running when they were"
                            + " recorded: what only time brings in the log's last 10 s may be missing,"
                            + " and answers to later actions may be there. Live topics are always"
                            + " read so.")
    private boolean running;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = TimeSpan.class,
            description =
                    "How long to wait for one more action of the live log to be answered, until all"
                            + " are. Default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(
            names = "--json",
            description = "Write one JSON line for each violation, and nothing else.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write the summary there as JSON: what was found, and how often the rules"
                            + " give each code, effect and dead letter, and reach each pair of kind"
                            + " and clue's state.")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() throws CommandFailedException, IOException {
        boolean live = isLive();
        if (report.isEmpty()) {
            return audit(live).isGood() ? GOOD : BAD;
        }
        try (OutputFile file = OutputFile.of(report.get(), "--report", inputs())) {
            Audited audited = audit(live);
            new AuditReport(audited).writeTo(file.stream());
            file.complete();
            return audited.isGood() ? GOOD : BAD;
        }
    }

    private Audited audit(boolean live) throws CommandFailedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Pace pace = new Pace("Audited", err, Terminal.isThere() && !json, System::nanoTime);
        Shown shown = new Shown();
        Consumer<Violation> to =
                json ? violation -> out.println(ViolationLine.inJson(violation)) : shown::take;
        Audit audit = new Audit(to, pace::reached);
        Audited audited;
        try {
            audited = live ? ofLive(audit) : audit.of(evidence());
        } finally {
            pace.end();
        }
        if (!json) {
            shown.lines().forEach(out::println);
            new AuditReport(audited).inWords().forEach(out::println);
        }
        out.flush();
        return audited;
    }

    private List<Path> inputs() {
        return Stream.of(actions, results, progress).flatMap(Optional::stream).toList();
    }

    private boolean isLive() {
        long given = Stream.of(hunts, actions, results).filter(Optional::isPresent).count();
        if (given != 0 && given != 3) {
            throw wrongUsage(
                    "--hunts, --actions and --results go together; without all three the live topics are audited");
        }
        if (given == 0
                && (partitions.isPresent()
                        || running
                        || progress.isPresent()
                        || tables.isPresent())) {
            throw wrongUsage(
                    "--progress, --tables, --partitions and --running are about files: give --hunts, --actions and --results, too");
        }
        if (partitions.isPresent() && partitions.get() < 1) {
            throw wrongUsage("--partitions: a topic has at least 1, not " + partitions.get());
        }
        return given == 0;
    }

    private ParameterException wrongUsage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private Audited ofLive(Audit audit) throws CommandFailedException, IOException {
        Broker broker = kafka.reach();
        try (WorkFolder folder = WorkFolder.goneAtAnyEnd("hunt-audit-")) {
            return audit.ofLive(
                    broker,
                    keys.seals(),
                    keys.of(Role.HUNTS),
                    folder.path(),
                    timeout,
                    spec.commandLine().getErr());
        }
    }

    private Evidence evidence() throws CommandFailedException, IOException {
        List<Path> files = HuntFile.in(hunts.orElseThrow());
        if (files.isEmpty()) {
            throw new CommandFailedException(
                    hunts.orElseThrow() + ": holds no hunt (*.yaml or *.json)");
        }
        return new Evidence(
                files,
                keys.ofHuntsIfThere(),
                actions.orElseThrow(),
                results.orElseThrow(),
                partitions.map(OptionalInt::of).orElse(OptionalInt.empty()),
                running ? Evidence.End.OPEN : Evidence.End.CLOSED,
                progress,
                tables);
    }
}
