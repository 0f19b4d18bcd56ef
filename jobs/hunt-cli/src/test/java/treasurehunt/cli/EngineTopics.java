package treasurehunt.cli;

import org.apache.kafka.clients.admin.Admin;

import treasurehunt.connector.kafka.topic.TopicRefusedException;
import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.connector.kafka.topic.Topics;

import java.util.List;

/** The topics that an engine makes, where none runs. */
final class EngineTopics {
    private EngineTopics() {}

    static void create(Broker broker, int partitions) throws TopicRefusedException {
        try (Admin admin = broker.admin()) {
            Topics.createOrVerify(
                    admin,
                    List.of(
                            TopicSettings.actions(TopicSettings.ACTIONS, partitions),
                            TopicSettings.answers(TopicSettings.RESULTS, partitions),
                            TopicSettings.answers(TopicSettings.DEAD_LETTERS, 1)));
        }
    }
}
