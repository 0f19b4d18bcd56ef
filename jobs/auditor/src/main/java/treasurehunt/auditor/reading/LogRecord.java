package treasurehunt.auditor.reading;

/**
 * One line of a recorded log.
 *
 * @param appendTime ms UTC, of the record itself
 */
public record LogRecord(int partition, long offset, long appendTime, Intake intake) {
    /** The place of the record, which is the id of its answer. */
    public String place() {
        return partition + ":" + offset;
    }
}
