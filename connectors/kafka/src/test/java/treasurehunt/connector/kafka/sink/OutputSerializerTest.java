package treasurehunt.connector.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OutputSerializerTest {
    @Test
    void namesEveryTopicSoThatTheSinkFindsTheTransactionsItMustAbort() {
        OutputSerializer serializer = new OutputSerializer(List.of("results", "dead-letters"));

        assertThat(serializer.getKafkaDatasetFacet().orElseThrow().getTopicIdentifier().getTopics())
                .containsExactly("results", "dead-letters");
    }

    @Test
    void picksTheTopicPerRecord() {
        OutputSerializer serializer = new OutputSerializer(List.of("results", "dead-letters"));
        byte[] value = {1};

        assertThat(serializer.serialize(new OutputRecord("dead-letters", null, value), null, null))
                .satisfies(
                        record -> {
                            assertThat(record.topic()).isEqualTo("dead-letters");
                            assertThat(record.key()).isNull();
                            assertThat(record.value()).isEqualTo(value);
                        });
    }
}
