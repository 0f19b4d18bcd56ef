package treasurehunt.connector.kafka.topic;

/**
 * A topic or broker that the engine cannot work on; the message says what is wrong and what to do.
 */
public final class TopicRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    TopicRefusedException(String message) {
        super(message);
    }

    TopicRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
