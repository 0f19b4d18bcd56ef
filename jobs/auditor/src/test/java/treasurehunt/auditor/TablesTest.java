package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static treasurehunt.auditor.RuleBookExamplesTest.AT_THE_GATE;
import static treasurehunt.auditor.RuleBookExamplesTest.CRANE_PENDING;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_POINTS;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_SOLVED;
import static treasurehunt.auditor.RuleBookExamplesTest.TRY;
import static treasurehunt.auditor.RuleBookExamplesTest.anaAtTheAnchor;
import static treasurehunt.auditor.RuleBookExamplesTest.penalty;
import static treasurehunt.auditor.RuleBookExamplesTest.points;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/** The tables as the rules give them, and one damage for each way in which they can be others. */
class TablesTest {
    private static final String PROGRESS = "hunt_progress";
    private static final String SOLVES = "solves";
    private static final String LEDGER = "ledger";
    private static final String GRANTS = "treasure_grants";

    private static final String ANA = "TABLE hunt_progress:ana/harbour-town";
    private static final String BEN = "TABLE hunt_progress:ben/harbour-town";

    private static final String MAST_SOLVED = "{'type':'CLUE_SOLVED','clue':'mast'}";
    private static final String MAST_CLAIMED = "{'type':'CLAIMED','treasure':'mast#first-finders'}";
    private static final String VERDICT = "'treasure':'%s','outcome':'GRANTED','rank':%d";
    private static final String GRANTED = "{'type':'GRANTED','treasure':'%s','rank':%d}";

    private static String clue(String clue, String status, int attempts, int hints) {
        return "'%s':{'hints':%d,'status':'%s','attempts':%d}"
                .formatted(clue, hints, status, attempts);
    }

    private static String progress(
            String player,
            int version,
            String standing,
            String joinedAt,
            String changedAt,
            long score,
            String scoreAt,
            String board,
            String clues) {
        return ("{'player':'%s','hunt':'harbour-town','version':%d,'standing':'%s',"
                        + "'hunt_version':1,'joined_at':@%s,'changed_at':@%s,'score':%d,"
                        + "'score_at':@%s,%s,%s}")
                .formatted(
                        player, version, standing, joinedAt, changedAt, score, scoreAt, board,
                        clues);
    }

    private static final String NO_BOARD = "'board_score':null,'board_score_at':null";

    private static String solve(
            String player, String result, int place, String clue, int version, String at) {
        return ("{'player':'%s','result_id':'%s','place':%d,'hunt':'harbour-town','clue':'%s',"
                        + "'version':%d,'hunt_version':1,'solved_at':@%s}")
                .formatted(player, result, place, clue, version, at);
    }

    private static String entry(
            String player,
            String result,
            int place,
            int version,
            String at,
            long points,
            long balance,
            String what) {
        return ("{'player':'%s','result_id':'%s','place':%d,'hunt':'harbour-town','version':%d,"
                        + "'changed_at':@%s,'points':%d,'balance':%d,%s}")
                .formatted(player, result, place, version, at, points, balance, what);
    }

    private static String reason(String reason, String clue, String hint, String treasure) {
        return ("'reason':'%s','clue':%s,'hint':%s,'treasure':%s,"
                        + "'operator':null,'operator_text':null")
                .formatted(reason, clue, hint, treasure);
    }

    private static String forClue(String reason, String clue) {
        return reason(reason, "'" + clue + "'", "null", "null");
    }

    private static String grant(
            String player,
            String result,
            String treasure,
            int version,
            int rank,
            String at,
            String releasedAt) {
        return ("{'player':'%s','result_id':'%s','place':0,'hunt':'harbour-town','treasure':'%s',"
                        + "'version':%d,'rank':%d,'granted_at':@%s,'released_at':%s}")
                .formatted(player, result, treasure, version, rank, at, releasedAt);
    }

    private static String clues(String solved, String open, String clues, String treasures) {
        return "'clues_solved':[%s],'clues_open':[%s],'clues':{%s},'treasures':[%s]"
                .formatted(solved, open, clues, treasures);
    }

    private static final String ANAS_CLUES =
            String.join(
                    ",",
                    clue("gate", "SOLVED", 0, 0),
                    clue("mast", "SOLVED", 0, 0),
                    clue("crane", "PENDING", 0, 0),
                    clue("photo", "OPEN", 0, 0),
                    clue("anchor", "SOLVED", 1, 1));

    private static String anasClues(String treasures) {
        return clues("'anchor','gate','mast'", "'photo'", ANAS_CLUES, treasures);
    }

