package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running engine on a real broker. */
class LiveEngineIT {
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
    void topicsThatWouldMakeDecisionsGoWrongAreRefusedInWords() throws Exception {
        try (Admin admin = system.admin()) {
            admin.createTopics(
                            List.of(new NewTopic("client-time", Optional.of(4), Optional.empty())))
                    .all()
                    .get();
            Topics.createOrVerify(admin, List.of(TopicSettings.actions("few-partitions", 2)));

            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.actions("client-time", 4))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining(
                            "client-time has message.timestamp.type=CreateTime, but LogAppendTime is needed");
            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.actions("few-partitions", 3))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("few-partitions has 2 partitions, but 3 are configured");
            assertThatThrownBy(
                            () ->
                                    Topics.createOrVerify(
                                            admin,
                                            List.of(TopicSettings.answers("client-time", 4))))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("client-time has max.message.bytes=");
            assertThatThrownBy(() -> Topics.verifyTransactionTimeout(admin, Long.MAX_VALUE))
                    .isInstanceOf(TopicRefusedException.class)
                    .hasMessageContaining("transaction.max.timeout.ms");
        }
    }

    @Test
    void anEngineThatIsConfiguredForOtherPartitionsDoesNotStartAndSaysWhy() throws Exception {
        try (Admin admin = system.admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(TopicSettings.actions("four-partitions", HuntSystem.PARTITIONS)));
        }
        Map<String, String> other =
                Map.of("hunt.topic.actions", "four-partitions", "hunt.actions.partitions", "3");

        try (HuntSystem.Engine engine = system.engine("misled-engine", 1, other)) {
            assertThatThrownBy(engine::start)
                    .hasMessageContaining("four-partitions has 4 partitions, but 3 are configured");
        }
    }

    @Test
    void anEngineOfMoreTasksThanPartitionsDoesNotStartAndSaysWhy() throws Exception {
        try (HuntSystem.Engine engine =
                system.engine("wide-engine", HuntSystem.PARTITIONS + 1, Map.of())) {
            assertThatThrownBy(engine::start)
                    .hasMessageContaining("parallelism.default is 5, but actions has 4 partitions");
        }
    }
}
