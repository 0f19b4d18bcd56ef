package treasurehunt.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;

class WordsTest {

    @Test
    void aResultSaysWhatItBroughtWithTheTextsOfNewClues() throws Exception {
        String words =
                words(
                        "SOLVED",
                        "{\"type\":\"CLUE_SOLVED\",\"clue\":\"gate\"},"
                                + "{\"type\":\"POINTS\",\"points\":50,\"balance\":60,\"reason\":\"clue\",\"clue\":\"gate\"},"
                                + "{\"type\":\"CLUE_UNLOCKED\",\"clue\":\"mast\",\"title\":\"The mast\",\"text\":\"How\\nhigh?\"}",
                        "");

        assertThat(words)
                .isEqualTo(
                        "SOLVED, score 60: gate solved; +50 points (clue); mast unlocked, The mast: \"How high?\"");
    }

    @Test
    void aRefusalSaysWhenToTryAgain() throws Exception {
        assertThat(words("RATE_LIMITED", "", ",\"retry_after\":1200"))
                .isEqualTo("RATE_LIMITED, score 60: try again in 2 s");
    }

    @Test
    void aNewHintIsSaidOnceAndARepeatedOneAgain() throws Exception {
        String text = ",\"text\":\"A tree\"";

        assertThat(
                        words(
                                "HINT_GIVEN",
                                "{\"type\":\"HINT_REVEALED\",\"clue\":\"gate\",\"hint\":\"h1\",\"text\":\"A tree\"}",
                                text))
                .containsOnlyOnce("A tree");
        assertThat(words("HINT_GIVEN", "", text)).containsOnlyOnce("A tree");
    }

    @Test
    void nothingATerminalWouldObeyIsLeft() throws Exception {
        assertThat(words("NEAR", "", ",\"text\":\"\\u001b[2J\\u202e!\""))
                .doesNotContain("\u001b", "\u202e");
    }

    private static String words(String code, String effects, String more) throws Exception {
        String json =
                """
                {"id":"0:1","player":"ada","hunt":"pier","action_id":"a","kind":"answer",
                 "code":"%s","effects":[%s],"score":60,"version":2,"at":1,"append_time":1,
                 "rules":1%s}
                """
                        .formatted(code, effects, more);
        return Words.of(ResultCodec.decode(json.getBytes(StandardCharsets.UTF_8)));
    }
}
