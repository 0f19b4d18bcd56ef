package treasurehunt.connector.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
@SuppressWarnings("try") // nothing is asked of tickers but to be there
class TickerTest {

    @Test
    void brokersThatAreNotThereAreCountedAndStopNobody() throws Exception {
        Counters metrics = new Counters("failedTicks");
        // A port that nobody listens on, and one where nobody answers.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int closed = closedPort();
            try (Ticker none = Ticker.start("127.0.0.1:" + closed, "actions", 2, metrics);
                    Ticker dumb =
                            Ticker.start(
                                    "127.0.0.1:" + silent.getLocalPort(), "actions", 2, metrics)) {
                metrics.twice.await();

                assertThat(metrics.counter("ticks").getCount()).isZero();
            }
        }
    }

    @Test
    void anAddressThatIsNoneStopsNobody() throws Exception {
        Counters metrics = new Counters("failedTicks");

        try (Ticker ticker = Ticker.start("no address", "actions", 2, metrics)) {
            metrics.twice.await();
        }
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Counters by name; tells when one of them has counted to two. */
    private static final class Counters extends UnregisteredMetricsGroup {
        private final CountDownLatch twice = new CountDownLatch(2);
        private final Map<String, Counter> counters = new ConcurrentHashMap<>();
        private final String watched;

        Counters(String watched) {
            this.watched = watched;
        }

        @Override
        public Counter counter(String name) {
            return counters.computeIfAbsent(name, this::made);
        }

        private Counter made(String name) {
            return new SimpleCounter() {
                @Override
                public void inc() {
                    super.inc();
                    if (name.equals(watched)) {
                        twice.countDown();
                    }
                }
            };
        }
    }
}
