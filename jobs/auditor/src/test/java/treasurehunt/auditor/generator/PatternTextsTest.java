package treasurehunt.auditor.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "anchor",
                "(rusty )?anchors?",
                "a|b|cd",
                "(a(b|c)|d)+e*",
                "[xyz]7[^a]?",
                "\\d{3}( ?[ap]\\.?m\\.?)?",
                "(?:twenty|20)( minutes)? past (seven|7)",
            })
    void aTextMatchesThePatternItIsOf(String expression) {
        Chance chance = new Chance(1);

        for (int i = 0; i < 100; i++) {
            assertThat(PatternTexts.of(expression, chance)).matches(expression);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "[", "a{", "\\", "(?i", "a{x}", ")", "[]"})
    void whatIsNoPatternItKnowsHarmsNothing(String expression) {
        assertThat(PatternTexts.of(expression, new Chance(1))).isNotNull();
    }
}
