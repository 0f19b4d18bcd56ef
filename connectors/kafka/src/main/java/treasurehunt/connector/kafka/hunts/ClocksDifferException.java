package treasurehunt.connector.kafka.hunts;

/** Brokers' clocks, or the times in the log, are too far from each other to publish anything. */
public final class ClocksDifferException extends Exception {
    private static final long serialVersionUID = 1L;

    ClocksDifferException(String message) {
        super(message);
    }
}
