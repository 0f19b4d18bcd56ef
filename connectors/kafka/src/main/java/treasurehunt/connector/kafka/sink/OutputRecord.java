package treasurehunt.connector.kafka.sink;

/**
 * A record for one of the output topics.
 *
 * @param key {@code null} for a record without one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what a topic takes
public record OutputRecord(String topic, byte[] key, byte[] value) {}
