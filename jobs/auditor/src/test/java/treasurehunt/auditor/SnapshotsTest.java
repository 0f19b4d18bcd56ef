package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static treasurehunt.auditor.RuleBookExamplesTest.AT_THE_GATE;
import static treasurehunt.auditor.RuleBookExamplesTest.CRANE_PENDING;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_POINTS;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_SOLVED;
import static treasurehunt.auditor.RuleBookExamplesTest.TRY;
import static treasurehunt.auditor.RuleBookExamplesTest.anaAtTheAnchor;
import static treasurehunt.auditor.RuleBookExamplesTest.anaJoined;
import static treasurehunt.auditor.RuleBookExamplesTest.penalty;
import static treasurehunt.auditor.RuleBookExamplesTest.points;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

/** Snapshots as the rules give them, and one damage for each way in which they can be others. */
class SnapshotsTest {
    private static final String ANA = "SNAPSHOT harbour-town/ana";
    private static final String BEN = "SNAPSHOT harbour-town/ben";
    private static final String MOVED = "{'type':'MOVED','version':%d}";

    private static final String GATE_IS_SOLVED = clue("gate", "SOLVED", 0, 0);
    private static final String MAST_IS_SOLVED = clue("mast", "SOLVED", 0, 0);
    private static final String CRANE_IS_PENDING = clue("crane", "PENDING", 0, 0);
    private static final String FOUND_FIRST = treasure("mast#first-finders", "CLAIMED");

    private static String clue(String clue, String status, int attempts, int hints) {
        return "{'clue':'%s','status':'%s','attempts':%d,'hints':%d}"
                .formatted(clue, status, attempts, hints);
    }

    private static String treasure(String treasure, String status) {
        return "{'treasure':'%s','status':'%s'}".formatted(treasure, status);
    }

    private static String list(String... elements) {
        return String.join(",", elements);
    }

    /** The members of a snapshot of who joined at 10:00:00. */
    private static String standing(
            int version,
            String standing,
            int huntVersion,
            String at,
            long score,
            String scoreAt,
            String board,
            String clues,
            String treasures) {
        return ("'version':%d,'standing':'%s','hunt_version':%d,'joined_at':@10:00:00,'at':@%s,"
                        + "'score':%d,'score_at':@%s%s,'clues':[%s],'treasures':[%s]")
                .formatted(
                        version,
                        standing,
                        huntVersion,
                        at,
                        score,
                        scoreAt,
                        board,
                        clues,
                        treasures);
    }

    private static String playing(
            int version, String at, long score, String scoreAt, String clues, String treasures) {
        return standing(version, "PLAYING", 1, at, score, scoreAt, "", clues, treasures);
    }

    private static String joined() {
        return playing(
                1,
                "10:00:00",
                0,
                "10:00:00",
                list(clue("gate", "OPEN", 0, 0), clue("mast", "OPEN", 0, 0)),
                "");
    }

