package treasurehunt.projector;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import treasurehunt.connector.kafka.job.CommandLine;
import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.kafka.source.CommittedSource;
import treasurehunt.connector.postgres.migration.Migrations;
import treasurehunt.connector.postgres.sink.PostgresSink;
import treasurehunt.connector.postgres.sink.Row;

/** The job {@code projector}: progress and results in, rows out. */
public final class ProjectorJob {
    static final String JOB_NAME = "projector";

    /** Where the migrations stand on the class path. */
    public static final String MIGRATIONS = "sql";

    private ProjectorJob() {}

    /**
     * Starts the job, when the tables are as this release writes them.
     *
     * @param args {@code --configDir DIR} and {@code -Dkey=value} for a run in this JVM; none on a
     *     cluster, which has its own configuration
     */
    public static void main(String[] args) throws Exception {
        Configuration configuration = CommandLine.configuration(args);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        ProjectorOptions options = ProjectorOptions.from(env.getConfiguration());
        env.configure(overrides());
        Migrations.apply(options.postgres(), MIGRATIONS);
        define(env, options);
        env.execute(JOB_NAME);
    }

    /**
     * What this job needs otherwise than the engine. While the database is away no checkpoint is
     * complete: that is no reason to start again.
     */
    private static Configuration overrides() {
        Configuration overrides = new Configuration();
        overrides.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        // Rows can be written again without harm.
        overrides.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.AT_LEAST_ONCE);
        return overrides;
    }

    private static void define(StreamExecutionEnvironment env, ProjectorOptions options) {
        DataStream<Row> progress =
                rows(env, options, options.progressTopic(), new Rows.OfProgress());
        DataStream<Row> results = rows(env, options, options.resultsTopic(), new Rows.OfResults());
        String bootstrapServers = options.bootstrapServers();
        String deadLetters = options.deadLettersTopic();
        progress.union(results)
                .keyBy(row -> row.values()[0], Types.STRING)
                .sinkTo(
                        new PostgresSink(
                                options.postgres(),
                                Tables.ALL,
                                () -> new RefusedRows(bootstrapServers, deadLetters)))
                .name("postgres")
                .uid("postgres");
    }

    private static DataStream<Row> rows(
            StreamExecutionEnvironment env,
            ProjectorOptions options,
            String topic,
            FlatMapFunction<CommittedRecord, Row> rows) {
        return env.fromSource(
                        CommittedSource.of(options.bootstrapServers(), topic, options.name()),
                        WatermarkStrategy.noWatermarks(),
                        topic,
                        TypeInformation.of(CommittedRecord.class))
                .uid(topic)
                .flatMap(rows)
                .returns(Row.class)
                .name("rows of " + topic)
                .uid("rows-of-" + topic);
    }
}
