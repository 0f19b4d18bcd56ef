package treasurehunt.connector.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicSettingsTest {
    private static final String TIMESTAMPS = "message.timestamp.type";

    private final TopicSettings ordinary = TopicSettings.actions("actions", 4);
    private final TopicSettings given = TopicSettings.actionsWithGivenTimestamps("actions", 4);

    @Test
    void theTimesOfActionsAreTheBrokersUnlessTheyAreToBeGiven() {
        assertThat(ordinary.isMet(TIMESTAMPS, "LogAppendTime")).isTrue();
        assertThat(ordinary.isMet(TIMESTAMPS, "CreateTime")).isFalse();
        assertThat(given.isMet(TIMESTAMPS, "CreateTime")).isTrue();
        assertThat(given.isMet(TIMESTAMPS, "LogAppendTime")).isFalse();
    }

    @Test
    void aTopicOfGivenTimestampsTakesAnyTimeAndKeepsItForEver() {
        assertThat(given.all())
                .containsEntry("message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE))
                .containsEntry("retention.ms", "-1");
        assertThat(given.isMet("retention.ms", "34560000000")).isFalse();
    }

    @Test
    void timesThatWereWrittenAreNotMendedByASetting() {
        assertThat(ordinary.remedy(TIMESTAMPS)).contains("Use a new topic", "senders'");
        assertThat(given.remedy(TIMESTAMPS)).contains("Use a new topic", "broker's");
        assertThat(given.remedy("cleanup.policy")).isEqualTo("Set that.");
    }
}
