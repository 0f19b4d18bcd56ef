package treasurehunt.auditor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FixTest {
    @Test
    void distancesAndSpeedsAreTheRuleBooks() {
        Fix gate = new Fix(54.35, 18.65, 10, 0);

        assertThat(gate.distanceTo(54.3503, 18.65)).isCloseTo(33.4, within(0.05));
        assertThat(gate.distanceTo(54.3504, 18.65)).isCloseTo(44.5, within(0.05));
        assertThat(gate.distanceTo(54.36, 18.65)).isCloseTo(1111.95, within(0.005));
        assertThat(new Fix(54.36, 18.65, 10, 10_000).speedFrom(gate))
                .isCloseTo(109.2, within(0.05));
        assertThat(new Fix(54.36, 18.65, 10, 0).speedFrom(gate))
                .as("no time at all counts as 1 ms")
                .isCloseTo(1_091_950, within(10.0));
        assertThat(new Fix(54.35, 18.65, 1e308, 1).speedFrom(gate)).isZero();
    }
}
