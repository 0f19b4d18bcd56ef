package treasurehunt.engine.fence;

/** Told of what the fence does. */
public interface FenceMetrics {
    /** The brokers were asked what is published. */
    void asked();

    /** A decision had to wait for their answer. */
    void waited();

    /** A record of {@code hunts} counts for nobody. */
    void refused();
}
