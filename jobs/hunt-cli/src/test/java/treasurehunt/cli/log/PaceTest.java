package treasurehunt.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;

class PaceTest {
    private final StringWriter told = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void whoLooksOnIsToldTheRateOnceASecondAtMost() {
        Pace pace = new Pace("Replayed", new PrintWriter(told), true, clock::get);

        steps(pace, 10_000);
        clock.set(2_000_000_000);
        steps(pace, 10_000);
        pace.end();

        assertThat(told.toString())
                .isEqualToNormalizingNewlines(
                        "\rReplayed 12,288 records in 2.0 s (6,144 a second)\n");
    }

    @Test
    void whatCountsByItselfIsToldAsItIsReached() {
        Pace pace = new Pace("Audited", new PrintWriter(told), true, clock::get);

        pace.reached(500);
        clock.set(2_000_000_000);
        pace.reached(1_000);
        pace.reached(1_001);

        assertThat(told.toString()).isEqualTo("\rAudited 1,000 records in 2.0 s (500 a second)");
        assertThat(pace.records()).isEqualTo(1_001);
    }

    @Test
    void nobodyIsToldOfWhatIsOverInNoTime() {
        Pace pace = new Pace("Replayed", new PrintWriter(told), true, clock::get);

        steps(pace, 10_000);
        pace.end();

        assertThat(told.toString()).isEmpty();
        assertThat(pace.records()).isEqualTo(10_000);
    }

    @Test
    void nothingIsDrawnWhereNobodyLooksOn() {
        Pace pace = new Pace("Replayed", new PrintWriter(told), false, clock::get);

        clock.set(9_000_000_000L);
        steps(pace, 10_000);
        pace.end();

        assertThat(told.toString()).isEmpty();
        assertThat(pace.millis()).isEqualTo(9_000);
    }

    private static void steps(Pace pace, int records) {
        for (int i = 0; i < records; i++) {
            pace.step();
        }
    }
}
