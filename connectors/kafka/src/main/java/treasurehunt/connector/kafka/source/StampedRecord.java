package treasurehunt.connector.kafka.source;

import treasurehunt.schemas.action.RawRecord;

/**
 * A record and its time.
 *
 * @param at the highest append time, ms UTC, seen so far in its partition, whatever the records
 *     were
 */
public record StampedRecord(RawRecord record, long at) {}
