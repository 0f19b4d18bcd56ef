package treasurehunt.connector.postgres.sink;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/** Batches of one size, however the last ones went: what is too much the breaker says. */
final class OneBatchAtATime implements RateLimitingStrategy {
    private final int batch;
    private int inFlight;

    OneBatchAtATime(int batch) {
        this.batch = batch;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        inFlight++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        inFlight--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return inFlight > 0;
    }

    @Override
    public int getMaxBatchSize() {
        return batch;
    }
}
