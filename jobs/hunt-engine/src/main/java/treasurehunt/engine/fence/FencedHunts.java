package treasurehunt.engine.fence;

import treasurehunt.core.hunt.Catalogue;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The hunts that a task decides by, as far as it may decide yet. */
public interface FencedHunts extends AutoCloseable {
    /** The hunts to decide by at this time, ms UTC; waits until no version can be missing. */
    Catalogue covering(long at) throws InterruptedException;

    /** What of this is kept in the task's state. */
    Mark mark();

    /**
     * The version, if there is one, that was found later than decisions that it should have taken
     * part in. It takes part in none: the job has to stop until it is void.
     */
    Optional<LateVersionException> late();

    @Override
    void close();

    /** Opens them on a task's machine. */
    @FunctionalInterface
    interface Supplier extends Serializable {
        /**
         * Opens them; returns when all that is published by now has been read.
         *
         * @param marks what tasks may have decided before; a version that they did not know of then
         *     is late
         * @param onFailure told, on another thread, why nothing can be decided any more
         */
        FencedHunts open(List<Mark> marks, FenceMetrics metrics, Consumer<Throwable> onFailure)
                throws Exception;
    }
}
