package treasurehunt.connector.kafka.sink;

/**
 * A record for one of the output topics.
 *
 * @param key {@code null} for a record without one
 * @param value {@code null} for one that says that there is no more under its key
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what a topic takes
public record OutputRecord(String topic, byte[] key, byte[] value) {}