    /** Ana plays to her version 9, and has two treasures. */
    private static Story played() {
        return anaAtTheAnchor()
                .acts("10:07:00", "ana", "answer", "'clue':'anchor','text':'ancor'")
                .gets(
                        "NEAR",
                        75,
                        4,
                        ",'text':'check your spelling','attempts_left':4",
                        TRY,
                        penalty(75))
                .acts("10:11:00", "ana", "hint", "'clue':'anchor','hint':'h1'")
                .gets(
                        "HINT_GIVEN",
                        65,
                        5,
                        ",'text':'Look for it in the mud.'",
                        "{'type':'HINT_REVEALED','clue':'anchor','hint':'h1',"
                                + "'text':'Look for it in the mud.'}",
                        points(-10, 65, "hint", "'clue':'anchor','hint':'h1'"))
                .acts("10:12:00", "ana", "answer", "'clue':'anchor','text':'anchor'")
                .gets(
                        "SOLVED",
                        165,
                        6,
                        "",
                        "{'type':'CLUE_SOLVED','clue':'anchor'}",
                        points(100, 165, "clue", "'clue':'anchor'"),
                        "{'type':'CLAIMED','treasure':'golden-compass'}",
                        "{'type':'COMPLETED'}")
                .acts("10:13:00", "ana", "verdict", VERDICT.formatted("golden-compass", 2))
                .gets(
                        "GRANTED",
                        665,
                        7,
                        "",
                        GRANTED.formatted("golden-compass", 2),
                        points(500, 665, "treasure", "'treasure':'golden-compass'"),
                        Story.PHOTO)
                .acts("10:14:00", "ana", "verdict", VERDICT.formatted("mast#first-finders", 1))
                .gets(
                        "GRANTED",
                        715,
                        8,
                        "",
                        GRANTED.formatted("mast#first-finders", 1),
                        points(50, 715, "first-finder", "'treasure':'mast#first-finders'"))
                .acts("10:14:30", "ana", "adjust", "'points':-15,'reason':'too loud'")
                .gets(
                        "ADJUSTED",
                        700,
                        9,
                        "",
                        points(-15, 700, "adjustment", "'operator':'olga','text':'too loud'"));
    }

    private static Story withRowsOfResults(Story story, String releasedAt) {
        return story.withTables()
                .row(SOLVES, solve("ana", "16:205", 0, "gate", 2, "10:05:00"))
                .row(SOLVES, solve("ana", "16:206", 0, "mast", 3, "10:06:00"))
                .row(SOLVES, solve("ana", "16:209", 0, "anchor", 6, "10:12:00"))
                .row(LEDGER, anas("16:205", 1, 2, "10:05:00", 50, 50, forClue("clue", "gate")))
                .row(LEDGER, anas("16:206", 1, 3, "10:06:00", 30, 80, forClue("clue", "mast")))
                .row(
                        LEDGER,
                        anas(
                                "16:207",
                                1,
                                4,
                                "10:07:00",
                                -5,
                                75,
                                forClue("wrong-penalty", "anchor")))
                .row(
                        LEDGER,
                        anas(
                                "16:208",
                                1,
                                5,
                                "10:11:00",
                                -10,
                                65,
                                reason("hint", "'anchor'", "'h1'", "null")))
                .row(LEDGER, anas("16:209", 1, 6, "10:12:00", 100, 165, forClue("clue", "anchor")))
                .row(
                        LEDGER,
                        anas(
                                "16:210",
                                1,
                                7,
                                "10:13:00",
                                500,
                                665,
                                reason("treasure", "null", "null", "'golden-compass'")))
                .row(
                        LEDGER,
                        anas(
                                "16:211",
                                1,
                                8,
                                "10:14:00",
                                50,
                                715,
                                reason("first-finder", "null", "null", "'mast#first-finders'")))
                .row(
                        LEDGER,
                        anas(
                                "16:212",
                                0,
                                9,
                                "10:14:30",
                                -15,
                                700,
                                reason("adjustment", "null", "null", "null")
                                        .replace("'operator':null", "'operator':'olga'")
                                        .replace("text':null", "text':'too loud'")))
                .row(GRANTS, grant("ana", "16:210", "golden-compass", 7, 2, "10:13:00", releasedAt))
                .row(
                        GRANTS,
                        grant("ana", "16:211", "mast#first-finders", 8, 1, "10:14:00", releasedAt));
    }

    private static String anas(
            String result,
            int place,
            int version,
            String at,
            long points,
            long balance,
            String what) {
        return entry("ana", result, place, version, at, points, balance, what);
    }

    private static Story story() {
        return withRowsOfResults(played(), "null").row(PROGRESS, anasProgress());
    }

    private static String anasProgress() {
        return progress(
                "ana",
                9,
                "COMPLETED",
                "10:00:00",
                "10:14:30",
                700,
                "10:14:30",
                NO_BOARD,
                anasClues("'golden-compass','mast#first-finders'"));
    }

