package treasurehunt.connector.kafka.topic;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** How far time has come in a topic. */
public final class LogTime {
    /** By how much brokers' clocks may differ (rule book, section 2: the fence). */
    public static final Duration CLOCKS_AGREE_WITHIN = Duration.ofMillis(2_500);

    private LogTime() {}

    /** The newest append time in any of these partitions, ms UTC; nothing if all are empty. */
    public static OptionalLong newest(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream()
                        .collect(
                                Collectors.toMap(
                                        partition -> partition,
                                        partition -> OffsetSpec.maxTimestamp()));
        return admin.listOffsets(asked).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .filter(time -> time >= 0)
                .max();
    }
}
