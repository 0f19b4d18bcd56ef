package treasurehunt.connector.kafka.job;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;

/** Settings that jobs have in common, and how all of them are read. */
public final class JobOptions {
    public static final ConfigOption<String> BOOTSTRAP_SERVERS =
            key("hunt.kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Kafka's brokers, host:port, comma separated.");

    private JobOptions() {}

    /** The name of the topic that has a role, which is the role's unless given. */
    public static ConfigOption<String> topic(String role) {
        return key("hunt.topic." + role)
                .stringType()
                .defaultValue(role)
                .withDescription("Name of the topic of " + role + ".");
    }

    /** A setting that must be there; one that is missing or blank is refused by its key. */
    public static String given(ReadableConfig configuration, ConfigOption<String> option) {
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
