package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ExplainTest {
    private static final int DEPTH = 16;

    @TempDir private Path folder;

    @BeforeEach
    void aLogOfEverything() throws IOException {
        RichLog.write(folder);
    }

    @Test
    void everyAnswerOfAReplayIsExplainedAndIsTheLastLine() {
        for (String line : answers()) {
            Ran ran = explain(id(line));

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.out()).startsWith(id(line) + " ");
            assertThat(ran.out().lines().toList()).last().isEqualTo(line);
        }
    }

    @Test
    void everyResultOfAReplayIsAMemberOfItsExplanationAsJson() throws Exception {
        for (String line : answers()) {
            Map<String, Object> told = explainAsJson(id(line));

            assertThat(told).containsEntry("id", id(line));
            if (!line.contains("dead_letter")) {
                assertThat(told).containsEntry("result", json(line));
            }
        }
    }

    @Test
    void noExplanationHoldsWhatWouldHaveBeenRight() {
        for (String line : answers()) {
            String told = explain(id(line)).out() + explain(id(line), "--json").out();

            assertThat(told)
                    .doesNotContainIgnoringCase(RichLog.SECRETS.toArray(CharSequence[]::new));
        }
    }

    @Test
    void noTextOfAPlayerReachesTheTerminalAsItIs() {
        for (String line : answers()) {
            String told = explain(id(line)).out();

            assertThat(told).doesNotContain("\u001b");
            assertThat(told.substring(0, told.lastIndexOf('{'))).doesNotContain("\u202e");
        }
    }

    @Test
    void anAnswerIsToldFromWhatWasAskedToWhatItBrought() {
        assertThat(told("0:1"))
                .isEqualTo(
                        """
                        0:1 WRONG: what was given does not solve the clue

                          asked        answer "elm" to clue gate
                          by           player ada, member "her \\u{1b}[31mson"
                          action id    1
                          hunt         pier
                          appended     1970-01-01T00:00:02Z
                          at           1970-01-01T00:00:02Z, the time that partition 0 had come to
                          judged by    version 1 of the hunt, rules 3
                          retry after  10s

                        Where the player stood before, in pier
                          joined      1970-01-01T00:00:01Z
                          score       0
                          progress    version 1
                          hunt        version 1
                          clue gate   OPEN since 1970-01-01T00:00:01Z
                          clue photo  OPEN since 1970-01-01T00:00:01Z
                          clue quay   OPEN since 1970-01-01T00:00:01Z
                          clue tag    OPEN since 1970-01-01T00:00:01Z
                          tokens      3.0, as of 1970-01-01T00:00:01Z

                        The checks
                           1  Is this action new?                  passed     action_id 1, remembered no
                           2  Is a version of the hunt in effect?  passed     hunt pier, version 1
                           3  Has the player joined?               passed     joined yes, joined_at 1970-01-01T00:00:01Z
                           4  Is there a token?                    passed     thousandths 3000, burst 3, per_second 1
                           5  Is the player admitted?              passed     excluded no
                           6  Is the hunt open?                    passed     at 1970-01-01T00:00:02Z, opens 1970-01-01T00:00:00Z, closes 1970-01-02T00:00:00Z
                           7  Is he still playing?                 passed     abandoned no, time_up no
                           8  May he join one more hunt?           not asked
                           9  Does the clue exist?                 passed     clue gate, exists yes
                           9  Can the clue be tried?               passed     status OPEN, since 1970-01-01T00:00:01Z
                          10  Can he have the hint?                not asked
                          10  Does the proof fit the clue?         passed     kind answer, proof answer
                          11  Has he attempts left?                passed     used 0, max 3
                          11  Is no wait running?                  passed     at 1970-01-01T00:00:02Z
                          12  Is the text or code new?             passed     compared_as elm, tried_before no
                          13  Is the proof right?                  WRONG

                        What it brought
                          an attempt at clue gate is used
                          -5 points for a failed attempt at clue gate: the score is -5

                        The result
                        """);
    }

    @Test
    void theChecksEndWithTheOneThatAnswered() {
        assertThat(told("0:2"))
                .contains("waits until 1970-01-01T00:00:12Z; given in vain: 1")
                .contains("11  Is no wait running?                  COOLING_DOWN  at 1970")
                .contains("What it brought\n  nothing\n")
                .doesNotContain("\n  12  ");
    }

    @Test
    void whatTimeBroughtJustBeforeIsToldWithAnAction() {
        assertThat(told("0:19"))
                .contains("What had fallen due just before\n  ada:pier:650000  clue mast unlocks\n")
                .containsPattern("clue mast +OPEN since 1970-01-01T00:10:50Z\n");
    }

    @Test
    void anOperatorsActionIsHisAndRunsThroughFewerChecks() {
        assertThat(told("0:6"))
                .contains("adjust the score by +20, because \"a \\u{1b}[31mbroken\\u{202e} sign\"")
                .contains("by         operator lena, about player ada")
                .contains("+20 points as an adjustment: the score is 10, by operator lena: \"a ")
                .doesNotContain("token?");
    }

    @Test
    void aVerdictIsTheTreasurys() {
        assertThat(told("0:16"))
                .contains("verdict GRANTED at rank 1 on treasure compass")
                .contains("the treasury, to player ada")
                .contains("treasure compass             CLAIMED")
                .contains("treasure compass is granted, at rank 1\n  +500 points for treasure");
    }

    @Test
    void aForgottenPlayerIsToldInEveryHuntAndWhatStaysLater() throws IOException {
        assertThat(told("0:31"))
                .contains("forget the player, because \"asked\"")
                .contains("judged by  rules 3; it is about no single hunt")
                .contains("Where the player stood before, in pier\n  joined  ")
                .contains("flags                        completed\n");

        Ran again =
                replayOf(LogLines.plain(0, 34, 9_800_000, Hunts.action("ada", "x", "\"join\":{}")));

        assertThat(again.out())
                .contains("0:34 JOINED", "  not joined\n")
                .contains(
                        "forgotten                    the versions of progress count on from 22\n")
                .contains("treasure compass             claimed before being forgotten\n");
    }

    @Test
    void aRetryNamesTheResultThatItRepeats() throws IOException {
        String retry = Hunts.action("ada", "1", "\"answer\":{\"clue\":\"gate\",\"text\":\"elm\"}");

        Ran ran = replayOf(LogLines.plain(0, 2, 2_500, retry), 2);

        assertThat(ran.out())
                .startsWith("0:2 WRONG: ")
                .contains("again      what 0:1 had answered: a retry")
                .contains("1  Is this action new?  WRONG  action_id 1, remembered yes, result 0:1")
                .contains("What it brought\n  nothing\n");
    }

    @Test
    void anAnnouncementTellsWhatRanOutAndWhichRecordBroughtItForward() {
        assertThat(told("ada:pier:650000"))
                .startsWith(
                        """
                        ada:pier:650000 DUE: time has brought this

                          player      ada
                          hunt        pier
                          fell due    1970-01-01T00:10:50Z
                          because     clue mast: its requires held at 1970-01-01T00:00:50Z, its unlocks-after of 10m ran out at 1970-01-01T00:10:50Z
                          brought by  record 0:19, at 1970-01-01T00:16:40Z
                          judged by   version 1 of the hunt
                          rules       3
                        """)
                .containsPattern("clue mast +PENDING since 1970-01-01T00:00:50Z\n")
                .contains("What it brought\n  clue mast unlocks\n");
    }

    @Test
    void anAnnouncementAtTheEndOfTheLogSaysSo() {
        assertThat(told("cyd:pier:9611000"))
                .contains("the player joined at 1970-01-01T00:40:11Z, the time limit of 2h ran out")
                .contains(
                        "brought by  the end of the log, where every partition has come to"
                                + " 1970-01-01T02:41:40Z")
                .contains("clue tag    EXPIRED");
        assertThat(told("cyd:pier:5411000")).contains("its deadline of 50m ran out");
    }

    @Test
    void aMoveNamesBothVersions() {
        assertThat(told("ada:pier:2400000"))
                .contains(
                        "because     version 2 of the hunt is in effect since 1970-01-01T00:40:00Z,"
                                + " and the player was on version 1")
                .contains("judged by   version 2 of the hunt")
                .contains("What it brought\n  moved to version 2 of the hunt\n");
    }

    @Test
    void aMoveTellsWhatRanOutByTheNewVersion() throws IOException {
        Hunts.write(
                folder.resolve("hunts/pier-3.yaml"),
                RichLog.pier(3, "10m") + "effective-from: 1970-01-01T00:20:00Z\n");

        assertThat(told("ada:pier:1801000"))
                .contains("because     clue tag: it unlocked at", "its deadline of 30m ran out at")
                .contains("because     version 3 of the hunt is in effect since")
                .containsPattern(
                        "clue tag expires +clue tag: it unlocked at 1970-01-01T00:00:01Z, its"
                                + " deadline of 10m ran out at 1970-01-01T00:10:01Z");
    }

    @Test
    void aDeadLetterTellsItsReasonAndDetail() throws Exception {
        assertThat(told("0:17"))
                .startsWith("0:17 dead letter MALFORMED: the record is no action as the contract ")
                .contains("detail    line 1, column 1: Unrecognized token 'rubbish'");
        assertThat(explainAsJson("0:17"))
                .containsEntry("type", "dead_letter")
                .containsEntry("reason", "MALFORMED")
                .containsEntry("append_time", new JsonNumber("53000"))
                .containsKeys("meaning", "detail", "at");
    }

    @Test
    void aTickOnlyMadeTimePass() throws Exception {
        assertThat(explain("0:18").out())
                .isEqualToNormalizingNewlines(
                        """
                        0:18 tick: a record that only makes time pass; nothing answers it

                          appended  1970-01-01T00:00:54Z
                          at        1970-01-01T00:00:54Z, the time that partition 0 had come to
                        """);
        assertThat(explainAsJson("0:18")).containsEntry("type", "tick").hasSize(4);
    }

    @Test
    void anExplanationAsJsonHasAllThatTheTextHas() throws Exception {
        Map<String, Object> told = explainAsJson("0:19");

        assertThat(told)
                .containsOnlyKeys(
                        "id",
                        "type",
                        "code",
                        "meaning",
                        "asked",
                        "append_time",
                        "at",
                        "rules",
                        "judged_by",
                        "announcements",
                        "before",
                        "checks",
                        "result")
                .containsEntry("type", "result")
                .containsEntry("code", "WRONG")
                .containsEntry("judged_by", new JsonNumber("1"));
        assertThat(told)
                .extractingByKey("asked", MAP)
                .containsEntry("player", "ada")
                .containsEntry("answer", Map.of("clue", "mast", "text", "a bowsprit"));
        assertThat(told)
                .extractingByKey("announcements", LIST)
                .singleElement(MAP)
                .containsEntry("id", "ada:pier:650000");
        assertThat(told)
                .extractingByKey("before", MAP)
                .containsEntry("joined", true)
                .containsEntry("score", new JsonNumber("650"))
                .containsKeys("version", "hunt_version", "clues", "treasures", "bucket");
        assertThat(told)
                .extractingByKey("checks", LIST)
                .last(MAP)
                .containsEntry("number", new JsonNumber("13"))
                .containsEntry("question", "Is the proof right?")
                .containsEntry("answer", "WRONG")
                .containsKey("saw");
    }

    @Test
    void anAnnouncementAsJsonHasAllThatTheTextHas() throws Exception {
        Map<String, Object> told = explainAsJson("cyd:pier:5411000");

        assertThat(told)
                .containsEntry("type", "announcement")
                .containsEntry("brought_by", json("{\"end_of_log\":true,\"at\":9700000}"))
                .containsEntry("due", told.get("reached"));
        assertThat(told)
                .extractingByKey("reached", LIST)
                .containsExactly(
                        json(
                                "{\"cause\":\"deadline\",\"clue\":\"tag\",\"since\":2411000,"
                                        + "\"moment\":5411000}"));
        assertThat(explainAsJson("ada:pier:2400000"))
                .containsEntry("moved_from", new JsonNumber("1"))
                .containsEntry("judged_by", new JsonNumber("2"))
                .containsEntry("effective_from", new JsonNumber("2400000"));
    }

    @Test
    void whatTheLogDoesNotHoldIsSaidWithWhatItHolds() {
        Ran ran = explain("3:7");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualToNormalizingNewlines(
                        folder.resolve("actions.ndjson")
                                + " holds no record 3:7. It has:\n"
                                + "  partition 0: offsets 0 to 33\n");
    }

    @Test
    void anAnnouncementThatIsNotThereIsSaidWithThePlayersOwn() {
        Ran another = explain("ada:pier:1");
        Ran nobody = explain("eve:pier:1");

        assertThat(another.exitCode()).isEqualTo(1);
        assertThat(another.err())
                .contains(
                        "brings no announcement ada:pier:1. To ada it brings ada:pier:650000,"
                                + " ada:pier:1801000, ada:pier:2400000. It has:")
                .contains("partition 0: offsets 0 to 33");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.err()).contains("eve:pier:1. It brings none to eve. It has:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0:", "a:b", "0:-1", "ada:pier:", ":pier:1", "99999999999:1"})
    void whatIsNoIdIsWrongUsage(String id) {
        Ran ran = explain(id);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("neither PARTITION:OFFSET nor PLAYER:HUNT:MS");
    }

    @Test
    void resultsAndAnExplanationAreNotWrittenTogether() {
        Ran ran = explain("0:1", "--out", folder.resolve("out").toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--explain writes no results: leave out --out");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** Without its last line, the result. */
    private String told(String id) {
        Ran ran = explain(id);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        String text = ran.out().stripTrailing();
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private Map<String, Object> explainAsJson(String id) throws MalformedJsonException {
        return json(explain(id, "--json").out());
    }

    private static Map<String, Object> json(String text) throws MalformedJsonException {
        return new StrictJson(DEPTH).read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Explains a line behind the whole log. */
    private Ran replayOf(String line) throws IOException {
        return replayOf(line, RichLog.write(folder).size());
    }

    /** Explains a line behind so many lines of the log. */
    private Ran replayOf(String line, int before) throws IOException {
        List<String> lines = RichLog.write(folder).subList(0, before);
        Hunts.write(
                folder.resolve("actions.ndjson"), String.join("\n", lines) + "\n" + line + "\n");
        return explain("0:" + before);
    }

    private List<String> answers() {
        Ran ran = Ran.hunt(command().toArray());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out().lines().toList();
    }

    private static String id(String line) {
        return line.substring("{\"id\":\"".length(), line.indexOf("\",\""));
    }

    private Ran explain(String id, String... more) {
        List<Object> all = command();
        all.add("--explain");
        all.add(id);
        all.addAll(Arrays.asList(more));
        return Ran.hunt(all.toArray());
    }

    private List<Object> command() {
        return new ArrayList<>(
                List.of(
                        "replay",
                        "--hunts",
                        folder.resolve("hunts"),
                        "--actions",
                        folder.resolve("actions.ndjson")));
    }
}
