package treasurehunt.engine.fence;

import org.apache.flink.runtime.execution.SuppressRestartsException;

import treasurehunt.connector.kafka.hunts.PublishedHunts;

/**
 * A version that may have judged players was made void: whatever is decided from now on contradicts
 * what was shown. The engine stops for good.
 */
final class JudgedVersionVoidedException extends SuppressRestartsException {
    private static final long serialVersionUID = 1L;

    JudgedVersionVoidedException(PublishedHunts.Id judged) {
        super(
                new IllegalStateException(
                        "VOID OF A VERSION IN USE "
                                + judged
                                + ": players may have been judged by it, so it cannot count for nobody. The engine"
                                + " stops for good. Go back to a checkpoint from before it took effect, or begin"
                                + " anew with other topics of results."));
    }
}
