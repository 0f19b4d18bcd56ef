package treasurehunt.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.cli.AnyRecord;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;

import java.util.stream.Stream;

class WordsTest {

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCodeHasAMeaning(Code code) {
        assertThat(CodeWords.of(code)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAMeaning(Reason reason) {
        assertThat(CodeWords.of(reason)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void everyEffectHasWords(Class<?> effect) throws ReflectiveOperationException {
        assertThat(EffectWords.of((Effect) AnyRecord.of(effect, "x"))).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void noTextInAnEffectReachesATerminalAsItIs(Class<?> effect)
            throws ReflectiveOperationException {
        String words = EffectWords.of((Effect) AnyRecord.of(effect, "a\u001b[2J\u202e\nb"));

        assertThat(words).doesNotContain("\u001b", "\u202e", "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate#first-finders | gate#first-finders",
                "the gate           | \"the gate\"",
                "say \"a\\\"        | \"say \\\"a\\\\\\\"\"",
                "źle 𝄞              | \"źle 𝄞\"",
                "'a\u001b[2J'       | \"a\\u{1b}[2J\"",
                "'a\u202eb'         | \"a\\u{202e}b\"",
                "'a\u009bb'         | \"a\\u{9b}b\"",
                "'a\u2028b'         | \"a\\u{2028}b\""
            })
    void whatCouldBeMistakenIsQuoted(String given, String quoted) {
        assertThat(Quoted.id(given)).isEqualTo(quoted);
    }

    static Stream<Class<?>> effects() {
        return Stream.of(Effect.class.getPermittedSubclasses());
    }
}
