package treasurehunt.endtoend;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import treasurehunt.cli.Broker;
import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.log.WholeTopics;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.testkit.Poll;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far a projector is behind what is committed in {@code progress} and {@code results}. */
final class Lag implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Admin admin;
    private final Broker broker;
    private final String group;

    Lag(HuntSystem system, String group) {
        this.admin = system.admin();
        this.broker = new Broker(system.bootstrapServers());
        this.group = group;
    }

    /** In offsets, of which each transaction takes one for its end. */
    long records() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> read =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return admin
                .listOffsets(partitions(), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .mapToLong(
                        end ->
                                end.getValue().offset()
                                        - (read.get(end.getKey()) == null
                                                ? 0
                                                : read.get(end.getKey()).offset()))
                .sum();
    }

    /** Waits until there is none. */
    void awaitNone() {
        if (!Poll.until(LONGEST, this::isNone)) {
            throw new AssertionError("still behind after " + LONGEST);
        }
    }

    /** Whether there is none within the next second. */
    private boolean isNone() {
        try {
            return WholeTopics.committed(broker, TopicSettings.PROGRESS, TopicSettings.RESULTS)
                    .awaitReadBy(group, Duration.ofSeconds(1));
        } catch (CommandFailedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<TopicPartition, OffsetSpec> partitions() {
        return Stream.of(TopicSettings.PROGRESS, TopicSettings.RESULTS)
                .flatMap(
                        topic ->
                                IntStream.range(0, HuntSystem.PARTITIONS)
                                        .mapToObj(i -> new TopicPartition(topic, i)))
                .collect(Collectors.toMap(partition -> partition, end -> OffsetSpec.latest()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
