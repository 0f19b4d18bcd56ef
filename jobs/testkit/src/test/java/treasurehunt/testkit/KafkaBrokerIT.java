package treasurehunt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

class KafkaBrokerIT {
    private static final String TOPIC = "records";

    @TempDir Path folder;

    @Test
    void committedRecordsOutliveTheBroker() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            createTopic(broker);
            produceInATransaction(broker, "one", "two");
            assertThat(consume(broker, "first-reader", 2)).containsExactly("one", "two");
            String address = broker.bootstrapServers();
            long pid = broker.pid();

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.restart();

            assertThat(broker.bootstrapServers()).isEqualTo(address);
            assertThat(broker.pid()).isNotEqualTo(pid);
            produceInATransaction(broker, "three");
            assertThat(consume(broker, "second-reader", 3)).containsExactly("one", "two", "three");
        }
        try (KafkaBroker another = KafkaBroker.start(folder)) {
            assertThat(consume(another, "third-reader", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> KafkaBroker.start(folder, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Port %d of 127.0.0.1 is in use: stop what listens there, or ask for another.",
                            port);
        }
    }

    @Test
    void aBrokerThatDoesNotComeUpShowsItsLog() throws IOException {
        // A folder that is a file: the storage cannot be formatted.
        Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> KafkaBroker.start(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exited with code 1, waiting for an answer on 127.0.0.1:")
                .hasMessageContaining("Exception");
    }

    private static void createTopic(KafkaBroker broker)
            throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void produceInATransaction(KafkaBroker broker, String... values)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "writer",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        7_200_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value)).get();
            }
            producer.commitTransaction();
        }
    }

    private static List<String> consume(KafkaBroker broker, String group, int count) {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Patience.await(
                    count + " records",
                    () -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(r -> values.add(r.value()));
                        return values.size() >= count;
                    });
        }
        return values;
    }
}
