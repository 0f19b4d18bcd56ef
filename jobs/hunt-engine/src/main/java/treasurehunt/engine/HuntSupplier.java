package treasurehunt.engine;

import treasurehunt.core.hunt.Catalogue;

import java.io.Serializable;
import java.util.function.Consumer;

/** Where a task gets its hunts from. */
@FunctionalInterface
interface HuntSupplier extends Serializable {

    /**
     * Opens the catalogue; returns when all that was published by now is in it.
     *
     * @param onFailure told, on any thread, when the catalogue can no longer follow what is
     *     published
     */
    OpenCatalogue open(HuntMetrics metrics, Consumer<Throwable> onFailure);

    /** A catalogue that may hold connections. */
    interface OpenCatalogue extends Catalogue, AutoCloseable {
        @Override
        default void close() {}
    }
}
