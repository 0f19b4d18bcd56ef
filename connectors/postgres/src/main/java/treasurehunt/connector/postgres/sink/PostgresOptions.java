package treasurehunt.connector.postgres.sink;

import org.apache.flink.connector.jdbc.JdbcConnectionOptions;

import java.io.Serializable;
import java.time.Duration;

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
        String seconds = Long.toString(SILENCE.toSeconds());
        JdbcConnectionOptions.JdbcConnectionOptionsBuilder options =
                new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(url)
                        .withDriverName("org.postgresql.Driver")
                        .withUsername(user)
                        .withConnectionCheckTimeoutSeconds((int) SILENCE.toSeconds())
                        .withProperty("connectTimeout", seconds)
                        .withProperty("loginTimeout", seconds)
                        .withProperty("socketTimeout", seconds)
                        .withProperty("tcpKeepAlive", "true")
                        .withProperty("ApplicationName", "treasurehunt")
                        .withProperty(
                                "options",
                                "-c statement_timeout=%d -c lock_timeout=%d"
                                        .formatted(STATEMENT.toMillis(), STATEMENT.toMillis()));
        if (!password.isEmpty()) {
            options.withPassword(password);
        }
        return options.build();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
