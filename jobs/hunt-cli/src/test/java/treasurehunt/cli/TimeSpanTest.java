package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

import java.time.Duration;

class TimeSpanTest {
    private final TimeSpan times = new TimeSpan();

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(times.convert("0.2s")).isEqualTo(Duration.ofMillis(200));
        assertThat(times.convert("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(times.convert("168h")).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-5s", "0s", "tomorrow", "99999999999999999999h"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> times.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no time such as 30s, 5m or 1h30m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169h", "3000000h", "168h0.001s"})
    void moreThanAWeekIsRefused(String text) {
        assertThatThrownBy(() -> times.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is more than 168h, the longest time there is");
    }
}