    /** And then she is disqualified. */
    private static Story disqualified() {
        Story story =
                played().acts("10:14:40", "ana", "disqualify", "'reason':'x'")
                        .gets(
                                "DISQUALIFIED",
                                700,
                                10,
                                "",
                                "{'type':'DISQUALIFIED'}",
                                "{'type':'RELEASED','treasure':'mast#first-finders'}",
                                "{'type':'RELEASED','treasure':'golden-compass'}");
        return withRowsOfResults(story, "@10:14:40")
                .row(
                        PROGRESS,
                        progress(
                                "ana",
                                10,
                                "DISQUALIFIED",
                                "10:00:00",
                                "10:14:40",
                                700,
                                "10:14:30",
                                NO_BOARD,
                                anasClues("")));
    }

    private static List<String> without(List<String> lines, int line) {
        lines.remove(line);
        return lines;
    }

    private static List<String> doubled(List<String> lines, int line) {
        lines.add(lines.get(line));
        return lines;
    }

    private static List<String> reversed(List<String> lines) {
        Collections.reverse(lines);
        return lines;
    }

    @Test
    void whatTheRulesGiveIsRight() {
        assertThat(story().found()).isEmpty();
        assertThat(story().found(Evidence.End.OPEN)).isEmpty();
        assertThat(story().audit(Evidence.End.CLOSED).rows()).isEqualTo(14);
        assertThat(disqualified().found()).isEmpty();
        assertThat(disqualified().audit(Evidence.End.OPEN).rows()).isEqualTo(14);
    }

    @Test
    void withoutTablesNoneAreAudited() {
        assertThat(played().found()).isEmpty();
        assertThat(played().audit(Evidence.End.CLOSED).rows()).isZero();
    }

    @Test
    void theRowsStandInAnyOrder() {
        Story story =
                story().rowsAltered(LEDGER, TablesTest::reversed)
                        .rowsAltered(SOLVES, TablesTest::reversed)
                        .rowsAltered(GRANTS, TablesTest::reversed);

        assertThat(story.found()).isEmpty();
    }

    @Test
    void aTimeIsTheSameWithEveryOffset() {
        String elsewhere = "'solved_at':'2026-06-01T12:05:00+02:00'";

        assertThat(story().rowAltered(SOLVES, 0, "'solved_at':@10:05:00", elsewhere).found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hunt_progress, 0, ana/harbour-town",
        "solves, 1, ana/16:206/0",
        "ledger, 0, ana/16:205/1",
        "ledger, 7, ana/16:212/0",
        "treasure_grants, 0, ana/16:210/0"
    })
    void everyRowIsThereOnce(String table, int line, String key) {
        String id = "TABLE " + table + ":" + key;
        Story missing = story().rowsAltered(table, lines -> without(lines, line));
        Story twice = story().rowsAltered(table, lines -> doubled(lines, line));

        assertThat(missing.found()).containsExactly(id);
        assertThat(missing.violations().get(0).line()).isZero();
        assertThat(missing.violations().get(0).player()).isEqualTo("ana");
        assertThat(missing.violations().get(0).what())
                .matches("The rules give a row with version \\d, there stands none");
        assertThat(missing.found(Evidence.End.OPEN)).containsExactly(id);
        assertThat(twice.found()).containsExactly(id);
        assertThat(twice.violations().get(0).what())
                .isEqualTo("There is another row with this key");
        assertThat(twice.found(Evidence.End.OPEN)).containsExactly(id);
    }

    @Test
    void everyTableHasItsRows() {
        Story story = story();
        for (String table : List.of(PROGRESS, SOLVES, LEDGER, GRANTS)) {
            story.rowsAltered(table, lines -> List.of());
        }

        assertThat(story.found()).hasSize(14).doesNotHaveDuplicates();
        assertThat(story.audit(Evidence.End.CLOSED).rows()).isZero();
    }

