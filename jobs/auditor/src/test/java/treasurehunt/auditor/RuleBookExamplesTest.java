package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.auditor.Story.ANCHOR;
import static treasurehunt.auditor.Story.CRANE;
import static treasurehunt.auditor.Story.GATE;
import static treasurehunt.auditor.Story.JOINED;
import static treasurehunt.auditor.Story.MAST;
import static treasurehunt.auditor.Story.PHOTO;

import org.junit.jupiter.api.Test;

/** The rule book's examples, with the answers that it gives. */
class RuleBookExamplesTest {
    static final String AT_THE_GATE =
            "'clue':'gate','latitude':54.3503,'longitude':18.65,'accuracy':10";
    static final String GATE_SOLVED = "{'type':'CLUE_SOLVED','clue':'gate'}";
    static final String GATE_POINTS =
            "{'type':'POINTS','points':50,'balance':50,'reason':'clue','clue':'gate'}";
    static final String CRANE_PENDING =
            "{'type':'CLUE_PENDING','clue':'crane','opens_at':1780308900000}";

    static Story anaJoined() {
        return Story.inHarbourTown()
                .acts("10:00:00", "ana", "join", "")
                .gets("JOINED", 0, 1, "", JOINED, GATE, MAST);
    }

    static Story anaAtTheAnchor() {
        return anaJoined()
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
                        ANCHOR);
    }

    static String points(long points, long balance, String reason, String more) {
        return "{'type':'POINTS','points':%d,'balance':%d,'reason':'%s',%s}"
                .formatted(points, balance, reason, more);
    }

    static final String TRY = "{'type':'ATTEMPT_USED','clue':'anchor'}";

    static String penalty(long balance) {
        return points(-5, balance, "wrong-penalty", "'clue':'anchor'");
    }

    @Test
    void anActionFirstBringsItsPlayerForward() {
        Story story =
                anaAtTheAnchor()
                        .acts("10:50:00", "ana", "hint", "'clue':'anchor','hint':'h1'")
                        .due("10:15:00", "ana", 1, 80, 4, CRANE)
                        .due("10:45:00", "ana", 1, 80, 5, "{'type':'CLUE_EXPIRED','clue':'crane'}")
                        .gets(
                                "HINT_GIVEN",
                                70,
                                6,
                                ",'text':'Look for it in the mud.'",
                                "{'type':'HINT_REVEALED','clue':'anchor','hint':'h1',"
                                        + "'text':'Look for it in the mud.'}",
                                points(-10, 70, "hint", "'clue':'anchor','hint':'h1'"));

        assertThat(story.found()).isEmpty();
    }

    @Test
    void aRetryIsAReplay() {
        Story story =
                anaAtTheAnchor()
                        .acts(
                                "10:07:00",
                                "ana",
                                "a-5",
                                "answer",
                                "'clue':'anchor','text':'ancor'",
                                "")
                        .gets(
                                "NEAR",
                                75,
                                4,
                                ",'text':'check your spelling','attempts_left':4",
                                TRY,
                                penalty(75))
                        .acts(
                                "10:07:02",
                                "ana",
                                "a-5",
                                "answer",
                                "'clue':'anchor','text':'ancor'",
                                "")
                        .gets(
                                "NEAR",
                                75,
                                4,
                                ",'text':'check your spelling','attempts_left':4,"
                                        + "'replay_of':'16:207'")
                        .acts(
                                "10:07:03",
                                "ana",
                                "a-5",
                                "answer",
                                "'clue':'anchor','text':'anchor'",
                                "")
                        .getsOf(0, "ID_REUSED", 75, 4, "")
                        .acts(
                                "10:07:04",
                                "ana",
                                "a-6",
                                "answer",
                                "'clue':'anchor','text':'ancor'",
                                "")
                        .gets("ALREADY_TRIED", 75, 4, ",'text':'check your spelling'");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(4, "16:207", "16:206").found()).containsExactly("FIELD 16:208");
    }

    @Test
    void waitsGrowAndEnd() {
        String left = ",'attempts_left':";
        Story story =
                anaAtTheAnchor()
                        .acts("10:07:00", "ana", "answer", "'clue':'anchor','text':'w1'")
                        .gets("WRONG", 75, 4, left + 4, TRY, penalty(75))
                        .acts("10:07:01", "ana", "answer", "'clue':'anchor','text':'w2'")
                        .gets("WRONG", 70, 5, left + 3, TRY, penalty(70))
                        .acts("10:07:02", "ana", "answer", "'clue':'anchor','text':'w3'")
                        .gets("WRONG", 65, 6, left + "2,'retry_after':30000", TRY, penalty(65))
                        .acts("10:07:10", "ana", "answer", "'clue':'anchor','text':'w4'")
                        .gets("COOLING_DOWN", 65, 6, ",'retry_after':22000")
                        .acts("10:07:32", "ana", "answer", "'clue':'anchor','text':'w4'")
                        .gets("WRONG", 60, 7, left + "1,'retry_after':60000", TRY, penalty(60))
                        .acts("10:08:32", "ana", "answer", "'clue':'anchor','text':'w5'")
                        .gets("WRONG", 55, 8, left + 0, TRY, penalty(55))
                        .acts("10:08:33", "ana", "answer", "'clue':'anchor','text':'w6'")
                        .gets("OUT_OF_ATTEMPTS", 55, 8, "")
                        .acts("10:09:00", "ana", "reset_attempts", "'clue':'anchor','reason':'x'")
                        .gets("RESET", 55, 9, "", "{'type':'ATTEMPTS_RESET','clue':'anchor'}")
                        .acts("10:09:01", "ana", "answer", "'clue':'anchor','text':'W1!'")
                        .gets("ALREADY_TRIED", 55, 9, "");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(6, "22000", "21999").found()).containsExactly("FIELD 16:210");
    }

    @Test
    void aPlayerMovesJustBeforeHisAction() {
        String second =
                Story.harbourTown()
                        .replace("version: 1", "version: 2")
                        .replace("2026-05-30T12:00:00Z", "2026-06-01T10:20:05Z");
        Story story =
                Story.in(Story.harbourTown(), second)
                        .acts("10:00:00", "ben", "join", "")
                        .gets("JOINED", 0, 1, "", JOINED, GATE, MAST)
                        .acts("10:20:04.999", "ben", "answer", "'clue':'mast','text':'a mast'")
                        .gets("WRONG", 0, 2, "", "{'type':'ATTEMPT_USED','clue':'mast'}")
                        .acts("10:20:05", "ben", "answer", "'clue':'mast','text':'mast!'")
                        .due("10:20:05", "ben", 2, 0, 3, "{'type':'MOVED','version':2}")
                        .getsOf(2, "WRONG", 0, 4, "", "{'type':'ATTEMPT_USED','clue':'mast'}");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(3, "'hunt_version':2", "'hunt_version':1").found())
                .containsExactly("FIELD 13:206");
    }

    @Test
    void theBucketRefillsByThousandths() {
        Story story = anaJoined();
        for (int i = 0; i < 20; i++) {
            story.acts("10:00:00", "ana", "answer", "'clue':'gate','text':'north'")
                    .gets("WRONG_KIND", 0, 1, "");
        }
        story.acts("10:00:00", "ana", "answer", "'clue':'gate','text':'north'")
                .gets("RATE_LIMITED", 0, 1, ",'retry_after':500")
                .acts("10:00:00.333", "ana", "answer", "'clue':'gate','text':'north'")
                .gets("RATE_LIMITED", 0, 1, ",'retry_after':167")
                .acts("10:00:00.500", "ana", "answer", "'clue':'gate','text':'north'")
                .gets("WRONG_KIND", 0, 1, "");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(22, "167", "168").found()).containsExactly("FIELD 16:226");
    }

    @Test
    void aReviewIsDecidedByAnOperator() {
        Story story =
                Story.inHarbourTown()
                        .acts("10:00:00", "cleo", "join", "")
                        .gets("JOINED", 0, 1, "", JOINED, GATE, MAST)
                        .acts("10:30:00", "cleo", "mark_solved", "'clue':'gate','reason':'x'")
                        .gets(
                                "SOLVED",
                                50,
                                2,
                                "",
                                GATE_SOLVED,
                                points(
                                        50,
                                        50,
                                        "clue",
                                        "'clue':'gate','operator':'olga','text':'x'"),
                                "{'type':'CLUE_PENDING','clue':'crane','opens_at':1780310400000}")
                        .acts("10:30:00", "cleo", "mark_solved", "'clue':'crane','reason':'x'")
                        .gets(
                                "SOLVED",
                                90,
                                3,
                                "",
                                "{'type':'CLUE_SOLVED','clue':'crane'}",
                                points(
                                        40,
                                        90,
                                        "clue",
                                        "'clue':'crane','operator':'olga','text':'x'"),
                                ANCHOR)
                        .acts("11:00:00", "cleo", "answer", "'clue':'mast','text':'the mainmast'")
                        .gets(
                                "SOLVED",
                                120,
                                4,
                                "",
                                "{'type':'CLUE_SOLVED','clue':'mast'}",
                                points(30, 120, "clue", "'clue':'mast'"),
                                "{'type':'CLAIMED','treasure':'mast#first-finders'}",
                                PHOTO)
                        .acts(
                                "11:50:00",
                                "cleo",
                                "submit_for_review",
                                "'clue':'photo','evidence':'1'")
                        .gets("UNDER_REVIEW", 120, 5, "", "{'type':'SUBMITTED','clue':'photo'}")
                        .acts(
                                "11:51:00",
                                "cleo",
                                "submit_for_review",
                                "'clue':'photo','evidence':'2'")
                        .gets("UNDER_REVIEW", 120, 5, "")
                        .acts(
                                "12:30:00",
                                "cleo",
                                "review",
                                "'clue':'photo','accepted':false,'reason':'no crane'")
                        .due("12:00:00", "cleo", 1, 120, 6, "{'type':'TIME_UP'}")
                        .gets(
                                "REVIEWED",
                                120,
                                7,
                                "",
                                "{'type':'REVIEW_REJECTED','clue':'photo'}",
                                "{'type':'ATTEMPT_USED','clue':'photo'}",
                                "{'type':'CLUE_EXPIRED','clue':'photo'}")
                        .acts(
                                "12:31:00",
                                "cleo",
                                "review",
                                "'clue':'photo','accepted':true,'reason':'late'")
                        .gets("NO_CHANGE", 120, 7, "")
                        .acts("12:32:00", "cleo", "answer", "'clue':'photo','text':'x'")
                        .gets("TIME_UP", 120, 7, "");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(7, ",{'type':'CLUE_EXPIRED','clue':'photo'}", "").found())
                .containsExactly("EFFECTS 11:210");
    }

    @Test
    void theForgottenCountOnFromTheirFloor() {
        Story story =
                Story.inHarbourTown()
                        .acts("10:00:00", "ben", "join", "")
                        .gets("JOINED", 0, 1, "", JOINED, GATE, MAST)
                        .acts("10:01:00", "ben", "answer", "'clue':'mast','text':'mast'")
                        .gets(
                                "SOLVED",
                                30,
                                2,
                                "",
                                "{'type':'CLUE_SOLVED','clue':'mast'}",
                                points(30, 30, "clue", "'clue':'mast'"),
                                "{'type':'CLAIMED','treasure':'mast#first-finders'}")
                        .acts(
                                "10:01:01",
                                "ben",
                                "verdict",
                                "'treasure':'mast#first-finders','outcome':'GRANTED','rank':2")
                        .gets(
                                "GRANTED",
                                60,
                                3,
                                "",
                                "{'type':'GRANTED','treasure':'mast#first-finders','rank':2}",
                                points(30, 60, "first-finder", "'treasure':'mast#first-finders'"),
                                ANCHOR)
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
                        .gets("FORGOTTEN", 0, 0, ",'replay_of':'13:207'")
                        .acts("10:03:00", "ben", "join", "")
                        .gets("JOINED", 0, 5, "", JOINED, GATE, MAST)
                        .acts("10:04:00", "ben", "answer", "'clue':'mast','text':'mast'")
                        .gets(
                                "SOLVED",
                                30,
                                6,
                                "",
                                "{'type':'CLUE_SOLVED','clue':'mast'}",
                                points(30, 30, "clue", "'clue':'mast'"))
                        .acts("10:05:00", "ben", "disqualify", "'reason':'x'")
                        .gets("DISQUALIFIED", 30, 7, "", "{'type':'DISQUALIFIED'}")
                        .acts("10:06:00", "ben", "forget", "'reason':'x'")
                        .gets("FORGOTTEN", 0, 0, "", "{'type':'FORGOTTEN'}")
                        .acts("10:07:00", "ben", "join", "")
                        .gets("EXCLUDED", 0, 0, "")
                        .acts("10:08:00", "ben", "reinstate", "'reason':'x'")
                        .gets("REINSTATED", 0, 0, "", "{'type':'REINSTATED'}")
                        .acts("10:09:00", "ben", "join", "")
                        .gets("JOINED", 0, 9, "", JOINED, GATE, MAST);

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(5, "'version':5", "'version':1").found())
                .containsExactly("VERSION 13:209");
    }

    @Test
    void whoTravelsTooFastIsFlagged() {
        Story story =
                anaJoined()
                        .acts(
                                "10:20:00",
                                "ana",
                                "position",
                                "'latitude':54.35,'longitude':18.65,'accuracy':10")
                        .gets("NOTED", 0, 1, "")
                        .acts(
                                "10:20:10",
                                "ana",
                                "position",
                                "'latitude':54.36,'longitude':18.65,'accuracy':10")
                        .gets(
                                "NOTED",
                                0,
                                2,
                                "",
                                "{'type':'FLAGGED','reason':'impossible-travel','speed':109}")
                        .acts(
                                "10:30:00",
                                "ana",
                                "arrive",
                                "'clue':'gate','latitude':54.3503,'longitude':18.65,'accuracy':51")
                        .gets("INACCURATE", 0, 2, "")
                        .acts(
                                "10:40:00",
                                "ana",
                                "arrive",
                                "'clue':'gate','latitude':54.3504,'longitude':18.65,'accuracy':50")
                        .gets(
                                "TOO_FAR",
                                -5,
                                3,
                                "",
                                "{'type':'ATTEMPT_USED','clue':'gate'}",
                                points(-5, -5, "wrong-penalty", "'clue':'gate'"));

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(2, "109", "110").found()).containsExactly("EFFECTS 16:206");
    }

    /** The crane unlocked for Ana at 10:15:00; version 2 comes at 10:30:00. */
    private static Story craneMoves(String second, String... more) {
        String[] hunts = new String[2 + more.length];
        hunts[0] = Story.harbourTown();
        hunts[1] = version(2, "10:30:00", second);
        System.arraycopy(more, 0, hunts, 2, more.length);
        return Story.in(hunts)
                .acts("10:00:00", "ana", "join", "")
                .gets("JOINED", 0, 1, "", JOINED, GATE, MAST)
                .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                .acts("10:30:00", "ana", "answer", "'clue':'gate','text':'x'")
                .due("10:15:00", "ana", 1, 50, 3, CRANE);
    }

    private static String version(int number, String from, String yaml) {
        return yaml.replace("version: 1", "version: " + number)
                .replace("2026-05-30T12:00:00Z", "2026-06-01T" + from + "Z");
    }

    private static final String EXPIRED = "{'type':'CLUE_EXPIRED','clue':'crane'}";
    private static final String MOVED = "{'type':'MOVED','version':2}";

    @Test
    void aRunningDeadlineFollowsTheNewVersion() {
        Story story =
                craneMoves(Story.harbourTown().replace("deadline: 30m", "deadline: 20m"))
                        .due("10:30:00", "ana", 2, 50, 4, MOVED)
                        .getsOf(2, "ALREADY_SOLVED", 50, 4, "")
                        .tick("10:35:00.001", 16)
                        .due("10:35:00", "ana", 2, 50, 5, EXPIRED);

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(5, "1780310100000", "1780310100001").found())
                .containsExactlyInAnyOrder(
                        "MISSING ana:harbour-town:1780310100000",
                        "UNASKED ana:harbour-town:1780310100001");
    }

    @Test
    void aDeadlineThatTheNewVersionPutsBeforeTheMoveFallsDueInIt() {
        Story story =
                craneMoves(Story.harbourTown().replace("deadline: 30m", "deadline: 10m"))
                        .due("10:30:00", "ana", 2, 50, 4, MOVED, EXPIRED)
                        .getsOf(2, "ALREADY_SOLVED", 50, 4, "");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(3, "," + EXPIRED, "").found())
                .containsExactly("EFFECTS ana:harbour-town:1780309800000");
    }

    @Test
    void aClueThatIsGoneCountsAgainWhenItReturns() {
        String crane =
                Story.harbourTown()
                        .substring(
                                Story.harbourTown().indexOf("  - id: crane"),
                                Story.harbourTown().indexOf("  - id: anchor"));
        String gone =
                Story.harbourTown()
                        .replace(crane, "")
                        .replace("all: [gate, mast, crane]", "all: []");
        Story story =
                craneMoves(gone, version(3, "10:40:00", Story.harbourTown()))
                        .due("10:30:00", "ana", 2, 50, 4, MOVED, PHOTO)
                        .getsOf(2, "ALREADY_SOLVED", 50, 4, "")
                        .acts("10:31:00", "ana", "scan", "'clue':'crane','code':'QR-7781'")
                        .getsOf(2, "UNKNOWN_CLUE", 50, 4, "")
                        .acts("10:50:00", "ana", "scan", "'clue':'crane','code':'QR-7781'")
                        .due("10:50:00", "ana", 3, 50, 5, "{'type':'MOVED','version':3}", EXPIRED)
                        .getsOf(3, "EXPIRED", 50, 5, "");

        assertThat(story.found()).isEmpty();
    }

    @Test
    void theFileEndsWithWhatWasDueBeforeItsLeastTime() {
        Story story =
                anaJoined()
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                        .tick("10:15:00.001", 16)
                        .due("10:15:00", "ana", 1, 50, 3, CRANE);

        assertThat(story.found()).isEmpty();
        assertThat(story.tick("10:15:00", 3).found())
                .containsExactly("UNASKED ana:harbour-town:1780308900000");
    }

    @Test
    void aHintWaitsForItsTimeAndItsPrice() {
        Story story =
                anaAtTheAnchor()
                        .acts("10:10:00", "ana", "hint", "'clue':'anchor','hint':'h1'")
                        .gets("HINT_LOCKED", 80, 3, ",'retry_after':60000")
                        .acts("10:10:01", "ana", "hint", "'clue':'anchor','hint':'h2'")
                        .gets("UNKNOWN_HINT", 80, 3, "")
                        .acts("10:10:02", "ana", "adjust", "'points':-71,'reason':'x'")
                        .gets(
                                "ADJUSTED",
                                9,
                                4,
                                "",
                                points(-71, 9, "adjustment", "'operator':'olga','text':'x'"))
                        .acts("10:11:00", "ana", "hint", "'clue':'anchor','hint':'h1'")
                        .gets("INSUFFICIENT_POINTS", 9, 4, "")
                        .acts("10:11:01", "ana", "adjust", "'points':0,'reason':'x'")
                        .gets("NO_CHANGE", 9, 4, "");

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(3, "60000", "60001").found()).containsExactly("FIELD 16:207");
    }

    @Test
    void whoIsDisqualifiedGivesUpWhatHeClaimed() {
        Story story =
                anaAtTheAnchor()
                        .acts("10:07:00", "ana", "answer", "'clue':'anchor','text':' The ANCHOR! '")
                        .gets(
                                "SOLVED",
                                180,
                                4,
                                "",
                                "{'type':'CLUE_SOLVED','clue':'anchor'}",
                                points(100, 180, "clue", "'clue':'anchor'"),
                                "{'type':'CLAIMED','treasure':'golden-compass'}",
                                "{'type':'COMPLETED'}")
                        .acts("10:07:01", "ana", "verdict", compass("WAITING"))
                        .gets(
                                "WAITING",
                                180,
                                5,
                                "",
                                "{'type':'WAITING','treasure':'golden-compass'}")
                        .acts("10:07:02", "ana", "verdict", compass("WAITING"))
                        .gets("NO_CHANGE", 180, 5, "")
                        .acts("10:07:03", "ana", "verdict", compass("GRANTED','rank':3,'x':'"))
                        .gets(
                                "GRANTED",
                                680,
                                6,
                                "",
                                "{'type':'GRANTED','treasure':'golden-compass','rank':3}",
                                points(500, 680, "treasure", "'treasure':'golden-compass'"),
                                PHOTO)
                        .acts("10:08:00", "ana", "disqualify", "'reason':'x'")
                        .gets(
                                "DISQUALIFIED",
                                680,
                                7,
                                "",
                                "{'type':'DISQUALIFIED'}",
                                "{'type':'RELEASED','treasure':'mast#first-finders'}",
                                "{'type':'RELEASED','treasure':'golden-compass'}")
                        .acts("10:08:01", "ana", "disqualify", "'reason':'x'")
                        .gets("NO_CHANGE", 680, 7, "")
                        .acts(
                                "10:08:02",
                                "ana",
                                "position",
                                "'latitude':0,'longitude':0,'accuracy':0")
                        .gets("EXCLUDED", 680, 7, "")
                        .acts("10:09:00", "ana", "reinstate", "'reason':'x'")
                        .gets("REINSTATED", 680, 8, "", "{'type':'REINSTATED'}")
                        .acts("10:09:01", "ana", "verdict", compass("SOLD_OUT"))
                        .gets("NO_CHANGE", 680, 8, "")
                        .acts("10:09:02", "ana", "abandon", "")
                        .gets("ABANDONED", 680, 9, "", "{'type':'ABANDONED'}")
                        .acts("11:09:03", "ana", "answer", "'clue':'gate','text':'x'")
                        .gets("HAS_LEFT", 680, 9, "");

        assertThat(story.found()).isEmpty();
        assertThat(
                        story.altered(7, "{'type':'RELEASED','treasure':'mast#first-finders'},", "")
                                .found())
                .containsExactly("EFFECTS 16:211");
    }

    private static String compass(String outcome) {
        return "'treasure':'golden-compass','outcome':'" + outcome + "'";
    }

    @Test
    void everyInstantBelongsToWhatBeginsThere() {
        Story story =
                Story.inHarbourTown()
                        .acts("07:59:59.999", "gulls", "join", "")
                        .gets("NOT_OPEN", 0, 0, ",'retry_after':1")
                        .acts("08:00:00", "gulls", "a-9", "join", "", ",'member':'dora'")
                        .gets("JOINED", 0, 1, ",'member':'dora'", JOINED, GATE, MAST)
                        .hunt("ankor-town")
                        .acts("08:00:01", "gulls", "join", "")
                        .getsOf(0, "UNKNOWN_HUNT", 0, 0, "")
                        .hunt("harbour-town")
                        .acts("08:00:02", "ben", "answer", "'clue':'ankor','text':'x'")
                        .getsOf(0, "NOT_JOINED", 0, 0, "")
                        .acts("2026-06-30T20:00:00Z", "cleo", "join", "")
                        .gets("CLOSED", 0, 0, "")
                        .acts("2026-06-30T20:00:01Z", "gulls", "answer", "'clue':'mast','text':'x'")
                        .due("10:00:00", "gulls", 1, 0, 2, "{'type':'TIME_UP'}")
                        .gets("CLOSED", 0, 2, "");

        assertThat(story.found()).isEmpty();
    }
}
