package treasurehunt.engine.fence;

import treasurehunt.connector.kafka.hunts.HuntTopicReader;

import java.util.OptionalLong;

/** What the fence asks the brokers. For one thread. */
public interface HuntLog extends AutoCloseable {
    /** The newest append time in {@code actions}, ms UTC; nothing if that is empty. */
    OptionalLong newestAction() throws Exception;

    /** The offset behind the last record of {@code hunts} now. */
    long end();

    /** The records of {@code hunts} from where the last call stopped to this offset. */
    HuntTopicReader.Part readTo(long end);

    @Override
    void close();
}
