package treasurehunt.engine.fence;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.connector.kafka.topic.LogTime;
import treasurehunt.schemas.seal.Keys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** The topics {@code hunts} and {@code actions}. */
public final class KafkaHuntLog implements HuntLog {
    private final HuntTopicReader hunts;
    private final Admin admin;
    private final List<TopicPartition> actions;

    /**
     * Connects to the brokers.
     *
     * @param keys under which hunts are sealed
     */
    public KafkaHuntLog(
            String bootstrapServers,
            String huntsTopic,
            Keys keys,
            String actionsTopic,
            int partitions) {
        hunts = new HuntTopicReader(bootstrapServers, huntsTopic, keys);
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        actions =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(actionsTopic, partition))
                        .toList();
    }

    @Override
    public OptionalLong newestAction() throws ExecutionException, InterruptedException {
        return LogTime.newest(admin, actions);
    }

    @Override
    public long end() {
        return hunts.end();
    }

    @Override
    public HuntTopicReader.Part readTo(long end) {
        return hunts.readTo(end);
    }

    @Override
    public void close() {
        hunts.close();
        admin.close(Duration.ZERO);
    }
}
