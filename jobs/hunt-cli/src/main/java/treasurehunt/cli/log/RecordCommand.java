package treasurehunt.cli.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.OutputFile;
import treasurehunt.cli.Terminal;
import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.json.JsonWriter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Records the live log and the hunts it was judged by. */
@Command(
        name = "record",
        description = {
            "Write what stands in actions now to a file, and the published hunts beside it, for"
                    + " ./hunt replay. What comes later is not waited for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt record --out rec/actions.ndjson --hunts rec/hunts",
            "  ./hunt record --out today.ndjson --hunts hunts --kafka kafka-1:9092 --json"
        })
public final class RecordCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

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
            description = "Folder for the hunts, one <hunt>.json each.")
    private Path hunts;

    @Option(names = "--json", description = "Say what was recorded as JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailedException, IOException {
        Broker broker = kafka.reach();
        Files.createDirectories(hunts);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Recorder.Recorded recorded;
        int published;
        try (OutputFile file = OutputFile.of(out)) {
            recorded = new Recorder(broker, this::progress).writeTo(file.stream());
            // After the log: whatever judged a record of it stands here by now.
            published = writeHunts(published(broker));
            file.complete();
        }
        recorded.begunAt().forEach(this::warnOfLoss);
        PrintWriter words = spec.commandLine().getOut();
        words.println(json ? jsonLine(recorded, published) : inWords(recorded, published));
        words.flush();
        return 0;
    }

    private static Map<String, Hunt> published(Broker broker) throws CommandFailedException {
        broker.partitions(TopicSettings.HUNTS);
        return new TreeMap<>(HuntTopicReader.published(broker.address(), TopicSettings.HUNTS));
    }

    private int writeHunts(Map<String, Hunt> published) throws CommandFailedException, IOException {
        List<String> names = published.keySet().stream().map(id -> id + ".json").toList();
        for (Path there : HuntFile.in(hunts)) {
            if (!names.contains(there.getFileName().toString())) {
                throw new CommandFailedException(
                        there
                                + ": is no published hunt, but a replay would take it for one. Take"
                                + " it away, or give --hunts another folder.");
            }
        }
        for (Hunt hunt : published.values()) {
            Files.write(hunts.resolve(hunt.id() + ".json"), HuntCodec.encode(hunt));
        }
        return published.size();
    }

    private void progress(long records, long all) {
        if (Terminal.isThere()) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf(
                    "\rRecording: %,d of %,d records%s", records, all, records == all ? "\n" : "");
            err.flush();
        }
    }

    private void warnOfLoss(int partition, long offset) {
        spec.commandLine()
                .getErr()
                .println(
                        "Partition %d of actions begins at offset %d: what stood before is gone, so a replay will differ from what was judged."
                                .formatted(partition, offset));
    }

    private String inWords(Recorder.Recorded recorded, int published) {
        return "Recorded %d records of %d partitions to %s and %d hunts to %s.%n"
                        .formatted(recorded.records(), recorded.partitions(), out, published, hunts)
                + "Replay them: ./hunt replay --hunts %s --actions %s --partitions %d"
                        .formatted(hunts, out, recorded.partitions());
    }

    private static String jsonLine(Recorder.Recorded recorded, int published) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.number("records", recorded.records());
                            object.number("partitions", recorded.partitions());
                            object.number("hunts", published);
                        });
        return new String(line, StandardCharsets.UTF_8);
    }
}
