package treasurehunt.endtoend;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.Header;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Topics as files, each with all of its records: what brokers keep compressed, too. */
final class WrittenTopics {
    private WrittenTopics() {}

    /** Writes every topic there is, also the broker's own; how many records each has. */
    static Map<String, Integer> in(Path folder, HuntSystem system) throws Exception {
        Files.createDirectories(folder);
        Map<String, Integer> records = new HashMap<>();
        for (String topic : topics(system)) {
            records.put(topic, write(folder.resolve(topic), topic, system));
        }
        return records;
    }

    private static Set<String> topics(HuntSystem system) throws Exception {
        try (Admin admin = system.admin()) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
        }
    }

    private static int write(Path file, String topic, HuntSystem system) throws IOException {
        int records = 0;
        try (OutputStream out = Files.newOutputStream(file);
                TopicReader reader =
                        new TopicReader(
                                system.bootstrapServers(),
                                IsolationLevel.READ_UNCOMMITTED,
                                topic)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                write(out, record.key());
                write(out, record.value());
                for (Header header : record.headers()) {
                    out.write((header.key() + "=").getBytes(StandardCharsets.UTF_8));
                    write(out, header.value());
                }
                records++;
            }
        }
        return records;
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        if (bytes != null) {
            out.write(bytes);
        }
        out.write('\n');
    }
}
