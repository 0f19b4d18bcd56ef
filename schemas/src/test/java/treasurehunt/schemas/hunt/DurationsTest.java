package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "1ms, 1, 1ms",
        "500ms, 500, 500ms",
        "90s, 90000, 1m30s",
        "1h30m, 5400000, 1h30m",
        "1m1ms, 60001, 1m1ms",
        "0h5m, 300000, 5m",
        "36h, 129600000, 1d12h",
        "1d2h3m4s5ms, 93784005, 1d2h3m4s5ms",
        "999999999d, 86399999913600000, 999999999d"
    })
    void areReadToTheMillisecondAndWrittenInTheShortestForm(String text, long ms, String shortest) {
        assertThat(Durations.parse(text)).hasValue(ms);
        assertThat(Durations.format(ms)).isEqualTo(shortest);
        assertThat(Durations.parse(shortest)).hasValue(ms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0s",
                "0h0m",
                "5",
                "s",
                "1m1m",
                "30m1h",
                "-5s",
                "+5s",
                "1.5h",
                "1h 30m",
                " 1h",
                "1H",
                "1w",
                "1min",
                "٣s",
                "1000000000s",
                "999999999d1ms",
                "999999999d999999999h"
            })
    void refuseWhatIsNone(String text) {
        assertThat(Durations.parse(text)).isEqualTo(OptionalLong.empty());
    }
}
