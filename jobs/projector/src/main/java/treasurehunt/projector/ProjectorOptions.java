package treasurehunt.projector;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

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
    static final ConfigOption<String> BOOTSTRAP_SERVERS =
            key("hunt.kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Kafka's brokers, host:port, comma separated.");

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

    private static ConfigOption<String> topic(String name) {
        return key("hunt.topic." + name)
                .stringType()
                .defaultValue(name)
                .withDescription("Name of the topic of " + name + ".");
    }

    /** The settings in a configuration; what is missing is refused by the name of its key. */
    static ProjectorOptions from(ReadableConfig configuration) {
        return new ProjectorOptions(
                given(configuration, BOOTSTRAP_SERVERS),
                given(configuration, NAME),
                given(configuration, topic(TopicSettings.PROGRESS)),
                given(configuration, topic(TopicSettings.RESULTS)),
                given(configuration, topic(TopicSettings.DEAD_LETTERS)),
                new PostgresOptions(
                        given(configuration, URL),
                        given(configuration, USER),
                        configuration.get(PASSWORD)));
    }

    private static String given(ReadableConfig configuration, ConfigOption<String> option) {
        String value = configuration.getOptional(option).orElse(option.defaultValue());
        if (value == null || value.isBlank()) {
            throw new IllegalConfigurationException(
                    option.key()
                            + " is missing: set it in flink-conf/config.yaml or with -D"
                            + option.key()
                            + "=...");
        }
        return value.strip();
    }
}