    /**
     * Ana plays to her version 7; the versions 1, 3, 5 and 7 have snapshots, in the lines 0 to 3.
     */
    private static Story story() {
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
                .acts(
                        "10:13:00",
                        "ana",
                        "verdict",
                        "'treasure':'golden-compass','outcome':'WAITING'")
                .gets("WAITING", 165, 7, "", "{'type':'WAITING','treasure':'golden-compass'}")
                .snapshot("ana", joined())
                .snapshot(
                        "ana",
                        playing(
                                3,
                                "10:06:00",
                                80,
                                "10:06:00",
                                list(
                                        clue("anchor", "OPEN", 0, 0),
                                        CRANE_IS_PENDING,
                                        GATE_IS_SOLVED,
                                        MAST_IS_SOLVED),
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        playing(
                                5,
                                "10:11:00",
                                65,
                                "10:11:00",
                                list(
                                        clue("anchor", "OPEN", 1, 1),
                                        CRANE_IS_PENDING,
                                        GATE_IS_SOLVED,
                                        MAST_IS_SOLVED),
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        standing(
                                7,
                                "COMPLETED",
                                1,
                                "10:13:00",
                                165,
                                "10:12:00",
                                "",
                                list(
                                        clue("anchor", "SOLVED", 1, 1),
                                        CRANE_IS_PENDING,
                                        GATE_IS_SOLVED,
                                        MAST_IS_SOLVED),
                                list(treasure("golden-compass", "WAITING"), FOUND_FIRST)));
    }

    private static List<String> without(List<String> lines, int line) {
        lines.remove(line);
        return lines;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        Collections.swap(lines, one, other);
        return lines;
    }

    private static List<String> doubled(List<String> lines, int line) {
        lines.add(line, lines.get(line));
        return lines;
    }

    @Test
    void whatTheRulesGiveIsRight() {
        assertThat(story().found()).isEmpty();
        assertThat(story().found(Evidence.End.OPEN)).isEmpty();
        assertThat(story().audit(Evidence.End.CLOSED).snapshots()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void onlyTheNewestMustBeThere(int line) {
        assertThat(story().progressAltered(lines -> without(lines, line)).found()).isEmpty();
        assertThat(story().progressAltered(lines -> List.of(lines.get(3))).found()).isEmpty();
    }

    @Test
    void theNewestIsMissing() {
        Story older = story().progressAltered(lines -> without(lines, 3));
        Story none = story().progressAltered(lines -> List.of());

        assertThat(older.found()).containsExactly(ANA);
        assertThat(older.violations().get(0).what())
                .isEqualTo("The rules give version 7 as the newest, there stands version 5");
        assertThat(older.violations().get(0).line()).isEqualTo(3);
        assertThat(older.found(Evidence.End.OPEN)).containsExactly(ANA);
        assertThat(none.found()).containsExactly(ANA);
        assertThat(none.violations().get(0).what())
                .isEqualTo("The rules give version 7 as the newest, there stands nothing");
        assertThat(none.violations().get(0).line()).isZero();
    }

    @Test
    void versionsRiseStrictly() {
        for (int line = 0; line < 4; line++) {
            int twice = line;
            assertThat(story().progressAltered(lines -> doubled(lines, twice)).found())
                    .containsExactly(ANA);
        }
        for (int line = 0; line < 3; line++) {
            int swapped = line;
            assertThat(
                            story().progressAltered(lines -> swapped(lines, swapped, swapped + 1))
                                    .found())
                    .containsExactly(ANA);
        }
        Story lastFirst = story().progressAltered(lines -> swapped(lines, 0, 3));
        assertThat(lastFirst.found()).contains(ANA);
        assertThat(lastFirst.violations().get(0).what())
                .isEqualTo("The rules give a version above 7 here, there stands version 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "3 | 'score':165 | 'score':166",
                "3 | 'score':165 | 'score':'165'",
                "3 | 'score':165 | 'score':165.0",
                "3 | ,'score':165 | ,'points':165",
                "3 | 'score_at':@10:12:00 | 'score_at':@10:13:00",
                "3 | 'at':@10:13:00 | 'at':@10:12:00",
                "3 | 'joined_at':@10:00:00 | 'joined_at':@10:00:01",
                "3 | 'hunt_version':1 | 'hunt_version':2",
                "3 | 'standing':'COMPLETED' | 'standing':'PLAYING'",
                "2 | 'standing':'PLAYING' | 'standing':'COMPLETED'",
                "2 | 'status':'OPEN' | 'status':'SOLVED'",
                "2 | 'status':'PENDING' | 'status':'OPEN'",
                "2 | 'attempts':1 | 'attempts':0",
                "2 | 'hints':1 | 'hints':2",
                "0 | {'clue':'gate','status':'OPEN','attempts':0,'hints':0}, | ##",
                "0 | 'clues':[ | 'clues':[{'clue':'anchor','status':'LOCKED','attempts':0,'hints':0},",
                "0 | 'clue':'gate' | 'clue':'crane'",
                "3 | 'status':'WAITING' | 'status':'GRANTED'",
                "3 | {'treasure':'golden-compass','status':'WAITING'}, | ##",
                "0 | 'treasures':[] | 'treasures':[{'treasure':'x','status':'CLAIMED'}]",
                "3 | 'clues' | 'board':{'score':165,'score_at':@10:12:00},'clues'",
                "3 | 'clues' | 'title':'Harbour Town','clues'",
                "3 | 'hints':1 | 'hints':1,'text':'Look for it in the mud.'",
                "3 | 'status':'WAITING' | 'status':'WAITING','rank':1",
            })
    void everyFieldIsWhatTheRulesGive(int line, String what, String to) {
        assertThat(story().progressAltered(line, what, to).found()).containsExactly(ANA);
    }

    @Test
    void theListsAreInTheOrderOfTheIds() {
        String anchor = clue("anchor", "SOLVED", 1, 1) + ",";
        Story clues =
                story().progressAltered(3, anchor, "")
                        .progressAltered(3, MAST_IS_SOLVED, anchor + MAST_IS_SOLVED);
        Story treasures =
                story().progressAltered(
                                3,
                                treasure("golden-compass", "WAITING") + "," + FOUND_FIRST,
                                FOUND_FIRST + "," + treasure("golden-compass", "WAITING"));

        assertThat(clues.found()).containsExactly(ANA);
        assertThat(treasures.found()).containsExactly(ANA);
    }

    @Test
    void aVersionThatTheRulesDoNotGive() {
        Story newer = story().progressAltered(3, "'version':7", "'version':8");
        Story between = story().progressAltered(1, "'version':3", "'version':6");

        assertThat(newer.found()).containsExactly(ANA, ANA);
        assertThat(newer.violations())
                .extracting(Violation::what)
                .containsExactly(
                        "The rules give no version 8 here, the newest is 7",
                        "The rules give version 7 as the newest, there stands version 8");
        assertThat(between.found()).contains(ANA);
    }

    @Test
    void ofWhoNeverJoinedThereIsNone() {
        Story story = story().snapshot("ben", joined());

        assertThat(story.found()).containsExactly(BEN);
        assertThat(story.violations().get(0).what()).isEqualTo("The rules give no version 1 here");
        assertThat(story.found(Evidence.End.OPEN)).containsExactly(BEN);
    }

    @Test
    void aKeyIsThatOfItsSnapshot() {
        assertThat(story().progressAltered(2, "town/ana'", "town/ben'").found())
                .containsExactly(BEN);
        assertThat(story().progressAltered(2, "'player':'ana'", "'player':'ben'").found())
                .containsExactly(ANA);
        assertThat(story().progressAltered(2, "'hunt':'harbour", "'hunt':'winter").found())
                .containsExactly(ANA);
        assertThat(story().progressAltered(3, "town/ana'", "town/ben'").found())
                .containsExactly(BEN, ANA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{'key':'harbour-town/ana','value':{}",
                "{'key':'harbour-town/ana'}",
                "{'value':null}",
                "{'key':'ana','value':null}",
                "{'key':'harbour-town/ana','value':'QR-7782'}",
                "{'key':'harbour-town/ana','value':null,'QR-7782':1}",
                "{'key':'harbour-town/ana','value':{'hunt':'harbour-town','player':'ana'}}",
                "{'key':'harbour-town/ana','value':"
                        + "{'hunt':'harbour-town','player':'ana','version':'QR-7782'}}",
            })
    void whatIsNoRecord(String line) {
        Story story = story().progress(line);

        assertThat(story.found()).singleElement().asString().startsWith("SNAPSHOT");
        assertThat(story.violations().get(0).line()).isEqualTo(5);
        assertThat(story.violations().get(0).what()).doesNotContain("7782");
    }

    @Test
    void whatIsTold() {
        Story story =
                story().progressAltered(2, "'attempts':1", "'attempts':2")
                        .progressAltered(2, "'treasures'", "'QR-7782':'QR-7782','treasures'")
                        .progressAltered(3, "'standing':'COMPLETED'", "'standing':'QR-7782'")
                        .progressAltered(3, ",{'treasure':'mast#first-finders'", ",{'x':'QR-7782'");

        assertThat(story.found()).containsExactly(ANA, ANA);
        assertThat(story.violations())
                .extracting(Violation::line, Violation::what)
                .containsExactly(
                        tuple(
                                3L,
                                "Version 5: (a name of 7 characters): the rules give nothing, there"
                                        + " stands (7 characters); clues[0]: the rules give {clue:"
                                        + " anchor, status: OPEN, attempts: 1, hints: 1}, there"
                                        + " stands {clue: anchor, status: OPEN, attempts: 2, hints:"
                                        + " 1}"),
                        tuple(
                                4L,
                                "Version 7: standing: the rules give COMPLETED, there stands (7"
                                        + " characters); treasures[1]: the rules give {treasure:"
                                        + " mast#first-finders, status: CLAIMED}, there stands {(a"
                                        + " name of 1 characters): (7 characters), status:"
                                        + " CLAIMED}"));
    }

    private static String version(int number, String from, String freezeAt) {
        return Story.harbourTown()
                .replace("version: 1", "version: " + number)
                .replace("2026-05-30T12:00:00Z", "2026-06-01T" + from + "Z")
                .replace("freeze-at: 2026-06-30T19:00:00", "freeze-at: 2026-06-01T" + freezeAt);
    }

    private static String board(long score, String scoreAt) {
        return ",'board':{'score':%d,'score_at':@%s}".formatted(score, scoreAt);
    }

    /** The board freezes at 10:05:30, moves on at 10:20:00, freezes at 10:30:00, and stays so. */
    private static Story onABoardThatFreezes() {
        String open = clue("mast", "OPEN", 0, 0);
        String solved = list(CRANE_IS_PENDING, GATE_IS_SOLVED, MAST_IS_SOLVED);
        String late = list(clue("crane", "OPEN", 0, 0), GATE_IS_SOLVED, MAST_IS_SOLVED);
        String withAnchor = clue("anchor", "OPEN", 0, 0) + ",";
        return Story.in(
                        version(1, "08:00:00", "10:05:30"),
                        version(2, "10:20:00", "10:30:00"),
                        version(3, "10:40:00", "10:35:00"))
                .acts("10:00:00", "ana", "join", "")
                .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                .acts("10:06:00", "ana", "answer", "'clue':'mast','text':'mast'")
                .gets(
                        "SOLVED",
                        80,
                        3,
                        "",
                        "{'type':'CLUE_SOLVED','clue':'mast'}",
                        points(30, 80, "clue", "'clue':'mast'"),
                        "{'type':'CLAIMED','treasure':'mast#first-finders'}",
                        Story.ANCHOR)
                .acts("10:20:00", "ana", "answer", "'clue':'gate','text':'x'")
                .due("10:15:00", "ana", 1, 80, 4, Story.CRANE)
                .due("10:20:00", "ana", 2, 80, 5, MOVED.formatted(2))
                .getsOf(2, "ALREADY_SOLVED", 80, 5, "")
                .acts("10:30:00", "ana", "adjust", "'points':5,'reason':'x'")
                .getsOf(
                        2,
                        "ADJUSTED",
                        85,
                        6,
                        "",
                        points(5, 85, "adjustment", "'operator':'olga','text':'x'"))
                .acts("10:40:00", "ana", "answer", "'clue':'gate','text':'y'")
                .due("10:40:00", "ana", 3, 85, 7, MOVED.formatted(3))
                .getsOf(3, "ALREADY_SOLVED", 85, 7, "")
                .snapshot(
                        "ana",
                        playing(
                                2,
                                "10:05:00",
                                50,
                                "10:05:00",
                                list(CRANE_IS_PENDING, GATE_IS_SOLVED, open),
                                ""))
                .snapshot(
                        "ana",
                        standing(
                                3,
                                "PLAYING",
                                1,
                                "10:06:00",
                                80,
                                "10:06:00",
                                board(50, "10:05:00"),
                                withAnchor + solved,
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        standing(
                                4,
                                "PLAYING",
                                1,
                                "10:15:00",
                                80,
                                "10:06:00",
                                board(50, "10:05:00"),
                                withAnchor + late,
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        standing(
                                5,
                                "PLAYING",
                                2,
                                "10:20:00",
                                80,
                                "10:06:00",
                                "",
                                withAnchor + late,
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        standing(
                                6,
                                "PLAYING",
                                2,
                                "10:30:00",
                                85,
                                "10:30:00",
                                board(80, "10:06:00"),
                                withAnchor + late,
                                FOUND_FIRST))
                .snapshot(
                        "ana",
                        standing(
                                7,
                                "PLAYING",
                                3,
                                "10:40:00",
                                85,
                                "10:30:00",
                                board(80, "10:06:00"),
                                withAnchor + late,
                                FOUND_FIRST));
    }

    @Test
    void theBoardStandsStillWhileItIsFrozen() {
        assertThat(onABoardThatFreezes().found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1 | 'board':{'score':50,'score_at':@10:05:00}, | ##",
                "1 | 'board':{'score':50, | 'board':{'score':80,",
                "2 | 'board':{'score':50,'score_at':@10:05:00} | 'board':{'score':50}",
                "4 | 'board':{'score':80,'score_at':@10:06:00} | 'board':{'score':50,'score_at':@10:05:00}",
                "5 | 'board':{'score':80,'score_at':@10:06:00} | 'board':{'score':85,'score_at':@10:30:00}",
                "5 | 'board':{'score':80 | 'board':{'title':'x','score':80",
            })
    void anotherBoardIsFound(int line, String what, String to) {
        assertThat(onABoardThatFreezes().progressAltered(line, what, to).found())
                .containsExactly(ANA);
    }

    @Test
    void whoMovesIntoAFrozenVersionKeepsWhatStoodBeforeTheMove() {
        Story story =
                Story.in(Story.harbourTown(), version(2, "10:10:00", "10:10:00"))
                        .acts("10:00:00", "ana", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                        .acts("10:10:00", "ana", "adjust", "'points':-60,'reason':'x'")
                        .due("10:10:00", "ana", 2, 50, 3, MOVED.formatted(2))
                        .getsOf(
                                2,
                                "ADJUSTED",
                                -10,
                                4,
                                "",
                                points(-60, -10, "adjustment", "'operator':'olga','text':'x'"))
                        .snapshot(
                                "ana",
                                standing(
                                        4,
                                        "PLAYING",
                                        2,
                                        "10:10:00",
                                        -10,
                                        "10:10:00",
                                        board(50, "10:05:00"),
                                        list(
                                                CRANE_IS_PENDING,
                                                GATE_IS_SOLVED,
                                                clue("mast", "OPEN", 0, 0)),
                                        ""));

        assertThat(story.found()).isEmpty();
    }

    @Test
    void whoJoinsBehindTheFreezeShowsNoPoints() {
        Story story =
                Story.in(version(1, "08:00:00", "10:00:00"))
                        .acts("10:00:00", "ana", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .snapshot("ana", joined());

        assertThat(story.found()).containsExactly(ANA);
        assertThat(
                        story.progressAltered(
                                        0,
                                        ",'clues'",
                                        ",'board':{'score':0,'score_at':@10:00:00},'clues'")
                                .found())
                .isEmpty();
    }

    /** Cleo's photo comes under review, is rejected, and expires; she is disqualified, and not. */
    private static Story reviewed() {
        String photo = "'clue':'photo','reason':'x'";
        String fine = clue("anchor", "OPEN", 0, 0) + "," + clue("crane", "SOLVED", 0, 0);
        String clues = list(fine, GATE_IS_SOLVED, MAST_IS_SOLVED) + ",";
        String operator = ",'operator':'olga','text':'x'";
        return Story.inHarbourTown()
                .acts("10:00:00", "cleo", "join", "")
                .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                .acts("10:00:00", "cleo", "mark_solved", "'clue':'gate','reason':'x'")
                .gets(
                        "SOLVED",
                        50,
                        2,
                        "",
                        GATE_SOLVED,
                        points(50, 50, "clue", "'clue':'gate'" + operator),
                        "{'type':'CLUE_PENDING','clue':'crane','opens_at':%d}"
                                .formatted(Story.ms("10:10:00")))
                .acts("10:00:00", "cleo", "mark_solved", "'clue':'crane','reason':'x'")
                .gets(
                        "SOLVED",
                        90,
                        3,
                        "",
                        "{'type':'CLUE_SOLVED','clue':'crane'}",
                        points(40, 90, "clue", "'clue':'crane'" + operator),
                        Story.ANCHOR)
                .acts("10:00:00", "cleo", "mark_solved", "'clue':'mast','reason':'x'")
                .gets(
                        "SOLVED",
                        120,
                        4,
                        "",
                        "{'type':'CLUE_SOLVED','clue':'mast'}",
                        points(30, 120, "clue", "'clue':'mast'" + operator),
                        "{'type':'CLAIMED','treasure':'mast#first-finders'}",
                        Story.PHOTO)
                .acts("10:01:00", "cleo", "submit_for_review", "'clue':'photo','evidence':'1'")
                .gets("UNDER_REVIEW", 120, 5, "", "{'type':'SUBMITTED','clue':'photo'}")
                .acts("10:02:00", "cleo", "review", photo + ",'accepted':false")
                .gets(
                        "REVIEWED",
                        120,
                        6,
                        "",
                        "{'type':'REVIEW_REJECTED','clue':'photo'}",
                        "{'type':'ATTEMPT_USED','clue':'photo'}")
                .acts("10:03:00", "cleo", "reset_attempts", "'clue':'anchor','reason':'x'")
                .gets("NO_CHANGE", 120, 6, "")
                .acts("10:04:00", "cleo", "reset_attempts", photo)
                .gets("RESET", 120, 7, "", "{'type':'ATTEMPTS_RESET','clue':'photo'}")
                .acts("11:30:00", "cleo", "disqualify", "'reason':'x'")
                .due("11:00:00", "cleo", 1, 120, 8, "{'type':'CLUE_EXPIRED','clue':'photo'}")
                .gets(
                        "DISQUALIFIED",
                        120,
                        9,
                        "",
                        "{'type':'DISQUALIFIED'}",
                        "{'type':'RELEASED','treasure':'mast#first-finders'}")
                .acts("12:30:00", "cleo", "reinstate", "'reason':'x'")
                .due("12:00:00", "cleo", 1, 120, 10, "{'type':'TIME_UP'}")
                .gets("REINSTATED", 120, 11, "", "{'type':'REINSTATED'}")
                .snapshot("cleo", cleo(5, "10:01:00", clues + clue("photo", "UNDER_REVIEW", 0, 0)))
                .snapshot("cleo", cleo(6, "10:02:00", clues + clue("photo", "OPEN", 1, 0)))
                .snapshot("cleo", cleo(7, "10:04:00", clues + clue("photo", "OPEN", 0, 0)))
                .snapshot("cleo", cleo(8, "11:00:00", clues + clue("photo", "EXPIRED", 0, 0)))
                .snapshot(
                        "cleo",
                        after(
                                9,
                                "DISQUALIFIED",
                                "11:30:00",
                                clues + clue("photo", "EXPIRED", 0, 0)))
                .snapshot(
                        "cleo",
                        after(
                                10,
                                "DISQUALIFIED",
                                "12:00:00",
                                clues + clue("photo", "EXPIRED", 0, 0)))
                .snapshot(
                        "cleo",
                        after(11, "TIME_UP", "12:30:00", clues + clue("photo", "EXPIRED", 0, 0)));
    }

    private static String cleo(int version, String at, String clues) {
        return playing(version, at, 120, "10:00:00", clues, FOUND_FIRST);
    }

    private static String after(int version, String standing, String at, String clues) {
        return standing(
                version,
                standing,
                1,
                at,
                120,
                "10:00:00",
                "",
                clues,
                treasure("mast#first-finders", "RELEASED"));
    }

    @Test
    void aClueStandsByTheLastEffectAboutIt() {
        assertThat(reviewed().found()).isEmpty();
        assertThat(reviewed().audit(Evidence.End.CLOSED).snapshots()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "0 | 'UNDER_REVIEW' | 'OPEN'",
                "1 | 'attempts':1 | 'attempts':0",
                "2 | {'clue':'photo','status':'OPEN','attempts':0 | {'clue':'photo','status':'OPEN','attempts':1",
                "3 | 'EXPIRED' | 'OPEN'",
                "4 | 'DISQUALIFIED' | 'PLAYING'",
                "4 | 'RELEASED' | 'CLAIMED'",
                "5 | 'DISQUALIFIED' | 'TIME_UP'",
                "6 | 'TIME_UP' | 'DISQUALIFIED'",
            })
    void anotherStandingIsFound(int line, String what, String to) {
        assertThat(reviewed().progressAltered(line, what, to).found())
                .containsExactly("SNAPSHOT harbour-town/cleo");
    }

    /** Ben is forgotten and joins again: a snapshot, the erasure, no value, a snapshot. */
    private static Story forgotten() {
        return benForgotten()
                .acts("10:03:00", "ben", "join", "")
                .gets("JOINED", 0, 4, "", Story.JOINED, Story.GATE, Story.MAST)
                .snapshot(
                        "ben",
                        joined().replace("'version':1,'s", "'version':4,'s")
                                .replace("10:00:00", "10:03:00"));
    }

    private static Story benForgotten() {
        return Story.inHarbourTown()
                .acts("10:00:00", "ben", "join", "")
                .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'mast'")
                .gets(
                        "SOLVED",
                        30,
                        2,
                        "",
                        "{'type':'CLUE_SOLVED','clue':'mast'}",
                        points(30, 30, "clue", "'clue':'mast'"),
                        "{'type':'CLAIMED','treasure':'mast#first-finders'}")
                .acts("10:02:00", "ben", "op-1", "forget", "'reason':'asked for it'", "")
                .gets(
                        "FORGOTTEN",
                        0,
                        0,
                        "",
                        "{'type':'FORGOTTEN'}",
                        "{'type':'RELEASED','treasure':'mast#first-finders',"
                                + "'hunt':'harbour-town'}")
                .acts("10:02:01", "ben", "op-1", "forget", "'reason':'asked for it'", "")
                .gets("FORGOTTEN", 0, 0, ",'replay_of':'13:206'")
                .acts("10:02:02", "ben", "forget", "'reason':'asked for it'")
                .gets("NO_CHANGE", 0, 0, "")
                .snapshot(
                        "ben",
                        playing(
                                2,
                                "10:01:00",
                                30,
                                "10:01:00",
                                list(clue("gate", "OPEN", 0, 0), MAST_IS_SOLVED),
                                FOUND_FIRST))
                .snapshot("ben", "'version':3,'erased':true")
                .withoutValue("ben");
    }

    @Test
    void whoIsForgottenIsErased() {
        assertThat(forgotten().found()).isEmpty();
        assertThat(forgotten().audit(Evidence.End.CLOSED).snapshots()).isEqualTo(3);
        assertThat(forgotten().progressAltered(lines -> without(lines, 0)).found()).isEmpty();
        assertThat(benForgotten().found()).isEmpty();
        assertThat(benForgotten().found(Evidence.End.OPEN)).isEmpty();
    }

    @Test
    void anErasureIsMissing() {
        Story erasure = forgotten().progressAltered(lines -> without(lines, 1));
        Story both = forgotten().progressAltered(lines -> without(without(lines, 2), 1));

        assertThat(erasure.found()).containsExactly(BEN, BEN);
        assertThat(erasure.violations())
                .extracting(Violation::what)
                .containsExactly(
                        "The rules give a record without a value just behind an erasure only,"
                                + " there stands one behind version 2",
                        "The rules give an erasure with version 3, there stands none");
        assertThat(both.found()).containsExactly(BEN);
        assertThat(both.found(Evidence.End.OPEN)).containsExactly(BEN);
        assertThat(benForgotten().progressAltered(lines -> List.of(lines.get(0))).found())
                .containsExactly(BEN);
    }

    @Test
    void anErasureHasTheFloorAsItsVersion() {
        assertThat(benForgotten().progressAltered(1, "'version':3", "'version':4").found())
                .containsExactly(BEN, BEN);
        assertThat(forgotten().progressAltered(1, "'version':3", "'version':2").found())
                .contains(BEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'erased':true | 'erased':false",
                "'erased':true | 'erased':true,'score':0",
                "'erased':true | 'standing':'PLAYING'",
                "'erased':true | 'erased':true,'x':null",
            })
    void anErasureSaysNothingElse(String what, String to) {
        assertThat(benForgotten().progressAltered(1, what, to).found()).contains(BEN);
    }

    @Test
    void whoIsNotForgottenIsNotErased() {
        Story story = story().snapshot("ana", "'version':8,'erased':true").withoutValue("ana");

        assertThat(story.found()).containsExactly(ANA);
        assertThat(story().progressAltered(3, "'clues'", "'erased':true,'clues'").found())
                .as("and nothing stands behind it")
                .containsExactly(ANA, ANA);
    }

    @Test
    void aRecordWithoutAValueStandsBehindTheErasure() {
        assertThat(forgotten().progressAltered(lines -> without(lines, 2)).found())
                .containsExactly(BEN);
        assertThat(benForgotten().progressAltered(lines -> without(lines, 2)).found())
                .containsExactly(BEN);
        assertThat(forgotten().progressAltered(lines -> swapped(lines, 2, 3)).found())
                .containsExactly(BEN, BEN);
    }

    @Test
    void aRecordWithoutAValueStandsNowhereElse() {
        assertThat(forgotten().progressAltered(lines -> doubled(lines, 2)).found())
                .containsExactly(BEN);
        assertThat(story().withoutValue("ana").found()).containsExactly(ANA);
        assertThat(story().withoutValue("cleo").found())
                .containsExactly("SNAPSHOT harbour-town/cleo");
    }

    @Test
    void nothingWithALowerVersionFollowsAnErasure() {
        Story older =
                benForgotten()
                        .progressAltered(
                                lines -> {
                                    lines.add(lines.get(0));
                                    return lines;
                                });
        Story first = forgotten().progressAltered(lines -> swapped(lines, 0, 1));

        assertThat(older.found()).containsExactly(BEN);
        assertThat(older.violations().get(0).what())
                .isEqualTo("The rules give a version above 3 here, there stands version 2");
        assertThat(first.found()).contains(BEN);
        assertThat(forgotten().progressAltered(lines -> doubled(lines, 1)).found())
                .containsExactly(BEN);
    }

    @Test
    void theNewestBehindAnErasureIsMissing() {
        Story story = forgotten().progressAltered(lines -> without(lines, 3));

        assertThat(story.found()).containsExactly(BEN);
        assertThat(story.violations().get(0).what())
                .isEqualTo(
                        "The rules give version 4 as the newest, there stands a record without a"
                                + " value");
    }

    @Test
    void inEachOfHisHuntsTheForgottenIsErasedWithOneFloor() {
        String other = Story.harbourTown().replace("hunt: harbour-town", "hunt: winter-town");
        Story story =
                Story.in(Story.harbourTown(), other)
                        .acts("10:00:00", "ben", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'x'")
                        .gets("WRONG", 0, 2, "", "{'type':'ATTEMPT_USED','clue':'mast'}")
                        .hunt("winter-town")
                        .acts("10:01:00", "ben", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .acts("10:02:00", "ben", "forget", "'reason':'x'")
                        .gets("FORGOTTEN", 0, 0, "", "{'type':'FORGOTTEN'}")
                        .snapshot("ben", "'version':3,'erased':true")
                        .withoutValue("ben")
                        .hunt("harbour-town")
                        .snapshot("ben", "'version':3,'erased':true")
                        .withoutValue("ben");

        assertThat(story.found()).isEmpty();
        assertThat(story.progressAltered(0, "'version':3", "'version':2").found())
                .containsExactly("SNAPSHOT winter-town/ben", "SNAPSHOT winter-town/ben");
    }

    @Test
    void behindTheLogOfAPlayerWhoGoesOnNewerOnesAreNotAudited() {
        Story story =
                story().answer(
                                "{'id':'16:999','player':'ana','hunt':'harbour-town',"
                                        + "'code':'SOLVED'}")
                        .snapshot("ana", "'version':9,'standing':'PLAYING'");

        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(story.found()).containsExactlyInAnyOrder("UNASKED 16:999", ANA);
        assertThat(story.progressAltered(lines -> without(lines, 3)).found(Evidence.End.OPEN))
                .as("the newest that is audited need not have one")
                .isEmpty();
        assertThat(story.progressAltered(lines -> without(lines, 3)).found(Evidence.End.OPEN))
                .containsExactly(ANA);
    }

    @Test
    void behindTheLogOfAPlayerWhoDoesNotGoOnThereIsNothingNewer() {
        Story inAnotherHunt =
                story().answer(
                                "{'id':'16:999','player':'ana','hunt':'winter-town',"
                                        + "'code':'JOINED'}")
                        .progress(
                                "{'key':'winter-town/ana','value':"
                                        + "{'player':'ana','hunt':'winter-town','version':1}}");
        Story forgotten =
                story().answer("{'id':'16:999','player':'ana','code':'FORGOTTEN'}")
                        .snapshot("ana", "'version':8,'erased':true")
                        .withoutValue("ana");

        assertThat(inAnotherHunt.found(Evidence.End.OPEN)).isEmpty();
        assertThat(forgotten.found(Evidence.End.OPEN)).isEmpty();
        assertThat(
                        inAnotherHunt
                                .snapshot("ana", "'version':8,'erased':true")
                                .withoutValue("ana")
                                .found(Evidence.End.OPEN))
                .containsExactly(ANA);
    }

    @Test
    void whatTimeBringsHasASnapshotIfItIsThere() {
        Story story =
                anaJoined()
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                        .tick("10:15:08", 16)
                        .snapshot(
                                "ana",
                                playing(
                                        2,
                                        "10:05:00",
                                        50,
                                        "10:05:00",
                                        list(
                                                CRANE_IS_PENDING,
                                                GATE_IS_SOLVED,
                                                clue("mast", "OPEN", 0, 0)),
                                        ""));

        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        story.due("10:15:00", "ana", 1, 50, 3, Story.CRANE);
        assertThat(story.found(Evidence.End.OPEN)).containsExactly(ANA);
        assertThat(story.found()).containsExactly(ANA);
        story.snapshot(
                "ana",
                playing(
                        3,
                        "10:15:00",
                        50,
                        "10:05:00",
                        list(
                                clue("crane", "OPEN", 0, 0),
                                GATE_IS_SOLVED,
                                clue("mast", "OPEN", 0, 0)),
                        ""));
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(story.found()).isEmpty();
    }

    @Test
    void whatTheEngineFailedAtHasNone() {
        Story story =
                anaJoined()
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .isDeadLetter("DEFECT")
                        .snapshot("ana", joined());

        assertThat(story.found()).containsExactly("CODE 16:205");
    }
}
