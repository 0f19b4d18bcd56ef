package treasurehunt.engine;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

import treasurehunt.connector.kafka.job.JobOptions;
import treasurehunt.connector.kafka.topic.TopicSettings;

import java.io.Serializable;
import java.util.List;

/**
 * The engine's own settings, read once at start; all others are Flink's and stand in {@code
 * flink-conf/config.yaml}.
 */
public record EngineOptions(
        String bootstrapServers,
        String name,
        String keysFolder,
        int partitions,
        boolean givenTimestamps,
        String huntsTopic,
        String actionsTopic,
        String resultsTopic,
        String progressTopic,
        String deadLettersTopic)
        implements Serializable {
    static final ConfigOption<String> NAME =
            key("hunt.engine.name")
                    .stringType()
                    .defaultValue("hunt-engine")
                    .withDescription(
                            "This engine's name in Kafka: its consumer group and the prefix of its transactional ids."
                                    + " No other job's on the same brokers may begin with it.");

    static final ConfigOption<String> KEYS_FOLDER =
            key("hunt.keys.folder")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder of the keys that ./hunt keys init has made, on each machine that runs a task:"
                                    + " hunts.keys, operators.keys and treasury.keys.");

    static final ConfigOption<Integer> PARTITIONS =
            key("hunt.actions.partitions")
                    .intType()
                    .defaultValue(TopicSettings.DEFAULT_PARTITIONS)
                    .withDescription("Partitions of the actions topic; fixed for ever.");

    static final ConfigOption<Boolean> GIVEN_TIMESTAMPS =
            key("hunt.actions.given-timestamps")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether the times of actions and hunts are those that their senders give"
                                    + " (message.timestamp.type=CreateTime) instead of the broker's. For tests only:"
                                    + " whoever may send could act at any time, and make time pass for others.");

    static final ConfigOption<String> HUNTS_TOPIC = JobOptions.topic(TopicSettings.HUNTS);
    static final ConfigOption<String> ACTIONS_TOPIC = JobOptions.topic(TopicSettings.ACTIONS);
    static final ConfigOption<String> RESULTS_TOPIC = JobOptions.topic(TopicSettings.RESULTS);
    static final ConfigOption<String> PROGRESS_TOPIC = JobOptions.topic(TopicSettings.PROGRESS);
    static final ConfigOption<String> DEAD_LETTERS_TOPIC =
            JobOptions.topic(TopicSettings.DEAD_LETTERS);

    /**
     * The settings in a configuration; what is missing or senseless is refused by the name of its
     * key.
     */
    static EngineOptions from(ReadableConfig configuration) {
        EngineOptions options =
                new EngineOptions(
                        JobOptions.given(configuration, JobOptions.BOOTSTRAP_SERVERS),
                        JobOptions.given(configuration, NAME),
                        JobOptions.given(configuration, KEYS_FOLDER),
                        configuration.get(PARTITIONS),
                        configuration.get(GIVEN_TIMESTAMPS),
                        JobOptions.given(configuration, HUNTS_TOPIC),
                        JobOptions.given(configuration, ACTIONS_TOPIC),
                        JobOptions.given(configuration, RESULTS_TOPIC),
                        JobOptions.given(configuration, PROGRESS_TOPIC),
                        JobOptions.given(configuration, DEAD_LETTERS_TOPIC));
        if (options.partitions < 1) {
            throw new IllegalConfigurationException(
                    PARTITIONS.key() + " must be at least 1, not " + options.partitions);
        }
        if (options.topics().stream().map(TopicSettings::name).distinct().count()
                < options.topics().size()) {
            throw new IllegalConfigurationException(
                    "hunt.topic.*: each topic needs a name of its own");
        }
        if (configuration.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
            throw new IllegalConfigurationException(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY.key()
                            + " is missing: without a durable folder a dead process takes every player's progress with it");
        }
        return options;
    }

    /** All topics the engine works on, as they must be. */
    List<TopicSettings> topics() {
        return List.of(
                givenTimestamps
                        ? TopicSettings.huntsWithGivenTimestamps(huntsTopic)
                        : TopicSettings.hunts(huntsTopic),
                givenTimestamps
                        ? TopicSettings.actionsWithGivenTimestamps(actionsTopic, partitions)
                        : TopicSettings.actions(actionsTopic, partitions),
                TopicSettings.answers(resultsTopic, partitions),
                TopicSettings.progress(progressTopic, partitions),
                TopicSettings.answers(deadLettersTopic, partitions));
    }
}
