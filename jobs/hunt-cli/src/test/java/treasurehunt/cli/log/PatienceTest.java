package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PatienceTest {
    private long now = Long.MAX_VALUE - 5;

    @Test
    void isOverWhenNothingHasGoneOnForSoLong() {
        Patience patience = new Patience(Duration.ofNanos(10), () -> now);

        now += 9;
        assertThat(patience.isOver()).isFalse();
        patience.goesOn();
        now += 9;
        assertThat(patience.isOver()).isFalse();
        now += 1;
        assertThat(patience.isOver()).isTrue();
    }
}
