package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class BrokerClockIT {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration BEHIND = AHEAD.negated();

    @TempDir static Path folder;

    private static KafkaBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(folder);
        admin = Admin.create(broker());
    }

    @AfterEach
    void setRight() {
        broker.setClock(NONE);
    }

    @AfterAll
    static void close() {
        admin.close();
        broker.close();
    }

    @Test
    void ackTimestampsFollowTheClock() throws Exception {
        createTopic("acks");
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            for (Duration offset : List.of(NONE, BEHIND, AHEAD, NONE)) {
                broker.setClock(offset);
                assertIsStampedWith(offset, producer, "acks");
            }
        }
    }

    @Test
    void aRestartedBrokerHasTheClockItHad() throws Exception {
        createTopic("restarted");
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            assertIsStampedWith(NONE, producer, "restarted");
            broker.setClock(BEHIND);

            broker.restart();

            assertIsStampedWith(BEHIND, producer, "restarted");
        }
    }

    @Test
    void aTransactionAndAConsumerGroupOutliveStepsOfTheClock() throws Exception {
        createTopic("steps");
        try (KafkaProducer<String, String> producer =
                        transactional("steps-writer", Duration.ofHours(2));
                KafkaConsumer<String, String> consumer = consumer("steps")) {
            producer.beginTransaction();
            // Back by an hour at most at a time: the broker refuses what its own coordinators
            // stamped further ahead a moment before the step.
            for (Duration offset : List.of(NONE, AHEAD, NONE, BEHIND, AHEAD, NONE)) {
                broker.setClock(offset);
                assertIsStampedWith(offset, producer, "steps");
                assertThat(consumer.poll(Duration.ofMillis(100))).isEmpty();
            }
            producer.commitTransaction();

            assertThat(count(consumer, 6)).isEqualTo(6);
            consumer.commitSync();
        }
    }

    @Test
    void aStepBackInTheMidstOfAMetadataChangeDoesNotStopTheController() throws Exception {
        createTopic("midst");
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            for (int step = 0; step < 20; step++) {
                broker.setClock(AHEAD);
                KafkaFuture<Void> change = created("midst-" + step);
                assertIsStampedWith(AHEAD, producer, "midst");
                broker.setClock(NONE);

                change.get(Patience.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void theEndOfATransactionIsStampedByTheClock() throws Exception {
        admin.createTopics(List.of(new NewTopic("ends", 1, (short) 1))).all().get();
        long now = System.currentTimeMillis();
        try (KafkaProducer<String, String> producer =
                transactional("ends-writer", Duration.ofHours(2))) {
            broker.setClock(AHEAD);
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("ends", 0, now, "key", "record")).get();
            producer.commitTransaction();
        }

        long later = now + AHEAD.dividedBy(2).toMillis();
        // It is written after the commit has been answered.
        Patience.await("the end, behind the one record", () -> offsetAt("ends", later) == 1);
    }

    @Test
    void aStepPastATransactionsTimeoutAbortsIt() throws Exception {
        createTopic("timeouts");
        try (KafkaProducer<String, String> producer = transactional("late", AHEAD)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("timeouts", "record")).get();

            broker.setClock(AHEAD);

            Patience.await("the abort", () -> state("late") == TransactionState.COMPLETE_ABORT);
            assertThatThrownBy(producer::commitTransaction)
                    .isInstanceOf(InvalidTxnStateException.class);
        }
    }

    private static void assertIsStampedWith(
            Duration offset, KafkaProducer<String, String> producer, String topic)
            throws Exception {
        long stamp = producer.send(new ProducerRecord<>(topic, "record")).get().timestamp();

        assertThat(Duration.ofMillis(stamp - System.currentTimeMillis()))
                .isCloseTo(offset, Duration.ofMinutes(1));
    }

    private static long offsetAt(String topic, long timestamp) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.forTimestamp(timestamp)))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (Exception e) {
            throw new AssertionError("the offset of a time", e);
        }
    }

    private static TransactionState state(String transactionalId) {
        try {
            return admin.describeTransactions(List.of(transactionalId))
                    .description(transactionalId)
                    .get()
                    .state();
        } catch (Exception e) {
            throw new AssertionError("the state of " + transactionalId, e);
        }
    }

    private static int count(KafkaConsumer<String, String> consumer, int expected) {
        int[] count = {0};
        Patience.await(
                expected + " records",
                () -> {
                    count[0] += consumer.poll(Duration.ofMillis(100)).count();
                    return count[0] >= expected;
                });
        return count[0];
    }

    private static void createTopic(String name) throws Exception {
        created(name).get();
    }

    private static KafkaFuture<Void> created(String name) {
        Map<String, String> stampedByTheBroker =
                Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        NewTopic topic = new NewTopic(name, 1, (short) 1).configs(stampedByTheBroker);
        return admin.createTopics(List.of(topic)).all();
    }

    private static KafkaProducer<String, String> transactional(String id, Duration timeout) {
        KafkaProducer<String, String> producer =
                producer(
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                id,
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                (int) timeout.toMillis()));
        producer.initTransactions();
        return producer;
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> config = broker();
        config.putAll(more);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        Map<String, Object> config = broker();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, topic + "-readers");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static Map<String, Object> broker() {
        return new HashMap<>(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }
}
