package treasurehunt.connector.kafka.source;

/**
 * A record that a job of ours wrote and committed.
 *
 * @param appendTime ms UTC
 * @param key {@code null} of one without
 * @param value {@code null} of one that says that there is no more under its key
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; bytes are what a topic has
public record CommittedRecord(
        String topic, int partition, long offset, long appendTime, byte[] key, byte[] value) {}
