package treasurehunt.auditor.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource({
        "'  The ANCHOR! ', theanchor, The ANCHOR!",
        "Łańcuch, łancuch, Łańcuch",
        "Straße 7, strasse7, Straße 7",
        "12:30, 1230, 12:30",
        "' ?! ', ?!, ?!",
        "'\u00a0\u2003x\u3000', x, x",
        "'e\u0301', e, \u00e9",
        "'ﬁne ½', fine12, ﬁne ½",
        "'', '', ''"
    })
    void textsAreBroughtToTheFormInWhichTheyAreCompared(String given, String folded, String exact) {
        assertThat(Form.FOLDED.of(given)).isEqualTo(folded);
        assertThat(Form.EXACT.of(given)).isEqualTo(exact);
        assertThat(Form.AS_IT_IS.of(given)).isEqualTo(given);
    }
}
