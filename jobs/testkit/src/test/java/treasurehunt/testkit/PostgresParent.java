package treasurehunt.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** Has a Postgres with a number in it, and waits for its end: {@code <folder> <port>}. */
final class PostgresParent {
    private PostgresParent() {}

    public static void main(String[] args) throws InterruptedException, SQLException {
        PostgresServer server = PostgresServer.start(Path.of(args[0]), Integer.parseInt(args[1]));
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers AS SELECT 42 AS number");
        }
        System.out.println("pid=" + server.pid());
        new CountDownLatch(1).await();
    }
}
