package treasurehunt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.connector.kafka.job.CommandLine;
import treasurehunt.connector.kafka.job.JobOptions;
import treasurehunt.connector.kafka.sink.OutputRecord;
import treasurehunt.connector.kafka.source.Stamp;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.core.state.Head;
import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.action.RawRecord;

import java.nio.file.Path;
import java.time.Duration;

class ConfigurationTest {
    private static final Path FLINK_CONF = Path.of("..", "..", "flink-conf");

    @Test
    void everyUnsafeDefaultOfFlinkIsSetInTheShippedConfiguration() {
        Configuration shipped =
                CommandLine.configuration(new String[] {"--configDir", FLINK_CONF.toString()});

        assertThat(shipped.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
        assertThat(shipped.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
        assertThat(shipped.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE))
                .isEqualTo(CheckpointingMode.EXACTLY_ONCE);
        assertThat(shipped.get(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS))
                .isGreaterThanOrEqualTo(3);
        assertThat(shipped.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(shipped.get(RestartStrategyOptions.RESTART_STRATEGY))
                .isEqualTo("exponential-delay");
        assertThat(shipped.get(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT))
                .isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(shipped.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER)).isZero();
        assertThat(shipped.get(ExecutionOptions.BUFFER_TIMEOUT)).isLessThan(Duration.ofMillis(100));
        assertThat(shipped.get(PipelineOptions.OBJECT_REUSE)).isTrue();
        assertThat(shipped.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(shipped.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(shipped.get(PipelineOptions.AUTO_WATERMARK_INTERVAL))
                .isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(shipped.get(WebOptions.SUBMIT_ENABLE)).isFalse();
    }

    @Test
    void aSettingOnTheCommandLineOutdoesTheFile() {
        Configuration settings =
                CommandLine.configuration(
                        new String[] {
                            "--configDir", FLINK_CONF.toString(), "-Dstate.backend.type=hashmap"
                        });

        assertThat(settings.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("hashmap");
    }

    @Test
    void refusesAMissingOrSenselessSettingByTheNameOfItsKey() {
        Configuration none = new Configuration();
        Configuration senseless =
                new Configuration()
                        .set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092")
                        .set(EngineOptions.KEYS_FOLDER, "keys")
                        .set(EngineOptions.PARTITIONS, 0);

        assertThatThrownBy(() -> EngineOptions.from(none))
                .isInstanceOf(IllegalConfigurationException.class)
                .hasMessageContaining("hunt.kafka.bootstrap-servers is missing");
        Configuration keyless =
                new Configuration().set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092");
        assertThatThrownBy(() -> EngineOptions.from(keyless))
                .hasMessageContaining("hunt.keys.folder is missing");
        Configuration forgetful =
                new Configuration()
                        .set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092")
                        .set(EngineOptions.KEYS_FOLDER, "keys");
        assertThatThrownBy(() -> EngineOptions.from(forgetful))
                .hasMessageContaining("execution.checkpointing.dir is missing");
        assertThatThrownBy(() -> EngineOptions.from(senseless))
                .hasMessageContaining("hunt.actions.partitions");
        assertThatThrownBy(() -> CommandLine.configuration(new String[] {"--wrong"}))
                .hasMessageContaining("--configDir DIR");
    }

    @Test
    void timestampsAreTheBrokersUnlessTheirOptionSaysOtherwise() {
        Configuration settings =
                new Configuration()
                        .set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092")
                        .set(EngineOptions.KEYS_FOLDER, "keys")
                        .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:///checkpoints");

        assertThat(EngineOptions.from(settings).topics())
                .contains(TopicSettings.actions(TopicSettings.ACTIONS, 24));
        settings.set(EngineOptions.GIVEN_TIMESTAMPS, true);
        assertThat(EngineOptions.from(settings).topics())
                .contains(TopicSettings.actionsWithGivenTimestamps(TopicSettings.ACTIONS, 24))
                .contains(TopicSettings.huntsWithGivenTimestamps(TopicSettings.HUNTS));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RawRecord.class,
                StampedRecord.class,
                OutputRecord.class,
                Stamp.PartitionTime.class,
                Head.class,
                HuntState.class,
                JudgedBy.class
            })
    void whatTravelsOrIsKeptNeedsNoKryo(Class<?> type) {
        TypeInformation<?> information = TypeInformation.of(type);

        assertThat(information).isInstanceOf(PojoTypeInfo.class);
        // With generic types off this throws for whatever needs Kryo, however deep inside.
        information.createSerializer(strict().getSerializerConfig());
    }

    private static ExecutionConfig strict() {
        return new ExecutionConfig(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    }
}
