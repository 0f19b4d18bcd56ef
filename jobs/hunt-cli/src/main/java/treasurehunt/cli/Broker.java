package treasurehunt.cli;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import treasurehunt.connector.kafka.topic.TopicSettings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Kafka that a command talks to.
 *
 * @param address {@code host:port}, or several with commas
 */
public record Broker(String address) {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int REACH_MILLIS = 15_000;
    private static final int CALL_MILLIS = 15_000;

    /** The broker at an address, if it answers; who listens there may take some time for it. */
    static Broker reach(String address) throws CommandFailedException {
        Broker broker = new Broker(address);
        if (Stream.of(address.split(",", -1)).noneMatch(Broker::isListening)) {
            throw broker.unreachable(null);
        }
        try (Admin admin = broker.admin()) {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(REACH_MILLIS))
                    .nodes()
                    .get();
            return broker;
        } catch (ExecutionException | KafkaException e) {
            throw broker.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw broker.unreachable(e);
        }
    }

    private static boolean isListening(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        try {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1).strip());
            for (InetAddress host : InetAddress.getAllByName(hostAndPort.substring(0, colon))) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
                    return true;
                } catch (IOException e) {
                    // Another address of the same host may do.
                }
            }
            return false;
        } catch (UnknownHostException | IllegalArgumentException e) {
            return false;
        }
    }

    private CommandFailedException unreachable(Exception cause) {
        return new CommandFailedException(
                "No Kafka answers at "
                        + address
                        + ". Start it, say where it is with --kafka HOST:PORT, or see a hunt played"
                        + " on one of its own with ./hunt demo.",
                cause);
    }

    /** The partitions of topics that must be there, in this order. */
    public List<TopicPartition> partitions(String... topics) throws CommandFailedException {
        Map<String, Integer> counts = partitionCounts(topics);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            if (!counts.containsKey(topic)) {
                throw new CommandFailedException(
                        "Kafka at "
                                + address
                                + " has no topic "
                                + topic
                                + ". Start the engine, which makes its topics.");
            }
            partitions.addAll(partitions(topic, counts.get(topic)));
        }
        return partitions;
    }

    /** Where answers stand: those of {@code results} and of {@code dead-letters}. */
    public List<TopicPartition> answerPartitions() throws CommandFailedException {
        return partitions(TopicSettings.RESULTS, TopicSettings.DEAD_LETTERS);
    }

    /** The partitions of a topic; none if there is no such topic. */
    public List<TopicPartition> partitionsIfThere(String topic) throws CommandFailedException {
        return partitions(topic, partitionCounts(topic).getOrDefault(topic, 0));
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count).mapToObj(i -> new TopicPartition(topic, i)).toList();
    }

    /** Of those that are there; in one call, since each would take a connection of its own. */
    private Map<String, Integer> partitionCounts(String... topics) throws CommandFailedException {
        Map<String, Integer> counts = new HashMap<>();
        try (Admin admin = admin()) {
            var asked = admin.describeTopics(List.of(topics)).topicNameValues();
            for (String topic : topics) {
                try {
                    counts.put(topic, asked.get(topic).get().partitions().size());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw new CommandFailedException(
                                "Kafka at "
                                        + address
                                        + " says nothing about topic "
                                        + topic
                                        + ": "
                                        + e.getCause().getMessage(),
                                e);
                    }
                }
            }
            return counts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("Interrupted while asking for topics", e);
        }
    }

    public Admin admin() {
        return Admin.create(common());
    }

    /** A consumer of raw bytes, without a group and without anything assigned. */
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> config = common();
        config.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A producer as all who write to {@code actions} must be: idempotent, never transactional, the
     * default partitioner.
     */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> config = common();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        config.remove(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address);
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS / 2);
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        return config;
    }
}
