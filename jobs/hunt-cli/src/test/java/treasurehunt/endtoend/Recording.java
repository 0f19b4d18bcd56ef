package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import treasurehunt.cli.Hunt;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.result.ResultCodec;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A live log in a file, to be judged again without some of its records. */
final class Recording {
    private final Path folder;

    private Recording(Path folder) {
        this.folder = folder;
    }

    static Recording of(HuntSystem system, Path folder) {
        Recording recording = new Recording(folder);
        run(
                "record",
                "--kafka",
                system.bootstrapServers(),
                "--out",
                recording.path("actions.ndjson"),
                "--hunts",
                recording.path("hunts"));
        return recording;
    }

    /** The results, by player, of a log that holds nothing but these; there are no dead letters. */
    Map<String, List<String>> resultsOf(Predicate<String> kept) throws Exception {
        Path actions = folder.resolve("kept.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(actions, UTF_8)) {
            for (String line : Files.readAllLines(folder.resolve("actions.ndjson"), UTF_8)) {
                RawRecord record = RecordedLog.decode(line.getBytes(UTF_8));
                if (kept.test(record.partition() + ":" + record.offset())) {
                    out.write(line + "\n");
                }
            }
        }
        run(
                "replay",
                "--hunts",
                path("hunts"),
                "--actions",
                actions.toString(),
                "--out",
                path("results.ndjson"),
                "--partitions",
                Integer.toString(HuntSystem.PARTITIONS));
        List<byte[]> results = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("results.ndjson"), UTF_8)) {
            results.add(line.getBytes(UTF_8));
        }
        return byPlayer(results);
    }

    /** What stands on a results topic, by player, each player's in their order. */
    static Map<String, List<String>> byPlayer(Iterable<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        List<byte[]> results = new ArrayList<>();
        records.forEach(record -> results.add(record.value()));
        return byPlayer(results);
    }

    private static Map<String, List<String>> byPlayer(List<byte[]> results) throws Exception {
        Map<String, List<String>> byPlayer = new TreeMap<>();
        for (byte[] json : results) {
            byPlayer.computeIfAbsent(ResultCodec.decode(json).player(), player -> new ArrayList<>())
                    .add(new String(json, UTF_8));
        }
        return byPlayer;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void run(String... command) {
        assertThat(Hunt.commandLine(true).execute(command)).isZero();
    }
}
