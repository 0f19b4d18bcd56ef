package treasurehunt.cli.correct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class CorrectionFileTest {
    private static final String LINE =
            "{\"player\":\"ana\",\"hunt\":\"pier\",\"operator\":\"olga\","
                    + "\"adjust\":{\"points\":5,\"reason\":\"typo\"}}\n";

    @Test
    void aLineIsAnActionOfAnOperator() throws Exception {
        Action action = read(LINE).get(0).action();

        assertThat(action.player()).isEqualTo("ana");
        assertThat(action.operator()).isEqualTo(Optional.of("olga"));
        assertThat(action.kind()).isEqualTo(new Kind.Adjust(5, "typo"));
    }

    @Test
    void twoLinesThatAreTheSameAreTwoCorrections() throws Exception {
        List<CorrectionFile.Line> lines = read(LINE + "\n" + LINE);

        assertThat(lines).extracting(CorrectionFile.Line::place).containsExactly("f:1", "f:3");
        assertThat(ids(LINE + "\n" + LINE)).doesNotHaveDuplicates();
    }

    @Test
    void theSameFileHasTheSameIdsAndAnotherFileHasOthers() throws Exception {
        String other = LINE.replace("5", "6");

        assertThat(ids(LINE + other)).isEqualTo(ids(LINE + other));
        assertThat(ids(LINE + other)).doesNotContainAnyElementsOf(ids(LINE + LINE));
    }

    @Test
    void anIdThatIsGivenStays() throws Exception {
        assertThat(ids("{\"action_id\":\"mine\"," + LINE.substring(1))).containsExactly("mine");
    }

    private static List<CorrectionFile.Line> read(String text) throws Exception {
        return CorrectionFile.read("f", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(String text) throws Exception {
        return read(text).stream().map(line -> line.action().actionId()).toList();
    }
}
