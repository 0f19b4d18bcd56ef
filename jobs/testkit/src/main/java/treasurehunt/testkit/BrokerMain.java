package treasurehunt.testkit;

import kafka.Kafka;
import kafka.tools.StorageTool;

import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The broker's JVM: {@code <server.properties> <log directory> <clock offset>}. Formats the log
 * directory if that has not been done, then runs the broker until a signal ends it.
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] args) throws IOException, IllegalAccessException {
        BrokerClock.install(Path.of(args[2]));
        String properties = args[0];
        Path logDirectory = Path.of(args[1]);
        if (!Files.exists(logDirectory.resolve("meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties});
    }

    private static void format(String properties) {
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties};
        int code = StorageTool.execute(command, System.out);
        if (code != 0) {
            throw new IllegalStateException("Formatting the storage failed with code " + code);
        }
    }
}
