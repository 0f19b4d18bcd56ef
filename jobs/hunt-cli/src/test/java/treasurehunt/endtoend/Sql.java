package treasurehunt.endtoend;

import treasurehunt.testkit.PostgresServer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a test does to a database, and asks it. */
final class Sql {
    private Sql() {}

    static Connection connection(PostgresServer postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), "");
    }

    static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = connection(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many bytes of its log it has written so far. */
    static long walBytes(PostgresServer postgres) throws SQLException {
        return number(postgres, "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
    }
}
