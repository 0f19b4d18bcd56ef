package treasurehunt.connector.kafka.topic;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Creates the topics that are missing and refuses those that would make decisions go wrong. */
public final class Topics {
    private static final String TRANSACTION_LIMIT = "transaction.max.timeout.ms";

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);

    private Topics() {}

    /** Makes sure that every topic is there as it must be. */
    public static void createOrVerify(Admin admin, Collection<TopicSettings> topics)
            throws TopicRefusedException {
        create(admin, topics);
        for (TopicSettings topic : topics) {
            awaitLeaders(admin, verify(admin, topic));
        }
    }

    private static void create(Admin admin, Collection<TopicSettings> topics)
            throws TopicRefusedException {
        Set<String> present = await(admin.listTopics().names(), "listing topics");
        List<NewTopic> missing =
                topics.stream()
                        .filter(topic -> !present.contains(topic.name()))
                        .map(topic -> newTopic(topic))
                        .toList();
        for (Map.Entry<String, KafkaFuture<Void>> created :
                admin.createTopics(missing).values().entrySet()) {
            try {
                await(created.getValue(), "creating topic " + created.getKey());
            } catch (TopicRefusedException e) {
                // Another job that starts at the same moment may have been faster; what it made is
                // verified below.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic newTopic(TopicSettings topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.all());
    }

    private static TopicDescription verify(Admin admin, TopicSettings topic)
            throws TopicRefusedException {
        TopicDescription description =
                awaitKnown(
                        () ->
                                admin.describeTopics(List.of(topic.name()))
                                        .topicNameValues()
                                        .get(topic.name()),
                        "describing topic " + topic.name());
        int partitions = description.partitions().size();
        if (topic.partitionsDecide() && partitions != topic.partitions()) {
            throw new TopicRefusedException(
                    "Topic "
                            + topic.name()
                            + " has "
                            + partitions
                            + " partitions, but "
                            + topic.partitions()
                            + " are configured. The count decides where a player's records stand and can never change:"
                            + " configure "
                            + partitions
                            + ", or use a new topic.");
        }
        Map<String, String> found =
                config(admin, new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
        for (Map.Entry<String, String> setting : new TreeMap<>(topic.needed()).entrySet()) {
            String actual = found.get(setting.getKey());
            if (!topic.isMet(setting.getKey(), actual)) {
                throw new TopicRefusedException(
                        "Topic "
                                + topic.name()
                                + " has "
                                + setting.getKey()
                                + "="
                                + actual
                                + ", but "
                                + setting.getValue()
                                + " is needed. "
                                + topic.remedy(setting.getKey()));
            }
        }
        return description;
    }

    /**
     * A broker names a new partition's leader some moments before that leads it. A producer that
     * sends then has its first batch refused and its second one taken, and the first one is out of
     * order for ever after.
     */
    private static void awaitLeaders(Admin admin, TopicDescription topic)
            throws TopicRefusedException {
        Map<TopicPartition, OffsetSpec> ends =
                topic.partitions().stream()
                        .collect(
                                Collectors.toMap(
                                        partition ->
                                                new TopicPartition(
                                                        topic.name(), partition.partition()),
                                        partition -> OffsetSpec.latest()));
        await(admin.listOffsets(ends).all(), "asking for the leaders of topic " + topic.name());
    }

    /** Refuses brokers that would refuse the engine's transactions. */
    public static void verifyTransactionTimeout(Admin admin, long timeoutMs)
            throws TopicRefusedException {
        int broker =
                await(admin.describeCluster().nodes(), "asking for the brokers")
                        .iterator()
                        .next()
                        .id();
        String limit =
                config(
                                admin,
                                new ConfigResource(
                                        ConfigResource.Type.BROKER, Integer.toString(broker)))
                        .getOrDefault(TRANSACTION_LIMIT, "0");
        if (Long.parseLong(limit) < timeoutMs) {
            throw new TopicRefusedException(
                    "The broker allows transactions of "
                            + limit
                            + " ms, but the engine's may last "
                            + timeoutMs
                            + " ms. Raise the broker's "
                            + TRANSACTION_LIMIT
                            + ".");
        }
    }

    private static Map<String, String> config(Admin admin, ConfigResource resource)
            throws TopicRefusedException {
        Config config =
                awaitKnown(
                                () -> admin.describeConfigs(List.of(resource)).all(),
                                "asking for settings")
                        .get(resource);
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(
                        Collectors.toMap(
                                entry -> entry.name(),
                                entry -> entry.value(),
                                (a, b) -> b,
                                HashMap::new));
    }

    /** A broker hears of a topic some moments after the controller has made it. */
    private static <T> T awaitKnown(Supplier<KafkaFuture<T>> ask, String what)
            throws TopicRefusedException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (true) {
            try {
                return await(ask.get(), what);
            } catch (TopicRefusedException e) {
                boolean unknown = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!unknown || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
            }
        }
    }

    private static <T> T await(KafkaFuture<T> future, String what) throws TopicRefusedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new TopicRefusedException(what + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicRefusedException(what + ": interrupted", e);
        }
    }
}
