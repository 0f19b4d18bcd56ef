package treasurehunt.cli.log.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
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
        assertThat(EffectWords.of((Effect) anyOf(effect))).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasWords(Class<?> kind) throws ReflectiveOperationException {
        assertThat(KindWords.of((Kind) anyOf(kind))).isNotBlank();
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

    static Stream<Class<?>> kinds() {
        return Stream.of(Kind.ByPlayer.class, Kind.ByOperator.class, Kind.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(Class::isRecord);
    }

    /** A record whose components are anything at all. */
    private static Object anyOf(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components)
                        .map(RecordComponent::getType)
                        .<Class<?>>toArray(Class[]::new);
        Object[] values = Arrays.stream(types).map(WordsTest::any).toArray();
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object any(Class<?> type) {
        if (type == String.class) {
            return "x";
        } else if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Optional.class) {
            return Optional.empty();
        } else if (type == OptionalLong.class) {
            return OptionalLong.of(1);
        } else if (type == Fix.class) {
            return new Fix(1, 2, 3);
        } else if (type == Outcome.class) {
            return Outcome.GRANTED;
        }
        return Effect.Cause.adjustment();
    }
}
