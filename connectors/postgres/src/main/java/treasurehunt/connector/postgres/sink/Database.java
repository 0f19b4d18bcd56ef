package treasurehunt.connector.postgres.sink;

import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.connector.jdbc.datasource.connections.SimpleJdbcConnectionProvider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One connection, by which sets of rows are written. */
final class Database implements AutoCloseable {
    /** SQLSTATE's classes "data exception" and "integrity constraint violation". */
    private static final List<String> OF_ROWS = List.of("22", "23");

    private final JdbcConnectionProvider connections;
    private final List<Target> targets;

    Database(PostgresOptions options, List<Target> targets) {
        connections = new SimpleJdbcConnectionProvider(options.connection());
        this.targets = targets;
    }

    /** What one write did. */
    record Written(int rows, int statements) {}

    /** Whether it is a row's fault, and not the database's. */
    static boolean isOfARow(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && OF_ROWS.contains(state.substring(0, Math.min(2, state.length())));
    }

    /** Writes all of it or nothing, target by target in their order. */
    Written write(Map<String, List<Row>> rows) throws SQLException {
        try {
            Connection connection = connections.getOrEstablishConnection();
            connection.setAutoCommit(false);
            Written written = write(connection, rows);
            connection.commit();
            return written;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Postgres's driver is not on the class path", e);
        } catch (SQLException e) {
            giveUp(e);
            throw e;
        }
    }

    private Written write(Connection connection, Map<String, List<Row>> rows) throws SQLException {
        int written = 0;
        int statements = 0;
        for (Target target : targets) {
            List<Row> latest = target.latest(rows.getOrDefault(target.name(), List.of()));
            if (latest.isEmpty()) {
                continue;
            }
            written += latest.size();
            List<String[]> arrays = target.arrays(latest);
            for (String sql : target.sql()) {
                execute(connection, sql, arrays);
                statements++;
            }
        }
        return new Written(written, statements);
    }

    private static void execute(Connection connection, String sql, List<String[]> arrays)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.size(); i++) {
                statement.setArray(i + 1, connection.createArrayOf("text", arrays.get(i)));
            }
            statement.executeUpdate();
        }
    }

    /** A connection that refused a row is as good as before; any other is not to be trusted. */
    private void giveUp(SQLException failure) {
        Connection connection = connections.getConnection();
        if (connection == null) {
            return;
        }
        try {
            if (isOfARow(failure)) {
                connection.rollback();
                return;
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        connections.closeConnection();
    }

    @Override
    public void close() {
        connections.closeConnection();
    }
}
