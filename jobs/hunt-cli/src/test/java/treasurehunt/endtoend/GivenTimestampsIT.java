package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Topics of actions whose times are those that their senders give. */
class GivenTimestampsIT {
    private static final long LONG_AGO = 1;
    private static final long FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    @TempDir static Path folder;
    private static HuntSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = HuntSystem.start(folder);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void whateverTimeIsGivenIsTheRecords() throws Exception {
        create(TopicSettings.actionsWithGivenTimestamps("given", 1));

        try (KafkaProducer<byte[], byte[]> producer = system.producer()) {
            for (long time : List.of(FAR_AHEAD, LONG_AGO)) {
                producer.send(new ProducerRecord<>("given", 0, time, null, new byte[1])).get();
            }
        }

        try (TopicReader reader =
                new TopicReader(
                        system.bootstrapServers(), IsolationLevel.READ_COMMITTED, "given")) {
            assertThat(reader.readToEnd())
                    .map(ConsumerRecord::timestamp)
                    .containsExactly(FAR_AHEAD, LONG_AGO);
        }
    }

    @Test
    void aTopicOfOneKindIsRefusedAsTheOther() throws Exception {
        create(TopicSettings.actions("brokers", 1));
        create(TopicSettings.actionsWithGivenTimestamps("senders", 1));

        assertThatThrownBy(() -> create(TopicSettings.actionsWithGivenTimestamps("brokers", 1)))
                .isInstanceOf(TopicRefusedException.class)
                .hasMessageContaining(
                        "brokers has message.timestamp.type=LogAppendTime, but CreateTime is needed")
                .hasMessageContaining("do not ask for given timestamps");
        assertThatThrownBy(() -> create(TopicSettings.actions("senders", 1)))
                .isInstanceOf(TopicRefusedException.class)
                .hasMessageContaining(
                        "senders has message.timestamp.type=CreateTime, but LogAppendTime is needed")
                .hasMessageContaining("Use a new topic");
    }

    @Test
    void anEngineThatIsNotToldOfGivenTimestampsDoesNotStartOnThemAndSaysWhy() throws Exception {
        create(TopicSettings.actionsWithGivenTimestamps("untold", HuntSystem.PARTITIONS));

        try (HuntSystem.Engine engine =
                system.engine("untold-engine", 1, Map.of("hunt.topic.actions", "untold"))) {
            assertThatThrownBy(engine::start)
                    .hasMessageContaining("untold has message.timestamp.type=CreateTime");
        }
    }

    private static void create(TopicSettings topic) throws TopicRefusedException {
        try (Admin admin = system.admin()) {
            Topics.createOrVerify(admin, List.of(topic));
        }
    }
}
