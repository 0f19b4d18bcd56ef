package treasurehunt.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.connector.postgres.sink.PostgresOptions;

import java.util.Optional;

/** Which Postgres a command talks to. */
public final class PostgresOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            converter = Url.class,
            description = "The projector's database: jdbc:postgresql://host:port/database.")
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

    /** The database, which must be named. */
    public PostgresOptions given() {
        return ifGiven()
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        command.commandLine(),
                                        "Missing: --postgres URL says which database"));
    }

    /** What Postgres's driver takes. */
    static final class Url implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!text.startsWith("jdbc:postgresql://")) {
                throw new TypeConversionException(
                        text + " is no jdbc:postgresql://host:port/database");
            }
            return text;
        }
    }
}
