package treasurehunt.engine;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.sink.TransactionalSink;
import treasurehunt.connector.kafka.source.ActionSource;
import treasurehunt.connector.kafka.source.Stamp;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.Topics;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.Seals;

import java.util.List;
import java.util.Map;

/** The job {@code hunt-engine}: actions in, results and dead letters out. */
public final class HuntEngineJob {
    private static final Logger LOG = LoggerFactory.getLogger(HuntEngineJob.class);

    static final String JOB_NAME = "hunt-engine";

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
        prepareTopics(options);

        define(
                env,
                options,
                ActionSource.of(options.bootstrapServers(), options.actionsTopic(), options.name()),
                TransactionalSink.to(
                        options.bootstrapServers(),
                        options.name(),
                        List.of(options.resultsTopic(), options.deadLettersTopic())),
                new KafkaHunts(options.bootstrapServers(), options.huntsTopic()));
        env.execute(JOB_NAME);
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
            HuntSupplier hunts) {
        env.setMaxParallelism(MAX_PARALLELISM);

        DataStream<StampedRecord> actions =
                env.fromSource(
                                source,
                                WatermarkStrategy.noWatermarks(),
                                "actions",
                                TypeInformation.of(RawRecord.class))
                        .uid(SOURCE_UID)
                        .process(new Stamp(), TypeInformation.of(StampedRecord.class))
                        .name("stamp")
                        .uid(STAMP_UID);

        actions.keyBy(PlayerKey::of, Types.STRING)
                .transform(
                        "hunt-engine",
                        TypeInformation.of(OutputRecord.class),
                        new HuntOperator(options, hunts, Seals::none))
                .uid(ENGINE_UID)
                .sinkTo(sink)
                .name("answers")
                .uid(SINK_UID);
    }
}
