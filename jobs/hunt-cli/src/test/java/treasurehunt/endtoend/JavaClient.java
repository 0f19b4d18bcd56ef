package treasurehunt.endtoend;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Plays from Java, with kafka-clients and nothing of ours: joins a hunt, answers a clue, sends that
 * answer once more as one who is unsure does, and prints each time what the engine says. Ends with
 * an exception if it says nothing within 30 s, or that what was sent is no action.
 *
 * <p>{@code java -cp kafka-clients.jar:lz4-java.jar:slf4j-api.jar JavaClient.java HOST:PORT PLAYER
 * HUNT CLUE TEXT}
 */
final class JavaClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Producer<String, String> actions;
    private final Consumer<String, String> answers;

    private JavaClient(String kafka) {
        // No partitioner is named, and no partition: the default is the one that the engine needs.
        // Of what is idempotent the client's own retries leave one copy.
        actions =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true),
                        new StringSerializer(),
                        new StringSerializer());
        // Read before it is committed, for players; to have each answer once: read_committed.
        answers =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_uncommitted"),
                        new StringDeserializer(),
                        new StringDeserializer());
        List<TopicPartition> partitions =
                Stream.of("results", "dead-letters")
                        .flatMap(topic -> answers.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        answers.assign(partitions);
        // Asked for here and now: by itself the consumer would ask when the answer may be out.
        answers.endOffsets(partitions).forEach(answers::seek);
    }

    public static void main(String[] args) throws Exception {
        String join = "\"join\":{}";
        String answer =
                "\"answer\":{\"clue\":%s,\"text\":%s}".formatted(json(args[3]), json(args[4]));
        try (JavaClient client = new JavaClient(args[0])) {
            System.out.println(client.ask(args[1], args[2], UUID.randomUUID(), join));
            UUID id = UUID.randomUUID();
            System.out.println(client.ask(args[1], args[2], id, answer));
            System.out.println(client.ask(args[1], args[2], id, answer));
        }
    }

    /** A text in JSON; a JSON library does it, too. */
    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Sends an action and waits for the result, which is JSON. */
    private String ask(String player, String hunt, UUID id, String kind) throws Exception {
        String action =
                "{\"action_id\":\"%s\",\"player\":%s,\"hunt\":%s,%s}"
                        .formatted(id, json(player), json(hunt), kind);
        RecordMetadata place = append(new ProducerRecord<>("actions", player, action));
        String result = "\"id\":\"%d:%d\"".formatted(place.partition(), place.offset());
        String deadLetter = "\"action_id\":\"%s\"".formatted(id);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            for (ConsumerRecord<String, String> answer : answers.poll(POLL)) {
                if (answer.topic().equals("dead-letters") && answer.value().contains(deadLetter)) {
                    throw new IllegalStateException("DEAD LETTER: " + answer.value());
                }
                // After a failure the same results come again, with the same ids: this takes the
                // first and no other.
                if (answer.topic().equals("results") && answer.value().contains(result)) {
                    return answer.value();
                }
            }
        }
        throw new IllegalStateException("No answer within 30 s to what stands at " + result);
    }

    /** Returns its place in the log when the broker has it. */
    private RecordMetadata append(ProducerRecord<String, String> action) throws Exception {
        try {
            return actions.send(action).get();
        } catch (ExecutionException e) {
            // Unsure whether it arrived? The same again, with the same id.
            return actions.send(action).get();
        }
    }

    @Override
    public void close() {
        answers.close();
        actions.close();
    }
}
