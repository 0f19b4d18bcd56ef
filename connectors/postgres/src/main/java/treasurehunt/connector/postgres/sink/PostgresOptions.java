package treasurehunt.connector.postgres.sink;

import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach a database.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param password empty if none is asked for
 */
public record PostgresOptions(String url, String user, String password) implements Serializable {
    /** A statement takes some ms; one that takes longer has met a lock or a sick disk. */
    private static final Duration STATEMENT = Duration.ofSeconds(5);

    /** A database that is frozen says nothing at all: without this a thread waits for ever. */
    private static final Duration SILENCE = Duration.ofSeconds(8);

    /** What Flink's JDBC connector connects by. */
    public JdbcConnectionOptions connection() {
        JdbcConnectionOptions.JdbcConnectionOptionsBuilder options =
                new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(url)
                        .withDriverName("org.postgresql.Driver")
                        .withUsername(user)
                        .withConnectionCheckTimeoutSeconds((int) SILENCE.toSeconds());
        properties().forEach(options::withProperty);
        if (!password.isEmpty()) {
            options.withPassword(password);
        }
        return options.build();
    }

    /** What keeps a thread from waiting for ever, as Postgres's driver knows it. */
    public Map<String, String> properties() {
        String seconds = Long.toString(SILENCE.toSeconds());
        return Map.of(
                "connectTimeout",
                seconds,
                "loginTimeout",
                seconds,
                "socketTimeout",
                seconds,
                "tcpKeepAlive",
                "true",
                "ApplicationName",
                "treasurehunt",
                "options",
                "-c statement_timeout=%d -c lock_timeout=%d"
                        .formatted(STATEMENT.toMillis(), STATEMENT.toMillis()));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
