package treasurehunt.cli.database;

import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.OutputFile;
import treasurehunt.connector.postgres.sink.PostgresOptions;
import treasurehunt.projector.Rebuilding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The projector's database, which answers, and is only read. */
public final class Database implements AutoCloseable {
    /** The class of SQLSTATE of connections that cannot be made. */
    private static final String NO_CONNECTION = "08";

    /** Who made that role need not be a member of it. */
    private static final String MAY_BE_READER = "SELECT pg_has_role('hunt_reader', 'SET')";

    /** So many rows are in memory at a time. */
    private static final int FETCH_ROWS = 1_000;

    /** So many rows of an answer are shown. */
    static final int MOST_ROWS = 1_000;

    private final PostgresOptions options;
    private final JdbcConnectionProvider connections;
    private final Connection connection;

    private Database(
            PostgresOptions options, JdbcConnectionProvider connections, Connection connection) {
        this.options = options;
        this.connections = connections;
        this.connection = connection;
    }

    /** The database of these options; it need not have the projector's tables. */
    public static Database of(PostgresOptions options) throws CommandFailedException {
        JdbcConnectionProvider connections = new SimpleJdbcConnectionProvider(options.connection());
        try {
            Connection connection = connections.getOrEstablishConnection();
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // Else the driver fetches all rows at once.
            connection.setAutoCommit(false);
            return new Database(options, connections, connection);
        } catch (SQLException e) {
            connections.closeConnection();
            throw unreachable(options, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Postgres's driver is not on the class path", e);
        }
    }

    /**
     * From now on nothing is written, and no file or program touched: as the tables' readers do, or
     * as oneself where one may not be one of them, and so may do none of that either.
     */
    void askAsReader() throws CommandFailedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
            connection.commit();
            if (isTrue(statement, MAY_BE_READER)) {
                statement.execute("SET ROLE hunt_reader");
            }
            connection.commit();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static CommandFailedException unreachable(PostgresOptions options, SQLException e) {
        boolean answers = e.getSQLState() != null && !e.getSQLState().startsWith(NO_CONNECTION);
        return new CommandFailedException(
                answers
                        ? "%s: %s Say who may with --user, and the password by --password-env."
                                .formatted(options, sentence(e))
                        : "No Postgres answers at %s. Start ./hunt demo, or say where it is with --postgres URL."
                                .formatted(options.url()),
                e);
    }

    /** Whether a row stands in any of the projector's tables, those of the forgotten with them. */
    public boolean hasRows() throws CommandFailedException {
        List<String> tables = new ArrayList<>(Rebuilding.TABLES);
        tables.addAll(List.of("erasures", "forgotten"));
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                if (isTrue(statement, "SELECT to_regclass('%s') IS NOT NULL".formatted(table))
                        && isTrue(statement, "SELECT EXISTS (SELECT FROM %s)".formatted(table))) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Writes the projector's tables as they are at one moment, for {@code ./hunt audit --tables}.
     *
     * @param folder for {@code <table>.ndjson} each, a line of JSON a row
     */
    public void writeTables(Path folder) throws CommandFailedException, IOException {
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

    /**
     * What a question is answered.
     *
     * @param columns their names
     * @param rows of texts, as Postgres writes them; null is empty
     * @param cut whether there would be more
     */
    public record Answer(List<String> columns, List<List<Optional<String>>> rows, boolean cut) {}

    /**
     * Asks something.
     *
     * @param sql with a {@code ?} for each argument
     */
    public Answer ask(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.setMaxRows(MOST_ROWS + 1);
            if (!statement.execute()) {
                return new Answer(List.of(), List.of(), false);
            }
            return answer(statement.getResultSet());
        } finally {
            connection.rollback();
        }
    }

    private static Answer answer(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        List<List<Optional<String>>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == MOST_ROWS) {
                return new Answer(columns, rows, true);
            }
            List<Optional<String>> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(Optional.ofNullable(result.getString(i)));
            }
            rows.add(row);
        }
        return new Answer(columns, rows, false);
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    CommandFailedException unreadable(SQLException e) {
        return new CommandFailedException(
                "%s: %s Are its tables there? The projector makes them when it starts."
                        .formatted(options, sentence(e)),
                e);
    }

    static String sentence(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public void close() {
        connections.closeConnection();
    }
}
