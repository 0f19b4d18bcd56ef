package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

class GridTest {
    private static final Grid GRID = new Grid(1_000, Duration.ofSeconds(6));
    private static final long IN_WARM_UP = 2_000;

    @Test
    void behindTheWarmUpTheRateIsConstant() {
        long first = GRID.at(IN_WARM_UP);

        assertThat(first).isEqualTo(TimeUnit.SECONDS.toNanos(6));
        assertThat(GRID.at(IN_WARM_UP + 5_000)).isEqualTo(TimeUnit.SECONDS.toNanos(11));
    }

    @Test
    void inTheWarmUpTheRateGrows() {
        long half = TimeUnit.SECONDS.toNanos(3);
        long inFirstHalf =
                LongStream.range(0, IN_WARM_UP).filter(number -> GRID.at(number) < half).count();

        assertThat(inFirstHalf).isEqualTo(IN_WARM_UP / 8);
    }

    @Test
    void timeNeverRunsBackwards() {
        assertThat(LongStream.range(1, 10_000)).allMatch(n -> GRID.at(n) >= GRID.at(n - 1));
    }

    @Test
    void withoutAWarmUpTheGridBeginsAtOnce() {
        assertThat(new Grid(10, Duration.ZERO).at(1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }
}
