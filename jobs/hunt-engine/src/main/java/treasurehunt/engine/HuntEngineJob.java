package treasurehunt.engine;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.job.CommandLine;
import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.sink.TransactionalSink;
import treasurehunt.connector.kafka.source.ActionSource;
import treasurehunt.connector.kafka.source.Stamp;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.connector.kafka.source.Ticker;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.engine.fence.Fence;
import treasurehunt.engine.fence.FencedHunts;
import treasurehunt.engine.fence.KafkaHuntLog;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.KeysRefusedException;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The job {@code hunt-engine}: actions in, results, progress and dead letters out. */
public final class HuntEngineJob {
    private static final Logger LOG = LoggerFactory.getLogger(HuntEngineJob.class);

    /** As Flink knows it. */
    public static final String JOB_NAME = "hunt-engine";

    /**
     * Key groups; the most that the engine can ever be scaled to. Part of every state's layout:
     * never changes.
     */
    static final int MAX_PARALLELISM = 720;

    static final String SOURCE_UID = "actions";
    static final String STAMP_UID = "stamp";
    static final String ENGINE_UID = "hunt-engine";
    static final String SINK_UID = "answers";

    private HuntEngineJob() {}

    /**
     * Starts the job.
     *
     * @param args {@code --configDir DIR} and {@code -Dkey=value} for a run in this JVM; none on a
     *     cluster, which has its own configuration
     */
    public static void main(String[] args) throws Exception {
        Configuration configuration = CommandLine.configuration(args);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        EngineOptions options = EngineOptions.from(env.getConfiguration());
        if (options.givenTimestamps()) {
            LOG.warn(
                    "{} is on: the times of actions are their senders', not the broker's. This is for tests"
                            + " only; whoever may send can act at any time.",
                    EngineOptions.GIVEN_TIMESTAMPS.key());
        }
        requireAPartitionForEachTask(env.getParallelism(), options);
        prepareTopics(options);

        define(
                env,
                options,
                ActionSource.of(options.bootstrapServers(), options.actionsTopic(), options.name()),
                TransactionalSink.to(
                        options.bootstrapServers(),
                        options.name(),
                        List.of(
                                options.resultsTopic(),
                                options.progressTopic(),
                                options.deadLettersTopic())),
                options.givenTimestamps() ? Stamp.TickerSupplier.NONE : ticker(options),
                fence(options),
                () -> seals(options));
        env.execute(JOB_NAME);
    }

    private static Stamp.TickerSupplier ticker(EngineOptions options) {
        return metrics ->
                Ticker.start(
                        options.bootstrapServers(),
                        options.actionsTopic(),
                        options.partitions(),
                        metrics);
    }

    private static FencedHunts.Supplier fence(EngineOptions options) {
        return (marks, metrics, onFailure) ->
                Fence.open(
                        new KafkaHuntLog(
                                options.bootstrapServers(),
                                options.huntsTopic(),
                                keys(options, Role.HUNTS),
                                options.actionsTopic(),
                                options.partitions()),
                        marks,
                        metrics,
                        onFailure);
    }

    private static Seals seals(EngineOptions options) {
        return Seals.under(keys(options, Role.OPERATORS), keys(options, Role.TREASURY));
    }

    /** Read by each task on its own machine, so that no key travels. */
    private static Keys keys(EngineOptions options, Role role) {
        try {
            return new KeyFolder(Path.of(options.keysFolder())).read(role);
        } catch (KeysRefusedException e) {
            throw new IllegalConfigurationException(
                    EngineOptions.KEYS_FOLDER.key() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A task of the source without a partition knows no time, and holds back everybody's. */
    private static void requireAPartitionForEachTask(int parallelism, EngineOptions options) {
        if (parallelism > options.partitions()) {
            throw new IllegalConfigurationException(
                    "%s is %d, but %s has %d partitions (%s): no deadline would ever be announced. Make it at most %d."
                            .formatted(
                                    CoreOptions.DEFAULT_PARALLELISM.key(),
                                    parallelism,
                                    options.actionsTopic(),
                                    options.partitions(),
                                    EngineOptions.PARTITIONS.key(),
                                    options.partitions()));
        }
    }

    private static void prepareTopics(EngineOptions options) throws TopicRefusedException {
        Map<String, Object> client =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, options.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            Topics.verifyTransactionTimeout(
                    admin, TransactionalSink.TRANSACTION_TIMEOUT.toMillis());
            Topics.createOrVerify(admin, options.topics());
        }
    }

    /** The way of the data, between any source and any sink. */
    static void define(
            StreamExecutionEnvironment env,
            EngineOptions options,
            Source<RawRecord, ?, ?> source,
            Sink<OutputRecord> sink,
            Stamp.TickerSupplier tickers,
            FencedHunts.Supplier hunts,
            SerializableSupplier<Seals> seals) {
        env.setMaxParallelism(MAX_PARALLELISM);

        DataStream<StampedRecord> actions =
                env.fromSource(
                                source,
                                // The append times. A partition's time never goes back, whatever
                                // its broker's clock does: so this is a true lower bound.
                                WatermarkStrategy.forMonotonousTimestamps(),
                                "actions",
                                TypeInformation.of(RawRecord.class))
                        .uid(SOURCE_UID)
                        .transform(
                                "stamp",
                                TypeInformation.of(StampedRecord.class),
                                new Stamp(tickers))
                        .uid(STAMP_UID);

        actions.keyBy(PlayerKey::of, Types.STRING)
                .transform(
                        "hunt-engine",
                        TypeInformation.of(OutputRecord.class),
                        new HuntOperator(options, hunts, seals))
                .uid(ENGINE_UID)
                .sinkTo(sink)
                .name("answers")
                .uid(SINK_UID);
    }
}
