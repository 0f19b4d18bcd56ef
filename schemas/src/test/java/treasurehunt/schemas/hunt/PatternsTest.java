package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;

class PatternsTest {
    private static final long SEED = Long.getLong("hunt.seed", System.nanoTime());

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "B",
                    "7",
                    "é",
                    "🌊",
                    "\uD7A3",
                    "-",
                    "]",
                    "}",
                    ",",
                    " ",
                    ".",
                    "^",
                    "$",
                    "|",
                    "|",
                    "(",
                    "(",
                    "(",
                    ")",
                    ")",
                    ")",
                    "(?:",
                    "(?i)",
                    "(?i:",
                    "(?s-i:",
                    "(?P<n>",
                    "*",
                    "+",
                    "?",
                    "*?",
                    "{2}",
                    "{3,}",
                    "{2,7}",
                    "{40}",
                    "{0,90}",
                    "{,3}",
                    "{",
                    "\\",
                    "\\(",
                    "\\d",
                    "\\Q",
                    "\\E",
                    "\\pL",
                    "\\P{Greek}",
                    "\\x41",
                    "\\ᲀ",
                    "ᲀ",
                    "\\x{1F30A}",
                    "\\x{0001c81}",
                    "\\x{1c7f}",
                    "\\07",
                    "[",
                    "[^",
                    "[a-z]",
                    "[]-a]",
                    "[[:alpha:]",
                    "[^)(]",
                    "[\\]]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((a{1000}){1000}){1000})",
                "((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})",
                "(?i)\\x{1C80}",
                "(?i)\\x{0000001C88}",
                "(?i)[b-\\x{10FFFF}]",
                "(?is)ᲀ",
                "(?s)(?-s:(?i:ᲀ))",
                "(?i)\\ᲀ",
                "(?i)\\Qᲁ"
            })
    void whatWouldNotCompileInTimeIsRefusedAtOnce(String expression) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(new Patterns().problem(expression)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(rusty )?anchors?",
                "(?i)anchor",
                "ᲀ",
                "[а-ӿ]+",
                "(?i)[^b-z]*",
                "(?i)\\p{Cyrillic}+",
                "\\d{4}-\\d{2}-\\d{2}",
                "[\\p{L} '-]{2,40}",
                "(\\w{1,20} ){1,5}\\w+",
                "a{1000}",
                "[]()]{3}",
                "\\Q(((\\E",
                "\\)",
                "(?P<year>[0-9]{4})"
            })
    void whatAuthorsWriteIsFine(String expression) {
        assertThat(new Patterns().problem(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void groupsMayBeNestedToDepth100(int depth, boolean fine) {
        String expression = "(".repeat(depth) + "a" + ")".repeat(depth);

        assertThat(new Patterns().problem(expression).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noProgramIsLargerThanItWasReckoned(int run) {
        Random random = new Random(SEED + run);
        for (int i = 0; i < 5_000; i++) {
            String expression = expression(random);
            PatternCost.Cost cost = PatternCost.of(expression);
            if (!cost.endless() && cost.steps() < 100_000) {
                assertThat(programSize(expression))
                        .as("%s, hunt.seed=%d", expression, SEED)
                        // Some steps frame every program.
                        .isLessThanOrEqualTo(cost.steps() + 5);
            }
        }
    }

    @Test
    void longTextsWithoutRepetitionsAreFine() {
        String countries = "(?:" + "Liechtenstein|".repeat(290) + "Andorra)";

        assertThat(new Patterns().problem(countries)).isEmpty();
    }

    private static String expression(Random random) {
        StringBuilder expression = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            expression.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return expression.toString();
    }

    private static long programSize(String expression) {
        try {
            return Pattern.compile(expression).programSize();
        } catch (PatternSyntaxException e) {
            return 0;
        }
    }
}
