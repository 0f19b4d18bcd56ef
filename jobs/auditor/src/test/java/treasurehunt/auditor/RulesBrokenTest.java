package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.auditor.RuleBookExamplesTest.AT_THE_GATE;
import static treasurehunt.auditor.RuleBookExamplesTest.CRANE_PENDING;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_POINTS;
import static treasurehunt.auditor.RuleBookExamplesTest.GATE_SOLVED;
import static treasurehunt.auditor.RuleBookExamplesTest.anaJoined;

import org.junit.jupiter.api.Test;

import treasurehunt.auditor.Findings.Pair;
import treasurehunt.auditor.Findings.Standing;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.result.Code;

import java.util.Collections;
import java.util.List;

/** One damage for each rule that answers can break, and how little else it brings. */
class RulesBrokenTest {
    private static final String DUE = "ana:harbour-town:1780308900000";

    /** Answers 0 to 5: join, gate, unlock, wrong, a dead letter, wrong. */
    private static Story story() {
        return anaJoined()
                .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING)
                .acts("10:20:00", "ana", "scan", "'clue':'crane','code':'x'")
                .due("10:15:00", "ana", 1, 50, 3, Story.CRANE)
                .gets("WRONG", 50, 4, "", "{'type':'ATTEMPT_USED','clue':'crane'}")
                .acts(
                        "10:20:01",
                        "ana",
                        "x",
                        "adjust",
                        "'points':500,'reason':'me'",
                        ",'sealed':false")
                .isDeadLetter("UNSEALED")
                .acts("10:20:02", "ana", "scan", "'clue':'crane','code':'y'")
                .gets("WRONG", 50, 5, "", "{'type':'ATTEMPT_USED','clue':'crane'}");
    }

    @Test
    void nothingIsFoundWhereNothingIsBroken() {
        assertThat(story().found()).isEmpty();
        assertThat(story().found(Evidence.End.OPEN)).isEmpty();
    }

    @Test
    void unreadable() {
        assertThat(story().altered(3, "'rules':3", "'rules':3,").found())
                .containsExactly("UNREADABLE 16:206");
        assertThat(story().answer("hello").found()).containsExactly("UNREADABLE ");
        assertThat(story().answer("{'id':'16:999'}").found()).containsExactly("UNREADABLE 16:999");
    }

    @Test
    void missing() {
        assertThat(story().altered(lines -> without(lines, 3)).found())
                .containsExactly("MISSING 16:206");
        assertThat(story().altered(lines -> without(lines, 2)).found())
                .containsExactly("MISSING " + DUE);
        assertThat(story().altered(lines -> without(lines, 4)).found())
                .containsExactly("MISSING 16:207");
    }

    private static List<String> without(List<String> lines, int line) {
        lines.remove(line);
        return lines;
    }

    @Test
    void duplicate() {
        for (int line = 0; line < 6; line++) {
            int doubled = line;
            assertThat(
                            story().altered(
                                            lines -> {
                                                lines.add(lines.get(doubled));
                                                return lines;
                                            })
                                    .found())
                    .singleElement()
                    .asString()
                    .startsWith("DUPLICATE ");
        }
    }

    @Test
    void unasked() {
        assertThat(story().altered(5, "16:208", "16:209").found())
                .containsExactlyInAnyOrder("MISSING 16:208", "UNASKED 16:209");
        assertThat(
                        story().altered(
                                        lines -> {
                                            Collections.swap(lines, 1, 2);
                                            return lines;
                                        })
                                .found())
                .as("announced before the answer that came first")
                .containsExactly("UNASKED " + DUE);
    }

    @Test
    void order() {
        assertThat(
                        story().altered(
                                        lines -> {
                                            lines.add(0, lines.remove(5));
                                            return lines;
                                        })
                                .found())
                .containsExactly("ORDER 16:208");
        assertThat(
                        story().altered(
                                        lines -> {
                                            lines.add(lines.remove(0));
                                            return lines;
                                        })
                                .found())
                .containsExactly("ORDER 16:204");
        assertThat(
                        story().altered(
                                        lines -> {
                                            Collections.swap(lines, 2, 3);
                                            return lines;
                                        })
                                .found())
                .as("announced after the action that it comes before")
                .containsExactly("ORDER " + DUE);
    }

    @Test
    void code() {
        assertThat(story().altered(3, "WRONG", "NEAR").found()).containsExactly("CODE 16:206");
        assertThat(story().altered(4, "UNSEALED", "MALFORMED").found())
                .containsExactly("CODE 16:207");
        assertThat(
                        story().altered(
                                        lines -> {
                                            lines.set(
                                                    3,
                                                    Story.json(
                                                            "{'id':'16:206',"
                                                                    + "'dead_letter':'MALFORMED'}"));
                                            return lines;
                                        })
                                .found())
                .containsExactly("CODE 16:206");
    }

    @Test
    void effects() {
        assertThat(story().altered(1, GATE_POINTS + ",", "").found())
                .containsExactly("EFFECTS 16:205");
        assertThat(story().altered(1, "'balance':50", "'balance':51").found())
                .containsExactly("EFFECTS 16:205");
        assertThat(
                        story().altered(
                                        1,
                                        GATE_SOLVED + "," + GATE_POINTS,
                                        GATE_POINTS + "," + GATE_SOLVED)
                                .found())
                .containsExactly("EFFECTS 16:205");
    }

    @Test
    void scoreAndVersion() {
        assertThat(story().altered(3, "'score':50", "'score':55").found())
                .containsExactly("SCORE 16:206");
        assertThat(story().altered(3, "'version':4", "'version':5").found())
                .containsExactly("VERSION 16:206");
    }

    @Test
    void secret() {
        assertThat(
                        story().altered(
                                        1,
                                        "'clue':'crane',",
                                        "'clue':'crane','text':'Scan the tag on its foot.',")
                                .found())
                .containsExactly("SECRET 16:205");
        assertThat(story().altered(3, "'rules':3", "'rules':3,'right':'QR-7782'").found())
                .containsExactly("SECRET 16:206");
        assertThat(story().altered(0, "'rules':3", "'rules':3,'latitude':54.35").found())
                .containsExactly("SECRET 16:204");
        assertThat(
                        story().altered(
                                        3,
                                        "'rules':3",
                                        "'rules':3,'help':'so: look for it in the mud.'")
                                .found())
                .containsExactly("SECRET 16:206");
    }

    @Test
    void whatIsToldOfASecretIsNotTheSecret() {
        Story story = story().altered(3, "'rules':3", "'rules':3,'right':'QR-7782'");

        assertThat(story.found()).hasSize(1);
        assertThat(story.violations()).noneMatch(found -> found.what().contains("QR-7782"));
    }

    @Test
    void field() {
        assertThat(story().altered(3, "'rules':3", "'rules':3,'retry_after':1").found())
                .containsExactly("FIELD 16:206");
        assertThat(story().altered(3, ",'hunt_version':1", "").found())
                .containsExactly("FIELD 16:206");
        assertThat(story().altered(3, "'rules':3", "'rules':4").found())
                .containsExactly("FIELD 16:206");
        assertThat(story().altered(3, "'player':'ana'", "'player':'ben'").found())
                .containsExactly("FIELD 16:206");
    }

    @Test
    void aDefectIsAViolationAndChangesNothing() {
        Story action =
                anaJoined()
                        .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                        .isDeadLetter("DEFECT")
                        .acts("10:06:00", "ana", "arrive", AT_THE_GATE)
                        .gets(
                                "SOLVED",
                                50,
                                2,
                                "",
                                GATE_SOLVED,
                                GATE_POINTS,
                                CRANE_PENDING.replace("1780308900000", "1780308960000"));
        assertThat(action.found()).containsExactly("CODE 16:205");

        Story moment =
                story().altered(
                                lines -> {
                                    lines.set(
                                            2,
                                            lines.get(4)
                                                    .replace("16:207", DUE)
                                                    .replace("UNSEALED", "DEFECT"));
                                    return lines;
                                })
                        .altered(3, "'code':'WRONG'", "'code':'LOCKED'")
                        .altered(3, "{'type':'ATTEMPT_USED','clue':'crane'}", "")
                        .altered(3, "'version':4", "'version':2")
                        .altered(5, "'code':'WRONG'", "'code':'LOCKED'")
                        .altered(5, "{'type':'ATTEMPT_USED','clue':'crane'}", "")
                        .altered(5, "'version':5", "'version':2");
        assertThat(moment.found()).containsExactly("CODE " + DUE);
    }

    @Test
    void aMoveBeforeAnActionIsPartOfItAndHasNoDefectOfItsOwn() {
        String second =
                Story.harbourTown()
                        .replace("version: 1", "version: 2")
                        .replace("2026-05-30T12:00:00Z", "2026-06-01T10:20:05Z");
        String move = "ben:harbour-town:" + Story.ms("10:20:05");
        Story story =
                Story.in(Story.harbourTown(), second)
                        .acts("10:00:00", "ben", "join", "")
                        .gets("JOINED", 0, 1, "", Story.JOINED, Story.GATE, Story.MAST)
                        .acts("10:20:05", "ben", "answer", "'clue':'mast','text':'x'")
                        .answer("{'id':'%s','dead_letter':'DEFECT'}".formatted(move))
                        .getsOf(2, "WRONG", 0, 3, "", "{'type':'ATTEMPT_USED','clue':'mast'}");

        assertThat(story.found()).containsExactly("CODE " + move);
    }

    @Test
    void everyResultHasTheNumberOfTheseRules() {
        Story story =
                anaJoined()
                        .altered(0, "'rules':3", "'rules':7")
                        .acts("10:01:00", "ana", "join", "")
                        .gets("ALREADY_JOINED", 0, 1, "")
                        .altered(1, "'rules':3", "'rules':7");

        assertThat(story.found()).containsExactly("FIELD 16:204", "FIELD 16:205");
        assertThat(story.violations().get(0).what())
                .isEqualTo("rules: the rules give 3, there stands 7");
    }

    @Test
    void answersThatGoOnBehindTheLogAreNotAudited() {
        Story story =
                story().answer("{'id':'16:209','player':'ana','code':'SOLVED'}")
                        .answer("{'id':'ana:harbour-town:1','player':'ana','code':'DUE'}")
                        .answer("{'id':'13:1','player':'ben','code':'JOINED'}")
                        .answer("{'id':'13:2','dead_letter':'MALFORMED'}");

        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        assertThat(story.found()).hasSize(4).allMatch(found -> found.startsWith("UNASKED"));
    }

    @Test
    void aDefectBehindTheLogIsAViolationWhereNoActionCanHaveAskedForIt() {
        Story action = story().answer("{'id':'16:209','dead_letter':'DEFECT'}");
        String moment = "ana:harbour-town:" + Story.ms("11:00:00");
        Story due = story().answer("{'id':'%s','dead_letter':'DEFECT'}".formatted(moment));

        assertThat(action.found(Evidence.End.OPEN)).isEmpty();
        assertThat(due.found(Evidence.End.OPEN)).containsExactly("CODE " + moment);
    }

    @Test
    void whatTimeBroughtLongBeforeTheEndOfAnOpenLogMustBeThere() {
        Story late = craneIsPending().tick("10:15:10.001", 16);
        Story onItsWay = craneIsPending().tick("10:15:10.000", 16);

        assertThat(late.found(Evidence.End.OPEN)).containsExactly("MISSING " + DUE);
        assertThat(onItsWay.found(Evidence.End.OPEN)).isEmpty();
        assertThat(onItsWay.found()).containsExactly("MISSING " + DUE);
    }

    private static Story craneIsPending() {
        return anaJoined()
                .acts("10:05:00", "ana", "arrive", AT_THE_GATE)
                .gets("SOLVED", 50, 2, "", GATE_SOLVED, GATE_POINTS, CRANE_PENDING);
    }

    @Test
    void whatTimeBringsByTheEndOfAnOpenLogMayBeThere() {
        Story story = craneIsPending().tick("10:15:08", 16);

        assertThat(story.found()).containsExactly("MISSING " + DUE);
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        story.due("10:15:00", "ana", 1, 50, 3, Story.CRANE);
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        story.answer("{'id':'ana:harbour-town:1780310700000','player':'ana','code':'DUE'}")
                .answer("{'id':'16:207','player':'ana','code':'SOLVED'}");
        assertThat(story.found(Evidence.End.OPEN)).isEmpty();
        story.altered(lines -> without(lines, 2));
        assertThat(story.found(Evidence.End.OPEN)).containsExactly("MISSING " + DUE);
    }

    @Test
    void whatTheRulesGiveIsCounted() {
        Findings findings = story().audit(Evidence.End.CLOSED);

        assertThat(findings.records()).isEqualTo(5);
        assertThat(findings.actions()).isEqualTo(5);
        assertThat(findings.results()).isEqualTo(5);
        assertThat(findings.announcements()).isEqualTo(1);
        assertThat(findings.codes())
                .hasSize(Code.values().length)
                .containsEntry(Code.WRONG, 2L)
                .containsEntry(Code.NEAR, 0L);
        assertThat(findings.effects()).hasSize(24).containsEntry("ATTEMPT_USED", 2L);
        assertThat(findings.deadLetters())
                .containsEntry(Reason.UNSEALED, 1L)
                .containsEntry(Reason.DEFECT, 0L);
        assertThat(findings.pairs())
                .hasSize(8 * 7)
                .containsEntry(new Pair("scan", Standing.UNLOCKED), 2L)
                .containsEntry(new Pair("arrive", Standing.UNLOCKED), 1L);
    }

    @Test
    void aDeadLetterInFullIsComparedFieldByField() {
        String full =
                "{'topic':'actions','partition':16,'offset':205,'append_time':%d,"
                        + "'reason':'MALFORMED','detail':'not a JSON object','value':'aGVsbG8='}";
        Story story =
                anaJoined()
                        .record(16, "10:00:01", "'key':'YW5h','value':'aGVsbG8=','headers':{}")
                        .answer(full.formatted(Story.ms("10:00:01")));

        assertThat(story.found()).isEmpty();
        assertThat(story.altered(1, "aGVsbG8=", "aGVsbG8h").found())
                .containsExactly("FIELD 16:205");
        assertThat(story.altered(1, "'reason':'MALFORMED'", "'reason':'UNSEALED'").found())
                .containsExactly("CODE 16:205");
        assertThat(story.altered(1, "'reason':'UNSEALED'", "'reason':'DEFECT'").found())
                .containsExactly("CODE 16:205");
    }
}