    @Test
    void rowsThatTheRulesDoNotGive() {
        Story story =
                story().row(PROGRESS, anasProgress().replace("'ana'", "'ben'"))
                        .row(SOLVES, "{'player':'ana','result_id':'16:207','place':0}")
                        .row(
                                LEDGER,
                                anas("16:205", 2, 2, "10:05:00", 50, 50, forClue("clue", "gate")))
                        .row(
                                GRANTS,
                                grant(
                                        "cleo",
                                        "11:204",
                                        "golden-compass",
                                        1,
                                        1,
                                        "10:01:00",
                                        "null"));
        List<String> foreign =
                List.of(
                        BEN,
                        "TABLE solves:ana/16:207/0",
                        "TABLE ledger:ana/16:205/2",
                        "TABLE treasure_grants:cleo/11:204/0");

        assertThat(story.found()).containsExactlyElementsOf(foreign);
        assertThat(story.violations())
                .extracting(Violation::what)
                .containsOnly("The rules give no such row");
        assertThat(story.violations().get(2))
                .returns(9L, Violation::line)
                .returns("ana", Violation::player);
        assertThat(story.found(Evidence.End.OPEN)).containsExactlyElementsOf(foreign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'version':9 | 'version':8",
                "'version':9 | 'version':10",
                "'version':9 | 'version':null",
                "'version':9 | 'version':'9'",
                "'standing':'COMPLETED' | 'standing':'PLAYING'",
                "'hunt_version':1 | 'hunt_version':2",
                "'joined_at':@10:00:00 | 'joined_at':@10:00:01",
                "'changed_at':@10:14:30 | 'changed_at':@10:14:30.001",
                "'changed_at':@10:14:30 | 'changed_at':'2026-06-01T10:14:30'",
                "'changed_at':@10:14:30 | 'changed_at':1780308870000",
                "'score':700 | 'score':715",
                "'score':700 | 'score':700.0",
                "'score_at':@10:14:30 | 'score_at':@10:14:00",
                "'board_score':null | 'board_score':700",
                "'board_score':null, | ##",
                "'board_score_at':null | 'board_score_at':@10:14:30",
                "'anchor','gate','mast' | 'gate','mast'",
                "'anchor','gate','mast' | 'gate','anchor','mast'",
                "'clues_open':['photo'] | 'clues_open':['crane','photo']",
                "'clues_open':['photo'] | 'clues_open':null",
                "'attempts':1 | 'attempts':2",
                "'hints':1 | 'hints':0",
                "'status':'PENDING' | 'status':'OPEN'",
                "'photo':{'hints':0,'status':'OPEN','attempts':0}, | ##",
                "'clues':{ | 'clues':{'x':{'hints':0,'status':'LOCKED','attempts':0},",
                "'status':'PENDING' | 'status':'PENDING','solved':false",
                "'golden-compass','mast#first-finders' | 'mast#first-finders'",
                "'golden-compass','mast#first-finders' | 'mast#first-finders','golden-compass'",
                "'treasures' | 'title':'Harbour Town','treasures'",
            })
    void everyColumnOfTheProgressIsWhatTheRulesGive(String what, String to) {
        Story story = story().rowAltered(PROGRESS, 0, what, to);

        assertThat(story.found()).containsExactly(ANA);
        assertThat(story.violations().get(0).line()).isEqualTo(1);
        assertThat(story.found(Evidence.End.OPEN)).containsExactly(ANA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "solves | 2 | 'clue':'anchor' | 'clue':'mast'",
                "solves | 2 | 'version':6 | 'version':5",
                "solves | 2 | 'hunt_version':1 | 'hunt_version':2",
                "solves | 2 | 'solved_at':@10:12:00 | 'solved_at':@10:12:01",
                "solves | 2 | 'hunt':'harbour-town' | 'hunt':'winter-town'",
                "ledger | 0 | 'points':50 | 'points':51",
                "ledger | 0 | 'balance':50 | 'balance':51",
                "ledger | 0 | 'version':2 | 'version':3",
                "ledger | 0 | 'changed_at':@10:05:00 | 'changed_at':@10:05:00.5",
                "ledger | 0 | 'operator':null | 'operator':'olga'",
                "ledger | 0 | 'hint':null | 'hint':'h1'",
                "ledger | 0 | 'hint':null, | ##",
                "ledger | 2 | 'reason':'wrong-penalty' | 'reason':'hint'",
                "ledger | 3 | 'hint':'h1' | 'hint':null",
                "ledger | 5 | 'treasure':'golden-compass' | 'treasure':null",
                "ledger | 6 | 'reason':'first-finder' | 'reason':'treasure'",
                "ledger | 7 | 'operator':'olga' | 'operator':'omar'",
                "ledger | 7 | 'operator':'olga' | 'operator':null",
                "ledger | 7 | 'operator_text':'too loud' | 'operator_text':'loud'",
                "treasure_grants | 0 | 'rank':2 | 'rank':3",
                "treasure_grants | 0 | 'version':7 | 'version':8",
                "treasure_grants | 0 | 'treasure':'golden-compass' | 'treasure':'x'",
                "treasure_grants | 0 | 'granted_at':@10:13:00 | 'granted_at':@10:13:01",
                "treasure_grants | 1 | 'released_at':null | 'released_at':@10:14:40",
                "treasure_grants | 1 | 'released_at':null | 'x':null",
            })
    void everyColumnMadeOfAResultIsWhatTheRulesGive(
            String table, int line, String what, String to) {
        Story story = story().rowAltered(table, line, what, to);

        assertThat(story.found()).singleElement().asString().startsWith("TABLE " + table + ":ana/");
        assertThat(story.violations().get(0).line()).isEqualTo(line + 1);
        assertThat(story.found(Evidence.End.OPEN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "@10:14:41", "@10:13:00"})
    void whatWasGivenBackHasItsTime(String at) {
        Story story = disqualified().rowAltered(GRANTS, 0, "'released_at':@10:14:40", to(at));

        assertThat(story.found()).containsExactly("TABLE treasure_grants:ana/16:210/0");
        assertThat(story.found(Evidence.End.OPEN)).hasSize(1);
    }

    private static String to(String at) {
        return "'released_at':" + at;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solves | hello",
                "solves | {'player':'ana','result_id':'16:205','place':0",
                "solves | {'player':'ana','result_id':'QR-7782'}",
                "ledger | {'player':'ana','result_id':null,'place':'QR-7782'}",
                "hunt_progress | {'player':'ana','QR-7782':'harbour-town'}",
                "treasure_grants | {'place':{'QR-7782':0}}",
            })
    void whatIsNoRow(String table, String line) {
        Story story = story().row(table, line);

        assertThat(story.found()).singleElement().asString().startsWith("TABLE " + table + ":");
        assertThat(story.violations().get(0).what())
                .startsWith("This is no ")
                .doesNotContain("7782");
    }

