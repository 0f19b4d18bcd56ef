package treasurehunt.engine;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

import treasurehunt.engine.fence.FenceMetrics;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.util.EnumMap;
import java.util.Map;

/**
 * Registers under {@code <operator>.hunt.*}: {@code results} by code, {@code deadLetters} by
 * reason; and of the fence {@code refusedHunts}, {@code asks} and {@code waits} (every subtask
 * reads the hunts and counts for itself).
 */
final class HuntMetrics implements FenceMetrics {
    private final Map<Code, Counter> results = new EnumMap<>(Code.class);
    private final Map<Reason, Counter> deadLetters = new EnumMap<>(Reason.class);
    private final Counter refusedHunts;
    private final Counter asks;
    private final Counter waits;

    HuntMetrics(MetricGroup operator) {
        MetricGroup hunt = operator.addGroup("hunt");
        for (Code code : Code.values()) {
            results.put(code, hunt.addGroup("code", code.name()).counter("results"));
        }
        for (Reason reason : Reason.values()) {
            deadLetters.put(reason, hunt.addGroup("reason", reason.name()).counter("deadLetters"));
        }
        refusedHunts = hunt.counter("refusedHunts");
        asks = hunt.counter("asks");
        waits = hunt.counter("waits");
    }

    void result(Code code) {
        results.get(code).inc();
    }

    void deadLetter(Reason reason) {
        deadLetters.get(reason).inc();
    }

    @Override
    public void refused() {
        refusedHunts.inc();
    }

    @Override
    public void asked() {
        asks.inc();
    }

    @Override
    public void waited() {
        waits.inc();
    }
}
