package treasurehunt.cli.log;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.TimeSpan;
import treasurehunt.cli.database.Database;
import treasurehunt.cli.database.PostgresOption;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.seal.Role;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Records the live log, the hunts it was judged by and what it was answered. */
@Command(
        name = "record",
        description = {
            "Write what stands in actions now to a file, and the published hunts beside it, for"
                    + " ./hunt replay. What comes later is not waited for. The keys of operators and"
                    + " of the treasury say whose seals are valid."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt record --out rec/actions.ndjson --hunts rec/hunts",
            "  ./hunt record --out rec/actions.ndjson --hunts rec/hunts --results rec/results.ndjson",
            "  ./hunt record --out today.ndjson --hunts hunts --kafka kafka-1:9092 --json",
            "  ./hunt record --out rec/actions.ndjson --hunts rec/hunts --results rec/results.ndjson \\",
            "    --progress rec/progress.ndjson --tables rec/tables \\",
            "    --postgres jdbc:postgresql://localhost:5433/postgres"
        })
public final class RecordCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private KeysOption keys;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The log: one JSON line a record.")
    private Path out;

    @Option(
            names = "--hunts",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the hunts, one <hunt>-<version>.json each version.")
    private Path hunts;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description =
                    "Also what was answered: results and dead letters, one JSON line each, as they"
                            + " are committed, for ./hunt audit.")
    private Optional<Path> results = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "FILE",
            description =
                    "Also where players stand: the snapshots of the topic progress, one JSON line"
                            + " each. They go with the results while nobody acts.")
    private Optional<Path> progress = Optional.empty();

    @Option(
            names = "--tables",
            paramLabel = "DIR",
            description =
                    "Also the projector's tables in the database of --postgres, a JSON line each"
                            + " row. They go with the results when the projector has written all of"
                            + " them.")
    private Optional<Path> tables = Optional.empty();

    @Mixin private PostgresOption postgres;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = TimeSpan.class,
            description =
                    "How long --results waits for one more recorded action to be answered, until all"
                            + " are. Default: ${DEFAULT-VALUE}.")
    private Duration timeout;

    @Option(names = "--json", description = "Say what was recorded as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Recording recording =
                new Recording(kafka.reach(), keys.seals(), keys.of(Role.HUNTS), command.getErr());
        Recording.Log log;
        Optional<Recording.AnsweredLog> answered = Optional.empty();
        if (results.isPresent()) {
            answered = Optional.of(recording.answeredLog(out, hunts, results.get(), timeout));
            log = answered.get().log();
        } else {
            log = recording.log(out, hunts);
        }
        if (progress.isPresent()) {
            recording.snapshots(progress.get());
        }
        if (tables.isPresent()) {
            try (Database there = Database.of(postgres.orDemos())) {
                there.writeTables(tables.get());
            }
        }
        log.begunAt().forEach(this::warnOfLoss);
        command.getOut().println(json ? jsonLine(log, answered) : inWords(log, answered));
        command.getOut().flush();
        return 0;
    }

    private void warnOfLoss(int partition, long offset) {
        spec.commandLine()
                .getErr()
                .println(
                        "Partition %d of actions begins at offset %d: what stood before is gone, so a replay will differ from what was judged."
                                .formatted(partition, offset));
    }

    private String inWords(Recording.Log log, Optional<Recording.AnsweredLog> answered) {
        String recorded =
                "Recorded %d records of %d partitions to %s and %d hunts to %s.%n"
                        .formatted(log.records(), log.partitions(), out, log.hunts(), hunts);
        String replay =
                "Replay them: ./hunt replay --hunts %s --actions %s --partitions %d%s"
                        .formatted(hunts, out, log.partitions(), keysAsGiven());
        return answered.isEmpty()
                ? recorded + replay
                : recorded
                        + "Recorded %d answers to %s.%n"
                                .formatted(answered.get().answers(), results.orElseThrow())
                        + replay
                        + "%nAudit them: ./hunt audit --hunts %s --actions %s --results %s --partitions %d --running%s%s%s"
                                .formatted(
                                        hunts,
                                        out,
                                        results.orElseThrow(),
                                        log.partitions(),
                                        progress.map(it -> " --progress " + it).orElse(""),
                                        tables.map(it -> " --tables " + it).orElse(""),
                                        keysAsGiven());
    }

    /** What opens the recorded hunts is found by default, or was said. */
    private String keysAsGiven() {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--keys");
        return given ? " --keys " + keys.folder().path() : "";
    }

    private static String jsonLine(Recording.Log log, Optional<Recording.AnsweredLog> answered) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.number("records", log.records());
                            object.number("partitions", log.partitions());
                            object.number("hunts", log.hunts());
                            if (answered.isPresent()) {
                                object.number("answers", answered.get().answers());
                                object.number("unanswered", answered.get().unanswered());
                            }
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