    @Test
    void whatIsTold() {
        Story story =
                story().rowAltered(PROGRESS, 0, "'attempts':1", "'attempts':2")
                        .rowAltered(PROGRESS, 0, "'clues':{", "'clues':{'QR-7782':'QR-7782',")
                        .rowAltered(PROGRESS, 0, "'joined_at':@10:00:00", "'joined_at':'QR-7782'")
                        .rowAltered(PROGRESS, 0, "'changed_at':@10:14:30", "'changed_at':@10:14:31")
                        .rowAltered(PROGRESS, 0, "'board_score':null", "'board_score':5")
                        .rowAltered(PROGRESS, 0, "'gate','mast'", "'mast'")
                        .rowAltered(LEDGER, 7, "'too loud'", "'QR-7782'")
                        .rowAltered(LEDGER, 7, "'operator'", "'QR-7782':'QR-7782','operator'");

        assertThat(story.found()).containsExactly("TABLE ledger:ana/16:212/0", ANA);
        assertThat(story.violations())
                .extracting(Violation::line, Violation::what)
                .containsExactly(
                        tuple(
                                8L,
                                "(a name of 7 characters): the rules give nothing, there stands (7"
                                        + " characters); operator_text: the rules give (8"
                                        + " characters), there stands (7 characters)"),
                        tuple(
                                1L,
                                "board_score: the rules give null, there stands 5; changed_at: the"
                                        + " rules give 2026-06-01T10:14:30Z, there stands"
                                        + " 2026-06-01T10:14:31Z; clues.(a name of 7 characters): the"
                                        + " rules give nothing, there stands (7 characters);"
                                        + " clues.anchor.attempts: the rules give 1, there stands 2;"
                                        + " clues_solved[1]: the rules give gate, there stands mast;"
                                        + " joined_at: the rules give 2026-06-01T10:00:00Z, there"
                                        + " stands (7 characters)"));
    }

    @Test
    void anOlderVersionIsTold() {
        Story story = story().rowAltered(PROGRESS, 0, "'version':9", "'version':4");

        assertThat(story.found()).containsExactly(ANA);
        assertThat(story.violations().get(0).what())
                .isEqualTo("The rules give version 9 as the newest, there stands version 4");
    }

    @Test
    void whoNeverHadPointsHasOnlyHisProgress() {
        Story story = joined("ben").withTables().row(PROGRESS, bensProgress(1, "10:00:00"));

        assertThat(story.found()).isEmpty();
        assertThat(story.audit(Evidence.End.CLOSED).rows()).isEqualTo(1);
    }

