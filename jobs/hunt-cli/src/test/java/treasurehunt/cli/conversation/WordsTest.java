package treasurehunt.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
                        "SOLVED, score 60: clue gate is solved; +50 points for clue gate: the score is 60;"
                                + " clue mast unlocks, \"The mast\": \"How high?\"");
    }

    @Test
    void aRefusalSaysWhenToTryAgain() throws Exception {
        assertThat(words("RATE_LIMITED", "", ",\"retry_after\":1200"))
                .isEqualTo(
                        "RATE_LIMITED, score 60: too many actions in too short a time: no token is left;"
                                + " try again in 2 s");
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
                .isEqualTo(
                        "ADJUSTED, score 60: -5 points as an adjustment: the score is 60,"
                                + " by operator lena: \"A wager\"");
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
                        "FORGOTTEN, in every hunt: all that was known is gone, in every"
                                + " hunt; treasure crown is given up in pier");
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
        String hostile = "\"\\u001b[2J\\u202e!\\n\"";
        String clue =
                "\"type\":\"CLUE_UNLOCKED\",\"clue\":\"mast\",\"title\":%s,\"text\":%s,\"media\":%s";
        String hint = "\"type\":\"HINT_REVEALED\",\"clue\":\"mast\",\"hint\":\"h1\",\"text\":%s";
        String points =
                "\"type\":\"POINTS\",\"points\":-5,\"balance\":60,\"reason\":\"adjustment\","
                        + "\"operator\":%s,\"text\":%s";
        String effects = "{%s},{%s},{%s}".formatted(clue, hint, points).replace("%s", hostile);

        assertThat(words("NEAR", effects, ",\"text\":" + hostile))
                .doesNotContain("\u001b", "\u202e", "\n")
                .contains("\"\\u{1b}[2J\\u{202e}!\"");
        assertThat(Words.of(letter("\u001b[2J\u202e!\n"))).endsWith(": \\u{1b}[2J\\u{202e}!\\u{a}");
    }

    private static DeadLetter letter(String detail) {
        return new DeadLetter(
                "0:1",
                Optional.empty(),
                Reason.MALFORMED,
                detail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
