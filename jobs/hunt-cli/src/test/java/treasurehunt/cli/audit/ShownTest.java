package treasurehunt.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.Violation;
import treasurehunt.auditor.Violation.Rule;

class ShownTest {
    private final Shown shown = new Shown();

    @Test
    void nothingIsShownOfNothing() {
        assertThat(shown.lines()).isEmpty();
    }

    @Test
    void theFirstTwentyAreShownAndOfTheOthersHowManyOfEachRule() {
        for (int i = 0; i < 30; i++) {
            shown.take(new Violation(i < 25 ? Rule.MISSING : Rule.CODE, "0:" + i, "", 0, "so"));
        }

        assertThat(shown.lines())
                .hasSize(21)
                .startsWith("MISSING 0:0: so")
                .endsWith("MISSING 0:19: so", "and more: MISSING 5, CODE 5");
    }
}
