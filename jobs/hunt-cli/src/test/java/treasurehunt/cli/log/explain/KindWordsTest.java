package treasurehunt.cli.log.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.cli.AnyRecord;
import treasurehunt.schemas.action.Kind;

import java.util.stream.Stream;

class KindWordsTest {

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasWords(Class<?> kind) throws ReflectiveOperationException {
        assertThat(KindWords.of((Kind) AnyRecord.of(kind, "x"))).isNotBlank();
    }

    static Stream<Class<?>> kinds() {
        return Stream.of(Kind.ByPlayer.class, Kind.ByOperator.class, Kind.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(Class::isRecord);
    }
}
