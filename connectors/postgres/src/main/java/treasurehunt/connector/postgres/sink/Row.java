package treasurehunt.connector.postgres.sink;

import java.io.Serializable;

/**
 * Something to write, as the columns of its target have it.
 *
 * @param target the name of a {@link Target}
 * @param values as text, {@code null} for none
 * @param origin the record it comes from
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; Flink writes arrays without Kryo
public record Row(String target, String[] values, Origin origin) implements Serializable {

    /**
     * A record's place.
     *
     * @param appendTime ms UTC
     */
    public record Origin(String topic, int partition, long offset, long appendTime)
            implements Serializable {}

    /** About as many bytes as it takes on its way to the database. */
    long size() {
        long size = 0;
        for (String value : values) {
            size += value == null ? 1 : value.length();
        }
        return size;
    }
}
