package treasurehunt.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Sends the records of a log's file as they stand there: in their order, to their partitions, with
 * their times, keys, values and headers, sealed where they are taken to be.
 */
final class LogSender implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader lines;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Keys operators;
    private final Keys treasury;
    private int actions;

    LogSender(Path file, HuntSystem system) throws Exception {
        lines = Files.newBufferedReader(file);
        producer = system.producer();
        operators = system.keys(Role.OPERATORS);
        treasury = system.keys(Role.TREASURY);
    }

    /** How many were sent that must be answered. */
    int actions() {
        return actions;
    }

    /** Sends on until so many actions are sent, or the file ends. */
    void sendUntil(int wanted) throws Exception {
        for (String line = next(wanted); line != null; line = next(wanted)) {
            ProducerRecord<byte[], byte[]> record = record(line);
            actions += record.headers().lastHeader(RawRecord.TICK) == null ? 1 : 0;
            sent.add(producer.send(record));
        }
    }

    /** Sends the rest; returns when the broker has all of it. */
    void finish() throws Exception {
        sendUntil(Integer.MAX_VALUE);
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    @SuppressWarnings("NullAway") // a reader's word for its end
    private String next(int wanted) throws IOException {
        return actions < wanted ? lines.readLine() : null;
    }

    private ProducerRecord<byte[], byte[]> record(String line) throws Exception {
        RawRecord raw = RecordedLog.decode(line.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        TopicSettings.ACTIONS,
                        raw.partition(),
                        raw.appendTime(),
                        raw.key(),
                        raw.value());
        for (Map.Entry<String, JsonNode> header :
                JSON.readTree(line).path("headers").properties()) {
            byte[] value = Base64.getDecoder().decode(header.getValue().asText());
            record.headers().add(header.getKey(), value);
        }
        if (raw.tick() && record.headers().lastHeader(RawRecord.TICK) == null) {
            record.headers().add(RawRecord.TICK, new byte[0]);
        }
        if (raw.seal() != null) {
            seal(raw, record);
        }
        return record;
    }

    /** What the log takes as sealed gets the seal that its kind needs. */
    private void seal(RawRecord raw, ProducerRecord<byte[], byte[]> record) throws Exception {
        Optional<Role> role = ActionCodec.decode(raw.value()).kind().sealedBy();
        if (role.isPresent()) {
            Keys keys = role.get() == Role.OPERATORS ? operators : treasury;
            record.headers().remove(ActionSeal.HEADER);
            record.headers().add(ActionSeal.HEADER, ActionSeal.of(keys, raw.key(), raw.value()));
        }
    }

    @Override
    public void close() throws IOException {
        producer.close();
        lines.close();
    }
}
