package treasurehunt.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Reason;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A forget that would release more than 22,000 treasures, as many as twenty hunts can have. */
class ForgetLimitTest {
    private static final int FULL_HUNTS = 20;
    private static final int CLUES = 1000;
    private static final int TREASURES = 100;

    /** Each claims 1,000 first finders' treasures and 100 others. */
    private static String full(int number) {
        return hunt("h" + number)
                + "complete-when: c0\nclues:\n"
                + IntStream.range(0, CLUES)
                        .mapToObj(ForgetLimitTest::clue)
                        .collect(Collectors.joining())
                + "treasures:\n"
                + IntStream.range(0, TREASURES)
                        .mapToObj("- {id: t%d, title: T, stock: 1, points: 1}\n"::formatted)
                        .collect(Collectors.joining());
    }

    private static String clue(int number) {
        String treasure = number < TREASURES ? ", treasure: t" + number : "";
        return "- {id: c%d, title: C, first-finders: [1], proof: {review: {}}%s}\n"
                .formatted(number, treasure);
    }

    /** Claims one more; its other clue expires ten minutes after the join. */
    private static String oneMore() {
        return hunt("one-more")
                + "clues:\n"
                + clue(CLUES)
                + "- {id: late, title: L, deadline: 10m, proof: {review: {}}}\n";
    }

    private static String hunt(String id) {
        return "hunt: %s\nversion: 1\ntitle: T\nopens: 2026-06-01T08:00:00Z\n".formatted(id)
                + "closes: 2026-06-30T20:00:00Z\n";
    }

    private static Story allSolved() {
        Story story =
                Story.in(
                        Stream.concat(
                                        IntStream.range(0, FULL_HUNTS)
                                                .mapToObj(ForgetLimitTest::full),
                                        Stream.of(oneMore()))
                                .toArray(String[]::new));
        for (int hunt = 0; hunt < FULL_HUNTS; hunt++) {
            story.hunt("h" + hunt).acts("10:00:00", "ana", "join", "");
            for (int clue = 0; clue < CLUES; clue++) {
                solve(story, clue);
            }
        }
        story.hunt("one-more").acts("10:00:00", "ana", "join", "");
        solve(story, CLUES);
        return story;
    }

    private static void solve(Story story, int clue) {
        story.acts("10:00:00", "ana", "mark_solved", "'clue':'c%d','reason':'r'".formatted(clue));
    }

    @Test
    void isADefectThatForgetsNothing() {
        Story story = allSolved();
        int unanswered = FULL_HUNTS * (CLUES + 1) + 2;
        story.acts("10:20:00", "ana", "forget", "'reason':'r'").isDeadLetter("DEFECT");
        story.acts("10:21:00", "ana", "forget", "'reason':'r'").gets("FORGOTTEN", 0, 0, "");
        String answered = story.place();
        story.acts("10:30:00", "ana", "disqualify", "'reason':'r'")
                .due("10:10:00", "ana", 1, 0, 3, "{'type':'CLUE_EXPIRED','clue':'late'}")
                .gets(
                        "DISQUALIFIED",
                        0,
                        4,
                        "",
                        "{'type':'DISQUALIFIED'}",
                        "{'type':'RELEASED','treasure':'c1000#first-finders'}")
                .acts("10:31:00", "ana", "forget", "'reason':'r'");
        String asManyAsMayBe = story.place();

        Findings findings = story.audit(Evidence.End.CLOSED);

        assertThat(findings.deadLetters()).containsEntry(Reason.DEFECT, 2L);
        assertThat(findings.effects()).containsEntry("RELEASED", 22_001L);
        assertThat(told(story, answered))
                .containsExactly(
                        "MISSING The rules give a dead letter DEFECT, there stands nothing",
                        "UNASKED The rules ask for no such answer");
        assertThat(story.violations()).hasSize(unanswered + 3);
        assertThat(told(story, asManyAsMayBe))
                .singleElement()
                .asString()
                .startsWith(
                        "MISSING The rules give FORGOTTEN [{type: FORGOTTEN}, {type: RELEASED,");
    }

    private static List<String> told(Story story, String id) {
        return story.violations().stream()
                .filter(found -> found.id().equals(id))
                .map(found -> found.rule() + " " + found.what())
                .toList();
    }
}
