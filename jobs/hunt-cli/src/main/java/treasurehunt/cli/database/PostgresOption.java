package treasurehunt.cli.database;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.connector.postgres.sink.PostgresOptions;

import java.util.Optional;

/** Which Postgres a command talks to. */
public final class PostgresOption {
    /** Where the demo's listens, unless it was told otherwise. */
    public static final int DEMO_PORT = 5_433;

    /** Where the demo's is, unless it was told of another port. */
    public static final String DEMOS =
            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(DEMO_PORT);

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            converter = Url.class,
            description =
                    "The projector's database: jdbc:postgresql://host:port/database. Default: the"
                            + " demo's.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "postgres",
            description = "Who owns its tables. Default: ${DEFAULT-VALUE}.")
    private String user;

    @Option(
            names = "--password-env",
            paramLabel = "NAME",
            defaultValue = "PGPASSWORD",
            description =
                    "The environment variable that has the password, if one is asked for. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String passwordVariable;

    /** The database, if one is named. */
    public Optional<PostgresOptions> ifGiven() {
        return url.map(
                it ->
                        new PostgresOptions(
                                it,
                                user,
                                Optional.ofNullable(System.getenv(passwordVariable)).orElse("")));
    }

    /** The database that is named, or else the demo's. */
    public PostgresOptions orDemos() {
        return ifGiven().orElse(new PostgresOptions(DEMOS, user, ""));
    }

    /** What Postgres's driver takes. */
    static final class Url implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.startsWith("jdbc:postgresql://")) {
                throw new TypeConversionException(
                        text + " is no jdbc:postgresql://host:port/database");
            }
            if (text.contains("password=") || text.contains("@")) {
                throw new TypeConversionException(
                        "a password would be seen by everybody there: name the environment variable that has it with --password-env");
            }
            return text;
        }
    }
}
