package treasurehunt.projector;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

import treasurehunt.connector.kafka.job.JobOptions;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.postgres.sink.PostgresOptions;

/** The projector's own settings, read once at start; all others are Flink's. */
public record ProjectorOptions(
        String bootstrapServers,
        String name,
        String progressTopic,
        String resultsTopic,
        String deadLettersTopic,
        PostgresOptions postgres) {
    static final ConfigOption<String> NAME =
            key("hunt.projector.name")
                    .stringType()
                    .defaultValue("projector")
                    .withDescription("This projector's name in Kafka: its consumer group.");

    static final ConfigOption<String> URL =
            key("hunt.postgres.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("jdbc:postgresql://host:port/database");

    static final ConfigOption<String> USER =
            key("hunt.postgres.user")
                    .stringType()
                    .defaultValue("postgres")
                    .withDescription("Who owns the tables.");

    static final ConfigOption<String> PASSWORD =
            key("hunt.postgres.password")
                    .stringType()
                    .defaultValue("")
                    .withDescription("Empty where none is asked for. Flink shows it to nobody.");

    /** The settings in a configuration; what is missing is refused by the name of its key. */
    static ProjectorOptions from(ReadableConfig configuration) {
        return new ProjectorOptions(
                JobOptions.given(configuration, JobOptions.BOOTSTRAP_SERVERS),
                JobOptions.given(configuration, NAME),
                JobOptions.given(configuration, JobOptions.topic(TopicSettings.PROGRESS)),
                JobOptions.given(configuration, JobOptions.topic(TopicSettings.RESULTS)),
                JobOptions.given(configuration, JobOptions.topic(TopicSettings.DEAD_LETTERS)),
                new PostgresOptions(
                        JobOptions.given(configuration, URL),
                        JobOptions.given(configuration, USER),
                        configuration.get(PASSWORD)));
    }
}
