package treasurehunt.connector.postgres.sink;

import java.io.Serializable;

/** Told of rows that the database refuses, whatever comes with them. */
public interface Refusals extends AutoCloseable {
    /** Returns when it is kept, for good. */
    void refused(Row row, String why) throws Exception;

    @Override
    void close();

    /** Opens them on a task's machine. */
    @FunctionalInterface
    interface Supplier extends Serializable {
        Refusals open();
    }
}
