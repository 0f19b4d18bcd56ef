package treasurehunt.core;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import treasurehunt.schemas.hunt.Hunt;

/** Rule book, sections 3 and 10: answers that a pattern describes. */
class PatternsTest {

    private static Hunt pattern(String expression) {
        return Hunts.hunt(
                """
                clues:
                  - id: gate
                    title: The gate
                    wrong-penalty: 5
                    attempts: {max: 3}
                    proof: {pattern: '%s'}
                """
                        .formatted(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "(rusty )?anchors?;anchor",
                "(rusty )?anchors?;rusty anchors",
                "a|ab;ab",
                "(?i)anchor;ANCHOR",
                "\\d{1,2}[:.]\\d{2};12:30",
                "\\p{Greek}+;λύρα",
                "(?P<tree>oak)s;oaks",
                "o.k;o🌳k",
                "caf\u00e9;cafe\u0301",
                "anchor;\u00a0 anchor\u2003"
            })
    void aTextThatItMatchesAsAWholeSolves(String expression, String text) {
        Scenario.of(pattern(expression)).given(join()).when(answer("gate", text)).then(SOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "(rusty )?anchors?;the anchor",
                "(rusty )?anchors?;anchor!",
                "(rusty )?anchors?;rusty  anchor",
                "anchor;Anchor",
                "cafe;caf\u00e9",
                "oak|elm;oakelm",
                "anchor;an chor"
            })
    void anythingElseIsWrong(String expression, String text) {
        Scenario.of(pattern(expression))
                .given(join())
                .when(answer("gate", text))
                .then(WRONG)
                .effects(ATTEMPT_USED, POINTS)
                .attemptsLeft(2)
                .score(-5);
    }

    @Test
    void itSeesLinesAsItsSyntaxSays() {
        Scenario.of(pattern("two.lines"))
                .given(join())
                .when(answer("gate", "two\nlines"))
                .then(WRONG);
        Scenario.of(pattern("(?s)two.lines"))
                .given(join())
                .when(answer("gate", "\ttwo\nlines\n"))
                .then(SOLVED);
    }

    @Test
    void whatWasTriedIsKnownInTheFormThatThePatternSaw() {
        Scenario.of(pattern("caf\u00e9"))
                .given(join(), answer("gate", " caff\u00e9"))
                .when(answer("gate", "caffe\u0301\n"))
                .then(ALREADY_TRIED)
                .effects()
                .noText()
                .when(answer("gate", "Caff\u00e9"))
                .then(WRONG)
                .attempts("gate", 2);
    }

    @Test
    void aPatternIsAnsweredAndNotScanned() {
        Scenario.of(pattern("anchor")).given(join()).when(scan("gate", "anchor")).then(WRONG_KIND);
    }

    /** An engine that tries every way back would not come to an end. */
    @Test
    void itTakesTimeInProportionToTheTextHoweverThePatternIsWritten() {
        Scenario.of(pattern("(a|aa|a*)+b"))
                .given(join())
                .when(answer("gate", "a".repeat(512)))
                .then(WRONG);
    }
}
