package treasurehunt.connector.postgres.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.testkit.Ports;
import treasurehunt.testkit.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/** The sink's writer as Flink runs it. */
@Timeout(120)
@SuppressWarnings("try") // the harness is Flink's; its close() declares every exception
class PostgresSinkIT {
    private static final Target NAMES =
            new Target(
                    "names",
                    List.of("name"),
                    1,
                    -1,
                    List.of("INSERT INTO names SELECT name FROM rows"));

    @TempDir Path folder;

    @Test
    void allIsWrittenBeforeABarrierGoesOn() throws Exception {
        try (PostgresServer postgres =
                        PostgresServer.start(folder.resolve("postgres"), Ports.free());
                Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Statement statement = connection.createStatement();
                OneInputStreamOperatorTestHarness<Row, Object> harness = harness(postgres)) {
            statement.execute("CREATE TABLE names (name text PRIMARY KEY)");
            harness.open();
            for (String name : List.of("ann", "bob", "cleo")) {
                Row row = new Row("names", new String[] {name}, new Row.Origin("t", 0, 0, 0));
                harness.processElement(new StreamRecord<>(row));
            }

            harness.prepareSnapshotPreBarrier(1);

            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM names")) {
                count.next();
                assertThat(count.getLong(1)).isEqualTo(3);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what a writer hands on is nothing here
    private static OneInputStreamOperatorTestHarness<Row, Object> harness(PostgresServer postgres)
            throws Exception {
        PostgresSink sink =
                new PostgresSink(
                        new PostgresOptions(postgres.url(), postgres.user(), ""),
                        List.of(NAMES),
                        NoRefusals::new);
        return new OneInputStreamOperatorTestHarness(new SinkWriterOperatorFactory<>(sink));
    }

    private static final class NoRefusals implements Refusals {
        @Override
        public void refused(Row row, String why) {
            throw new AssertionError(why);
        }

        @Override
        public void close() {}
    }
}
