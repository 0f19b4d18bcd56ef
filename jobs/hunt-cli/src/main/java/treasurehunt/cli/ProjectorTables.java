package treasurehunt.cli;

import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;

import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.projector.Rebuilding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The projector's tables in a database that answers. */
public final class ProjectorTables implements AutoCloseable {
    /** So many rows are in memory at a time. */
    private static final int FETCH_ROWS = 1_000;

    private final PostgresOptions options;
    private final JdbcConnectionProvider connections;
    private final Connection connection;

    private ProjectorTables(
            PostgresOptions options, JdbcConnectionProvider connections, Connection connection) {
        this.options = options;
        this.connections = connections;
        this.connection = connection;
    }

    /** Those of a database; it need not have any. */
    public static ProjectorTables of(PostgresOptions options) throws CommandFailedException {
        JdbcConnectionProvider connections = new SimpleJdbcConnectionProvider(options.connection());
        try {
            Connection connection = connections.getOrEstablishConnection();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // Else the driver fetches all rows at once.
            connection.setAutoCommit(false);
            return new ProjectorTables(options, connections, connection);
        } catch (SQLException e) {
            connections.closeConnection();
            throw new CommandFailedException(
                    "%s: %s Say where the database is with --postgres, who may with --user, and the password by --password-env."
                            .formatted(options, sentence(e)),
                    e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Postgres's driver is not on the class path", e);
        }
    }

    /** Whether a row stands in any of them. */
    public boolean haveRows() throws CommandFailedException {
        try (Statement statement = connection.createStatement()) {
            for (String table : Rebuilding.TABLES) {
                if (isTrue(statement, "SELECT to_regclass('%s') IS NOT NULL".formatted(table))
                        && isTrue(statement, "SELECT EXISTS (SELECT FROM %s)".formatted(table))) {
                    return true;
                }
            }
            connection.rollback();
            return false;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Writes them as they are at one moment, for {@code ./hunt audit --tables}.
     *
     * @param folder for {@code <table>.ndjson} each, a line of JSON a row
     */
    public void writeTo(Path folder) throws CommandFailedException, IOException {
        Files.createDirectories(folder);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            for (String table : Rebuilding.TABLES) {
                try (OutputFile file = OutputFile.of(folder.resolve(table + ".ndjson"));
                        ResultSet rows =
                                statement.executeQuery(
                                        "SELECT to_jsonb(t) - 'origin' FROM %s t"
                                                .formatted(table))) {
                    while (rows.next()) {
                        String line = rows.getString(1) + "\n";
                        file.stream().write(line.getBytes(StandardCharsets.UTF_8));
                    }
                    file.complete();
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private CommandFailedException unreadable(SQLException e) {
        return new CommandFailedException(
                "%s: %s Are its tables there? The projector makes them when it starts."
                        .formatted(options, sentence(e)),
                e);
    }

    private static String sentence(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public void close() {
        connections.closeConnection();
    }
}