    private static Story joined(String player) {
        return Story.inHarbourTown()
                .acts("10:00:00", player, "join", "")
                .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST);
    }

    private static String bensProgress(int version, String at) {
        return progress(
                "ben",
                version,
                "PLAYING",
                at,
                at,
                0,
                at,
                NO_BOARD,
                clues(
                        "",
                        "'gate','mast'",
                        clue("gate", "OPEN", 0, 0) + "," + clue("mast", "OPEN", 0, 0),
                        ""));
    }

    @Test
    void whatWasOnlyClaimedHasNoRowWhenItIsGivenUp() {
        Story story =
                joined("ben")
                        .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'mast'")
                        .gets(
                                "SOLVED",
                                30,
                                2,
                                "",
                                MAST_SOLVED,
                                points(30, 30, "clue", "'clue':'mast'"),
                                MAST_CLAIMED)
                        .acts("10:02:00", "ben", "disqualify", "'reason':'x'")
                        .gets(
                                "DISQUALIFIED",
                                30,
                                3,
                                "",
                                "{'type':'DISQUALIFIED'}",
                                "{'type':'RELEASED','treasure':'mast#first-finders'}")
                        .withTables()
                        .row(SOLVES, BENS_SOLVE)
                        .row(LEDGER, BENS_ENTRY)
                        .row(
                                PROGRESS,
                                progress(
                                        "ben",
                                        3,
                                        "DISQUALIFIED",
                                        "10:00:00",
                                        "10:02:00",
                                        30,
                                        "10:01:00",
                                        NO_BOARD,
                                        clues(
                                                "'mast'",
                                                "'gate'",
                                                clue("gate", "OPEN", 0, 0)
                                                        + ","
                                                        + clue("mast", "SOLVED", 0, 0),
                                                "")));

        assertThat(story.found()).isEmpty();
        assertThat(story.row(GRANTS, BENS_GRANT).found())
                .containsExactly("TABLE treasure_grants:ben/13:206/0");
    }

    private static final String BENS_SOLVE = solve("ben", "13:205", 0, "mast", 2, "10:01:00");
    private static final String BENS_ENTRY =
            entry("ben", "13:205", 1, 2, "10:01:00", 30, 30, forClue("clue", "mast"));
    private static final String BENS_GRANT =
            grant("ben", "13:206", "mast#first-finders", 3, 3, "10:01:30", "null");

    /** Ben has a solve, points and a treasure, and is forgotten with the floor 4. */
    private static Story forgotten() {
        return joined("ben")
                .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'mast'")
                .gets(
                        "SOLVED",
                        30,
                        2,
                        "",
                        MAST_SOLVED,
                        points(30, 30, "clue", "'clue':'mast'"),
                        MAST_CLAIMED)
                .acts("10:01:30", "ben", "verdict", VERDICT.formatted("mast#first-finders", 3))
                .gets(
                        "GRANTED",
                        40,
                        3,
                        "",
                        GRANTED.formatted("mast#first-finders", 3),
                        points(10, 40, "first-finder", "'treasure':'mast#first-finders'"))
                .acts("10:02:00", "ben", "forget", "'reason':'asked for it'")
                .gets(
                        "FORGOTTEN",
                        0,
                        0,
                        "",
                        "{'type':'FORGOTTEN'}",
                        "{'type':'RELEASED','treasure':'mast#first-finders',"
                                + "'hunt':'harbour-town'}")
                .withTables();
    }

    private static Story backAgain() {
        return forgotten()
                .acts("10:03:00", "ben", "join", "")
                .gets("JOINED", 0, 5, "", Story.JOINED, Story.GATE, Story.MAST)
                .row(PROGRESS, bensProgress(5, "10:03:00"));
    }

    @Test
    void whoIsForgottenHasNoRows() {
        assertThat(forgotten().found()).isEmpty();
        assertThat(forgotten().found(Evidence.End.OPEN)).isEmpty();
        assertThat(backAgain().found()).isEmpty();
        assertThat(backAgain().audit(Evidence.End.CLOSED).rows()).isEqualTo(1);
    }

    @Test
    void rowsOfTheForgottenAreFound() {
        for (Story story : List.of(forgotten(), backAgain())) {
            story.row(SOLVES, BENS_SOLVE)
                    .row(LEDGER, BENS_ENTRY)
                    .row(LEDGER, BENS_ENTRY.replace("13:205", "13:201"))
                    .row(GRANTS, BENS_GRANT);

            assertThat(story.found())
                    .containsExactlyInAnyOrder(
                            "TABLE solves:ben/13:205/0",
                            "TABLE ledger:ben/13:205/1",
                            "TABLE ledger:ben/13:201/1",
                            "TABLE treasure_grants:ben/13:206/0");
            assertThat(story.violations())
                    .extracting(Violation::what)
                    .containsOnly(
                            "The rules give no row up to version 4 of who was forgotten, there"
                                    + " stands version 2",
                            "The rules give no row up to version 4 of who was forgotten, there"
                                    + " stands version 3");
            assertThat(story.found(Evidence.End.OPEN)).hasSize(4);
            story.answer("{'id':'13:999','player':'ben','hunt':'harbour-town','code':'NOTED'}");
            assertThat(story.found(Evidence.End.OPEN)).hasSize(4);
        }
    }

    @Test
    void theProgressOfTheForgottenIsFound() {
        Story old = forgotten().row(PROGRESS, bensProgress(1, "10:00:00"));
        Story notYetBack = forgotten().row(PROGRESS, bensProgress(5, "10:03:00"));

        assertThat(old.found()).containsExactly(BEN);
        assertThat(notYetBack.found()).containsExactly(BEN);
        assertThat(backAgain().rowsAltered(PROGRESS, lines -> without(lines, 0)).found())
                .containsExactly(BEN);
        assertThat(backAgain().rowAltered(PROGRESS, 0, "'version':5", "'version':3").found())
                .containsExactly(BEN);
    }

    @Test
    void theBoardStandsStillWhileItIsFrozen() {
        Story story =
                Story.in(Story.harbourTown().replace("2026-06-30T19:00", "2026-06-01T10:05"))
                        .acts("10:00:00", "ana", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .acts("10:04:59.999", "ana", "answer", "'clue':'mast','text':'mast'")
                        .gets(
                                "SOLVED",
                                30,
                                2,
                                "",
                                MAST_SOLVED,
                                points(30, 30, "clue", "'clue':'mast'"),
                                MAST_CLAIMED)
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .gets(
                                "SOLVED",
                                80,
                                3,
                                "",
                                GATE_SOLVED,
                                GATE_POINTS.replace("'balance':50", "'balance':80"),
                                CRANE_PENDING,
                                Story.ANCHOR)
                        .withTables()
                        .row(SOLVES, solve("ana", "16:205", 0, "mast", 2, "10:04:59.999"))
                        .row(SOLVES, solve("ana", "16:206", 0, "gate", 3, "10:05:00"))
                        .row(
                                LEDGER,
                                anas(
                                        "16:205",
                                        1,
                                        2,
                                        "10:04:59.999",
                                        30,
                                        30,
                                        forClue("clue", "mast")))
                        .row(
                                LEDGER,
                                anas("16:206", 1, 3, "10:05:00", 50, 80, forClue("clue", "gate")))
                        .row(
                                PROGRESS,
                                progress(
                                        "ana",
                                        3,
                                        "PLAYING",
                                        "10:00:00",
                                        "10:05:00",
                                        80,
                                        "10:05:00",
                                        "'board_score':30,'board_score_at':@10:04:59.999",
                                        clues(
                                                "'gate','mast'",
                                                "'anchor'",
                                                clue("gate", "SOLVED", 0, 0)
                                                        + ","
                                                        + clue("mast", "SOLVED", 0, 0)
                                                        + ","
                                                        + clue("crane", "PENDING", 0, 0)
                                                        + ","
                                                        + clue("anchor", "OPEN", 0, 0),
                                                "")));

        assertThat(story.found()).isEmpty();
        assertThat(story.rowAltered(PROGRESS, 0, "'board_score':30", "'board_score':80").found())
                .containsExactly(ANA);
        assertThat(story.rowAltered(PROGRESS, 0, "'board_score':80", "'board_score':null").found())
                .containsExactly(ANA);
    }

    @Test
    void whatWasHandedInIsOpen() {
        String clues = ANAS_CLUES.replace("OPEN", "UNDER_REVIEW");
        Story story =
                withRowsOfResults(
                                played().acts(
                                                "10:14:40",
                                                "ana",
                                                "submit_for_review",
                                                "'clue':'photo','evidence':'1'")
                                        .gets(
                                                "UNDER_REVIEW",
                                                700,
                                                10,
                                                "",
                                                "{'type':'SUBMITTED','clue':'photo'}"),
                                "null")
                        .row(
                                PROGRESS,
                                anasProgress()
                                        .replace("'version':9", "'version':10")
                                        .replace("'changed_at':@10:14:30", "'changed_at':@10:14:40")
                                        .replace(ANAS_CLUES, clues));

        assertThat(story.found()).isEmpty();
    }

    @Test
    void whatPostgresCannotHoldIsReplaced() {
        String reason = "x\\u0000y";
        Story story =
                joined("ben")
                        .acts("10:01:00", "ben", "adjust", "'points':5,'reason':'" + reason + "'")
                        .gets(
                                "ADJUSTED",
                                5,
                                2,
                                "",
                                points(
                                        5,
                                        5,
                                        "adjustment",
                                        "'operator':'olga','text':'" + reason + "'"))
                        .withTables()
                        .row(
                                LEDGER,
                                entry(
                                        "ben",
                                        "13:205",
                                        0,
                                        2,
                                        "10:01:00",
                                        5,
                                        5,
                                        reason("adjustment", "null", "null", "null")
                                                .replace("or':null", "or':'olga'")
                                                .replace("text':null", "text':'x\\ufffdy'")))
                        .row(
                                PROGRESS,
                                bensProgress(2, "10:01:00")
                                        .replace("'joined_at':@10:01", "'joined_at':@10:00")
                                        .replace("'score':0", "'score':5"));

        assertThat(story.found()).isEmpty();
    }

    /** Behind the log's end Ana goes on in the hunt. */
    private static Story goesOn() {
        return story().answer(
                        "{'id':'16:999','player':'ana','hunt':'harbour-town','code':'SOLVED'}");
    }

    @Test
    void behindTheLogOfAPlayerWhoGoesOnNewerRowsAreNotAudited() {
        Story story =
                goesOn().row(SOLVES, solve("ana", "16:999", 0, "crane", 10, "10:30:00"))
                        .row(
                                LEDGER,
                                anas("16:999", 1, 10, "10:30:00", 40, 740, forClue("clue", "x")))
                        .row(GRANTS, grant("ana", "16:1000", "x", 11, 1, "10:31:00", "null"))
                        .rowAltered(PROGRESS, 0, "'version':9", "'version':12")
                        .rowAltered(PROGRESS, 0, "'score':700", "'score':740")
                        .rowAltered(GRANTS, 0, "'released_at':null", "'released_at':@10:32:00");

        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(story.found())
                .containsExactlyInAnyOrder(
                        "UNASKED 16:999",
                        ANA,
                        "TABLE solves:ana/16:999/0",
                        "TABLE ledger:ana/16:999/1",
                        "TABLE treasure_grants:ana/16:1000/0",
                        "TABLE treasure_grants:ana/16:210/0");
    }

    @Test
    void behindTheLogOfAPlayerWhoGoesOnOlderRowsAreAudited() {
        assertThat(goesOn().found(Evidence.End.OPEN)).isEmpty();
        assertThat(
                        goesOn().rowAltered(PROGRESS, 0, "'score':7", "'score':8")
                                .found(Evidence.End.OPEN))
                .containsExactly(ANA);
        assertThat(
                        goesOn().rowAltered(PROGRESS, 0, "'version':9", "'version':8")
                                .found(Evidence.End.OPEN))
                .containsExactly(ANA);
        assertThat(
                        goesOn().rowsAltered(PROGRESS, lines -> without(lines, 0))
                                .found(Evidence.End.OPEN))
                .containsExactly(ANA);
        assertThat(
                        goesOn().rowsAltered(LEDGER, lines -> without(lines, 0))
                                .found(Evidence.End.OPEN))
                .containsExactly("TABLE ledger:ana/16:205/1");
        assertThat(
                        goesOn().row(SOLVES, solve("ana", "16:208", 0, "crane", 5, "10:11:00"))
                                .found(Evidence.End.OPEN))
                .containsExactly("TABLE solves:ana/16:208/0");
        assertThat(goesOn().rowAltered(GRANTS, 1, "'rank':1", "'rank':2").found(Evidence.End.OPEN))
                .containsExactly("TABLE treasure_grants:ana/16:211/0");
        assertThat(
                        goesOn().rowAltered(GRANTS, 1, to("null"), to("@10:13:59"))
                                .found(Evidence.End.OPEN))
                .containsExactly("TABLE treasure_grants:ana/16:211/0");
    }

    @Test
    void behindTheLogOfAPlayerWhoGoesOnElsewhereAllIsAudited() {
        Story story =
                story().answer(
                                "{'id':'16:999','player':'ana','hunt':'winter-town',"
                                        + "'code':'JOINED'}")
                        .row(PROGRESS, anasProgress().replace("harbour-town", "winter-town"));

        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(
                        story.rowAltered(PROGRESS, 0, "'version':9", "'version':10")
                                .found(Evidence.End.OPEN))
                .containsExactly(ANA);
        assertThat(
                        story.rowAltered(GRANTS, 0, to("null"), to("@10:30:00"))
                                .found(Evidence.End.OPEN))
                .contains("TABLE treasure_grants:ana/16:210/0");
    }

    @Test
    void behindTheLogOfWhoMayBeForgottenNoRowNeedBeThere() {
        Story story = story().answer("{'id':'16:999','player':'ana','code':'FORGOTTEN'}");
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(
                        story.rowAltered(LEDGER, 0, "'points':50", "'points':5")
                                .found(Evidence.End.OPEN))
                .containsExactly("TABLE ledger:ana/16:205/1");
        for (String table : List.of(PROGRESS, SOLVES, LEDGER, GRANTS)) {
            story.rowsAltered(table, lines -> List.of());
        }
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
    }

    @Test
    void whatTheEngineFailedAtHasNoRows() {
        Story story =
                joined("ben")
                        .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'mast'")
                        .isDeadLetter("DEFECT")
                        .withTables()
                        .row(PROGRESS, bensProgress(1, "10:00:00"));

        assertThat(story.found()).containsExactly("CODE 13:205");
        assertThat(story.row(SOLVES, BENS_SOLVE).found())
                .containsExactly("CODE 13:205", "TABLE solves:ben/13:205/0");
    }
}
