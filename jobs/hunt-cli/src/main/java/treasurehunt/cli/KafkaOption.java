package treasurehunt.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import java.util.regex.Pattern;

/** Which Kafka a command talks to. */
public final class KafkaOption {
    @Option(
            names = "--kafka",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            defaultValue = "${env:HUNT_KAFKA:-localhost:9092}",
            converter = Address.class,
            description = "Where Kafka is. Default: $HUNT_KAFKA, else localhost:9092.")
    private String address;

    /** The broker, which has answered. */
    public Broker reach() throws CommandFailedException {
        return Broker.reach(address);
    }

    /** One {@code HOST:PORT}, or several with commas. */
    static final class Address implements ITypeConverter<String> {
        private static final String ONE = "(?:[^\\s,:]+|\\[[0-9a-fA-F:]+]):\\d{1,5}";
        private static final Pattern FORM = Pattern.compile(ONE + "(?:," + ONE + ")*");

        @Override
        public String convert(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new TypeConversionException(text + " is no HOST:PORT");
            }
            return text;
        }
    }
}
