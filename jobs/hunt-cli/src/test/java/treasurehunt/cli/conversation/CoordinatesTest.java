package treasurehunt.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import treasurehunt.schemas.action.Fix;

class CoordinatesTest {
    private final Coordinates.Converter converter = new Coordinates.Converter();

    @Test
    void areReadAsMapsShowThem() {
        assertThat(converter.convert("54.3505,18.6571"))
                .isEqualTo(new Coordinates(54.3505, 18.6571));
        assertThat(converter.convert("-33.8568, 151.2153"))
                .isEqualTo(new Coordinates(-33.8568, 151.2153));
        assertThat(converter.convert("-90,180")).isEqualTo(new Coordinates(-90, 180));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "54", "54;18", "54,35;18,65", "NaN,0", "1e1,0", "90.1,0", "0,-180.1"})
    void areOnTheEarth(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void makeAPositionThatMayBeWrong() {
        assertThat(new Coordinates(54.35, 18.65).within(12)).isEqualTo(new Fix(54.35, 18.65, 12));
    }
}
