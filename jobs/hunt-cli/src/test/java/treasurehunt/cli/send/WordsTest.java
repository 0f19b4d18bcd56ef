package treasurehunt.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                .isEqualTo("RATE_LIMITED, score 60: too many actions at once; try again in 2 s");
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
    void whatAnOperatorGaveSaysWhoAndWhy() throws Exception {
        assertThat(
                        words(
                                "ADJUSTED",
                                "{\"type\":\"POINTS\",\"points\":-5,\"balance\":60,\"reason\":\"adjustment\","
                                        + "\"operator\":\"lena\",\"text\":\"A wager\"}",
                                ""))
                .isEqualTo("ADJUSTED, score 60: -5 points (adjustment) by lena: \"A wager\"");
    }

    @Test
    void aRetryIsToldThatItWasOne() throws Exception {
        assertThat(words("WRONG", "", ",\"replay_of\":\"0:7\""))
                .isEqualTo("WRONG, score 60: sent before, answered as 0:7");
    }

    @Test
    void whatIsForgottenHasNoScore() throws Exception {
        String json =
                """
                {"id":"0:1","player":"ada","action_id":"a","kind":"forget","code":"FORGOTTEN",
                 "effects":[{"type":"FORGOTTEN"},
                            {"type":"RELEASED","treasure":"crown","hunt":"pier"}],
                 "at":1,"append_time":1,"rules":1}
                """;

        assertThat(Words.of(ResultCodec.decode(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(
                        "FORGOTTEN, in every hunt: all that was known is gone, in every hunt;"
                                + " crown given up in pier");
    }

    @Test
    void everyResultThereCanBeIsSaidInOneLineThatNamesItsCode() throws Exception {
        for (String line : golden("results.ndjson")) {
            Result result = ResultCodec.decode(line.getBytes(StandardCharsets.UTF_8));

            String words = Words.of(result);

            assertThat(words).startsWith(result.code() + ", ").doesNotContain("\n");
            assertThat(words).as(line).contains(": ");
        }
    }

    @Test
    void everyDeadLetterThereCanBeIsSaidInOneLineThatNamesItsReason() throws Exception {
        for (String line : golden("dead-letters.ndjson")) {
            DeadLetter letter = DeadLetterCodec.decode(line.getBytes(StandardCharsets.UTF_8));

            assertThat(Words.of(letter))
                    .startsWith("DEAD LETTER, " + letter.reason() + ": ")
                    .doesNotContain("\n");
        }
    }

    private static List<String> golden(String file) throws IOException {
        return Files.readAllLines(Path.of("..", "..", "schemas", "golden", file));
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
