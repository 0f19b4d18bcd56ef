package treasurehunt.cli.log;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.JsonLine;
import treasurehunt.cli.OutputFile;
import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.seal.Keys;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records the live topics: the log to what was its end when reading began, the hunts it was judged
 * by, and what it was answered.
 */
public final class Recording {
    private final Broker broker;
    private final Seals seals;
    private final Keys keys;
    private final PrintWriter told;

    /**
     * A recording of a broker's topics.
     *
     * @param seals which records are sealed
     * @param keys of hunts
     * @param told how far it has come, where that is a terminal, and when answers are missing
     */
    public Recording(Broker broker, Seals seals, Keys keys, PrintWriter told) {
        this.broker = broker;
        this.seals = seals;
        this.keys = keys;
        this.told = told;
    }

    /**
     * The log and its hunts.
     *
     * @param partitions of {@code actions}
     * @param begunAt by partition, the first offset there was, where it was not 0
     * @param stoppedAt by partition, the offset before which the recording ends
     * @param hunts how many
     */
    public record Log(
            long records,
            int partitions,
            Map<Integer, Long> begunAt,
            Map<Integer, Long> stoppedAt,
            int hunts) {}

    /**
     * A log with its answers.
     *
     * @param answers how many are committed, those among them to what came behind the log's end
     * @param unanswered actions of the log without one
     */
    public record AnsweredLog(Log log, long answers, long unanswered) {}

    /**
     * Records without answers.
     *
     * @param actions the file of the log
     * @param hunts folder for the hunts, one {@code <hunt>-<version>.json} each
     */
    Log log(Path actions, Path hunts) throws CommandFailedException, IOException {
        try (OutputFile out = file(actions)) {
            Log log = write(out, hunts, new Unanswered());
            out.complete();
            return log;
        }
    }

    /**
     * Records with answers.
     *
     * @param actions the file of the log
     * @param hunts folder for the hunts, one {@code <hunt>-<version>.json} each
     * @param results the file of results and dead letters, a player's in their order
     * @param patience how long to wait for one more action's answer to be committed
     */
    public AnsweredLog answeredLog(Path actions, Path hunts, Path results, Duration patience)
            throws CommandFailedException, IOException {
        Unanswered unanswered = new Unanswered();
        try (OutputFile out = file(actions);
                OutputFile answered = file(results)) {
            Log log = write(out, hunts, unanswered);
            Progress progress = new Progress(told, "Reading answers: %,d of %,d actions have one");
            long answers =
                    new AnswerRecorder(broker, progress)
                            .writeTo(answered.stream(), unanswered, patience);
            out.complete();
            answered.complete();
            if (unanswered.count() > 0) {
                told.println(
                        "%d of the recorded actions have no committed answer. Does the engine run? --timeout waits longer."
                                .formatted(unanswered.count()));
                told.flush();
            }
            return new AnsweredLog(log, answers, unanswered.count());
        }
    }

    /**
     * Records snapshots: all that stand committed now.
     *
     * @param progress the file, one JSON line a record
     */
    public void snapshots(Path progress) throws CommandFailedException, IOException {
        try (OutputFile out = file(progress)) {
            WholeTopics.committed(broker, TopicSettings.PROGRESS)
                    .read(record -> out.stream().write(line(record)));
            out.complete();
        }
    }

    private static byte[] line(ConsumerRecord<byte[], byte[]> record) {
        return "{\"key\":%s,\"value\":%s}\n"
                .formatted(JsonLine.of(record.key()), JsonLine.of(record.value()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static OutputFile file(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return OutputFile.of(path);
    }

    private Log write(OutputFile out, Path hunts, Unanswered unanswered)
            throws CommandFailedException, IOException {
        Files.createDirectories(hunts);
        Recorder recorder =
                new Recorder(broker, seals, new Progress(told, "Recording: %,d of %,d records"));
        Recorder.Recorded recorded = recorder.writeTo(out.stream(), unanswered);
        // After the log: whatever judged a record of it stands here by now.
        int published = writeHunts(hunts, published());
        return new Log(
                recorded.records(),
                recorded.stoppedAt().size(),
                recorded.begunAt(),
                recorded.stoppedAt(),
                published);
    }

    private List<PublishedHunts.Version> published() throws CommandFailedException {
        broker.partitions(TopicSettings.HUNTS);
        try (HuntTopicReader reader =
                new HuntTopicReader(broker.address(), TopicSettings.HUNTS, keys)) {
            return PublishedHunts.read(reader).counting();
        }
    }

    /** Each version that counts, sealed, with the time at which it took effect. */
    private int writeHunts(Path folder, List<PublishedHunts.Version> published)
            throws CommandFailedException, IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (PublishedHunts.Version version : published) {
            Hunt hunt = version.hunt();
            files.put(
                    hunt.id() + "-" + hunt.version() + ".json",
                    PublicationCodec.encode(
                            new Publication.Published(hunt.inEffectFrom(version.effectiveAt())),
                            keys));
        }
        for (Path there : HuntFile.in(folder)) {
            if (!files.containsKey(there.getFileName().toString())) {
                throw new CommandFailedException(
                        there
                                + ": is no published hunt, but a replay would take it for one. Take"
                                + " it away, or give --hunts another folder.");
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return files.size();
    }
}
