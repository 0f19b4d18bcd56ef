package treasurehunt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import treasurehunt.connector.kafka.hunts.PublishedHunts;
import treasurehunt.engine.fence.FencedHunts;
import treasurehunt.engine.fence.LateVersionException;
import treasurehunt.schemas.action.Partitioning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

class HuntOperatorTest {
    private static final AtomicReference<Optional<LateVersionException>> PLANTED =
            new AtomicReference<>();

    private static final String JOIN = "\"join\":{}";
    private static final String FORGET =
            "\"operator\":\"olga\",\"forget\":{\"reason\":\"asked for it\"}";
    private static final String SUBMIT =
            "\"submit_for_review\":{\"clue\":\"tide\",\"evidence\":\"https://x.example/1\"}";
    private static final String RIGHT = "\"answer\":{\"clue\":\"gate\",\"text\":\"KEY!\"}";

    @Test
    void answersEveryActionWithOneResultOnTheResultsTopic() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            assertThat(engine.action(1, "ann", JOIN))
                    .singleElement()
                    .asString()
                    .startsWith("results ")
                    .contains("\"code\":\"JOINED\"")
                    .contains("What opens?");
            assertThat(engine.action(2, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"Key\"}"))
                    .singleElement()
                    .asString()
                    .contains("\"code\":\"SOLVED\"")
                    .contains("\"score\":10,\"version\":2");
            assertThat(engine.action(3, "ann", "\"scan\":{\"clue\":\"mast\",\"code\":\"QR-1\"}"))
                    .singleElement()
                    .asString()
                    .contains("COMPLETED")
                    .contains("\"score\":30,\"version\":3");
        }
    }

    @Test
    void refusesWhatIsNoActionWithADeadLetterAndGoesOn() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            byte[] ann = bytes("ann");
            int right = Partitioning.partitionOf(ann, EngineHarness.PARTITIONS);
            int wrong = (right + 1) % EngineHarness.PARTITIONS;
            byte[] good =
                    bytes(
                            "{\"action_id\":\"a\",\"player\":\"ann\",\"hunt\":\"harbour\",\"join\":{}}");

            List<String> letters = new ArrayList<>();
            letters.addAll(engine.record(right, 1, ann, bytes("{\"action_id\":")));
            letters.addAll(engine.record(right, 2, ann, null));
            letters.addAll(engine.record(right, 3, null, good));
            letters.addAll(engine.record(right, 4, bytes("bob"), good));
            letters.addAll(engine.record(wrong, 5, ann, good));
            letters.addAll(
                    engine.record(
                            right,
                            6,
                            ann,
                            bytes("{\"action_id\":\"a\",\"player\":\"ann\"," + FORGET + "}"),
                            false));
            List<String> answer = engine.record(right, 7, ann, good);

            assertThat(letters).hasSize(6).allMatch(letter -> letter.startsWith("dead-letters "));
            assertThat(letters)
                    .map(HuntOperatorTest::reason)
                    .containsExactly(
                            "MALFORMED",
                            "MALFORMED",
                            "WRONG_KEY",
                            "WRONG_KEY",
                            "WRONG_PARTITION",
                            "UNSEALED");
            assertThat(answer).singleElement().asString().contains("\"code\":\"JOINED\"");
        }
    }

    @Test
    void keepsNoStateOfStrangers() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            for (int i = 0; i < 100; i++) {
                assertThat(engine.action(i, "stranger-" + i, RIGHT))
                        .singleElement()
                        .asString()
                        .contains("NOT_JOINED");
            }
            engine.record(0, 100, null, bytes("rubbish"));

            assertThat(engine.keptPlayers()).isZero();
        }
    }

    @Test
    void keepsAHeadAndOneEntryPerHuntOfWhoHasJoined() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "ann", RIGHT);

            assertThat(engine.keptPlayers()).isEqualTo(2);
        }
    }

    @Test
    void aDefectOfTheRulesAnswersOneActionAndLeavesThePlayerAsHeWas() throws Exception {
        try (EngineHarness engine = EngineHarness.open(failingTheSecondTime())) {
            engine.action(1, "ann", JOIN);
            List<String> defect =
                    engine.action(2, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"key\"}");
            List<String> next =
                    engine.action(3, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"key\"}");

            assertThat(defect)
                    .singleElement()
                    .asString()
                    .contains("\"reason\":\"DEFECT\"")
                    .contains("\"action_id\":\"a2\"")
                    .doesNotContain("planted");
            assertThat(next)
                    .singleElement()
                    .asString()
                    .contains("\"code\":\"SOLVED\"")
                    .contains("\"version\":2");
        }
    }

    @Test
    void whatHasFallenDueIsAnnouncedBeforeTheAnswer() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);

            List<String> answers = engine.action(3601, "ann", RIGHT);

            assertThat(answers).hasSize(2);
            assertThat(answers.get(0))
                    .startsWith("results ")
                    .contains("\"id\":\"ann:harbour:" + EngineHarness.at(3601) + "\"")
                    .contains("CLUE_EXPIRED");
            assertThat(answers.get(1)).contains("\"code\":\"SOLVED\"").contains("\"version\":3");
        }
    }

    @Test
    void whatFallsDueForWhoDoesNothingIsAnnouncedWhenTimeHasPassedIt() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);

            List<String> before = engine.pass(EngineHarness.at(3601) - 1);
            List<String> announced = engine.pass(EngineHarness.at(3601));
            List<String> again = engine.pass(EngineHarness.at(9999));

            assertThat(before).isEmpty();
            assertThat(announced)
                    .singleElement()
                    .asString()
                    .startsWith("results ")
                    .contains("\"id\":\"ann:harbour:" + EngineHarness.at(3601) + "\"")
                    .contains("CLUE_EXPIRED");
            assertThat(again).isEmpty();
        }
    }

    @Test
    void aTimerSaysTheSameAsAnActionThatComesFirst() throws Exception {
        List<String> byTimer;
        List<String> byAction;
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            byTimer = new ArrayList<>(engine.pass(EngineHarness.at(3700)));
            byTimer.addAll(engine.action(3701, "ann", RIGHT));
        }
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            byAction = engine.action(3701, "ann", RIGHT);
        }

        assertThat(byTimer).hasSize(2).isEqualTo(byAction);
    }

    @Test
    void aPlayerHasOneTimerAndNoneWhenNothingIsDueForHimAnyMore() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "ann", RIGHT);
            int playing = engine.timers();
            engine.action(3, "ann", SUBMIT);
            int waiting = engine.timers();
            engine.action(4, "bob", JOIN);
            engine.action(5, "bob", "\"abandon\":{}");
            int left = engine.timers();
            engine.action(6, "cleo", JOIN);
            engine.action(7, "cleo", FORGET);
            int forgotten = engine.timers();

            assertThat(List.of(playing, waiting, left, forgotten)).containsExactly(1, 0, 0, 0);
        }
    }

    @Test
    void whenMuchFallsDueAtOnceWhoActsHasHisTurnInBetween() throws Exception {
        int players = 100;
        try (EngineHarness engine = EngineHarness.open()) {
            for (int i = 0; i < players; i++) {
                engine.record("p" + i, JOIN, EngineHarness.at(1));
            }
            engine.action(2, "eve", JOIN);

            int first = engine.pass(EngineHarness.at(3601)).size();
            List<String> acting = engine.action(3602, "eve", RIGHT);
            int turns = 1;
            int announced = first;
            while (engine.hasMoreToDo()) {
                announced += engine.nextTurn().size();
                turns++;
            }

            assertThat(first).isPositive().isLessThan(20);
            assertThat(acting).hasSize(2);
            assertThat(announced).isEqualTo(players);
            assertThat(turns).isGreaterThan(players / 20);
            assertThat(engine.timers()).isZero();
        }
    }

    @Test
    void announcesAfterARestoreWhatFellDueMeanwhile() throws Exception {
        OperatorSubtaskState snapshot;
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "bob", JOIN);
            snapshot = engine.snapshot(1);
        }

        List<String> announced = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            try (EngineHarness half = EngineHarness.restored(snapshot, 1, 2, subtask)) {
                announced.addAll(half.pass(EngineHarness.at(9999)));
            }
        }

        assertThat(announced)
                .hasSize(2)
                .anyMatch(line -> line.contains("\"ann:harbour:" + EngineHarness.at(3601)))
                .anyMatch(line -> line.contains("\"bob:harbour:" + EngineHarness.at(3602)));
    }

    @Test
    void timeThatHasPassedHasPassedForWhoIsRestoredToo() throws Exception {
        OperatorSubtaskState snapshot;
        try (EngineHarness engine = EngineHarness.open()) {
            for (int i = 0; i < 100; i++) {
                engine.record("p" + i, JOIN, EngineHarness.at(1));
            }
            engine.pass(EngineHarness.at(3601));
            snapshot = engine.snapshot(1);
            assertThat(engine.timers()).isPositive();
        }

        try (EngineHarness restored = EngineHarness.restored(snapshot, 1, 1, 0)) {
            // What a source tells that reads on behind a step back of the broker's clock.
            restored.pass(EngineHarness.at(2));
            while (restored.hasMoreToDo()) {
                restored.nextTurn();
            }

            assertThat(restored.timers()).isZero();
        }
    }

    @Test
    void whereAPlayerStandsLeavesOnceBeforeABarrierHoweverOftenItChanged() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "ann", RIGHT);
            engine.action(3, "bob", JOIN);
            List<String> first = engine.beforeBarrier();
            engine.action(4, "ann", RIGHT);
            List<String> second = engine.beforeBarrier();
            engine.action(5, "bob", "\"abandon\":{}");
            List<String> third = engine.beforeBarrier();

            assertThat(first)
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("progress "))
                    .anyMatch(
                            line ->
                                    line.contains(
                                            "\"player\":\"ann\",\"hunt\":\"harbour\",\"version\":2,\"standing\":\"PLAYING\""))
                    .anyMatch(line -> line.contains("\"at\":" + EngineHarness.at(2)));
            // Already solved: told again, and nothing changed.
            assertThat(second).isEmpty();
            assertThat(third).singleElement().asString().contains("ABANDONED");
        }
    }

    @Test
    void whenMuchHasChangedItDoesNotWaitForABarrier() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            int left = 0;
            for (int i = 1; i <= ChangedProgress.MOST; i++) {
                left += engine.record("p" + i, JOIN, EngineHarness.at(1)).size() - 1;
            }

            assertThat(left).isEqualTo(ChangedProgress.MOST);
            assertThat(engine.beforeBarrier()).isEmpty();
        }
    }

    @Test
    void whoIsForgottenIsErasedAtOnceAndNothingOfHimLeavesBehindThat() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "ann", RIGHT);
            List<String> forgotten = engine.action(3, "ann", FORGET);
            List<String> barrier = engine.beforeBarrier();
            engine.action(4, "ann", JOIN);
            List<String> again = engine.beforeBarrier();

            assertThat(forgotten)
                    .contains(
                            "progress {\"player\":\"ann\",\"hunt\":\"harbour\",\"version\":3,\"erased\":true}",
                            "progress harbour/ann");
            assertThat(barrier).isEmpty();
            assertThat(again).singleElement().asString().contains("\"version\":4");
        }
    }

    @Test
    void stopsForALateVersionWhenACheckpointThatKnowsOfItIsComplete() throws Exception {
        PLANTED.set(Optional.empty());
        try (EngineHarness engine =
                EngineHarness.open(EngineHarness.all(EngineHarness.HUNTS, PLANTED::get))) {
            engine.snapshot(1);
            PLANTED.set(Optional.of(new LateVersionException(new PublishedHunts.Id("harbour", 2))));
            engine.snapshot(2);
            engine.complete(1);
            assertThat(engine.action(1, "ann", JOIN)).hasSize(1);
            assertThat(engine.action(2, "ann", RIGHT)).hasSize(1);

            assertThatThrownBy(() -> engine.complete(2)).isSameAs(PLANTED.get().orElseThrow());
        }
    }

    @Test
    void anActionBeforeATimeThatHasPassedEverywhereFailsTheJob() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.pass(EngineHarness.at(5));

            assertThatThrownBy(() -> engine.action(5, "ann", JOIN))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the source's watermark is wrong");
            assertThat(engine.action(6, "ann", JOIN)).hasSize(1);
        }
    }

    @Test
    void aDueMomentThatFailsIsOneDeadLetterAndTheActionIsAnswered() throws Exception {
        try (EngineHarness engine = EngineHarness.open(failingTheSecondTime())) {
            engine.action(1, "ann", JOIN);

            List<String> answers = engine.action(3601, "ann", RIGHT);

            assertThat(answers).hasSize(2);
            assertThat(answers.get(0)).contains("\"code\":\"SOLVED\"").contains("\"version\":2");
            assertThat(answers.get(1))
                    .startsWith("dead-letters ")
                    .contains("\"id\":\"ann:harbour:" + EngineHarness.at(3601) + "\"")
                    .contains("\"reason\":\"DEFECT\"")
                    .doesNotContain("planted");
            assertThat(engine.action(3602, "ann", JOIN)).hasSize(1);
        }
    }

    @Test
    void ofWhoIsForgottenNoHuntIsKept() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            engine.action(2, "ann", RIGHT);

            List<String> answers = engine.action(3, "ann", FORGET);

            assertThat(answers.get(0)).contains("\"code\":\"FORGOTTEN\"");
            assertThat(engine.keptHunts()).isZero();
            assertThat(engine.action(4, "ann", JOIN))
                    .singleElement()
                    .asString()
                    .contains("\"version\":4");
        }
    }

    @Test
    void withoutASealNobodyIsForgotten() throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            engine.action(1, "ann", JOIN);
            byte[] ann = bytes("ann");
            byte[] forget = bytes("{\"action_id\":\"f\",\"player\":\"ann\"," + FORGET + "}");

            List<String> answers =
                    engine.record(
                            Partitioning.partitionOf(ann, EngineHarness.PARTITIONS),
                            2,
                            ann,
                            forget,
                            false);

            assertThat(answers).singleElement().asString().contains("\"reason\":\"UNSEALED\"");
            assertThat(engine.keptHunts()).isEqualTo(1);
        }
    }

    @Test
    void decidesOnAfterARestoreAtAnotherParallelism() throws Exception {
        int players = 200;
        OperatorSubtaskState snapshot;
        try (EngineHarness engine = EngineHarness.open()) {
            for (int i = 0; i < players; i++) {
                engine.action(i, "p" + i, JOIN);
            }
            snapshot = engine.snapshot(1);
        }

        List<String> answers = new ArrayList<>();
        List<OperatorSubtaskState> halves = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            try (EngineHarness half = EngineHarness.restored(snapshot, 1, 2, subtask)) {
                for (int i = 0; i < players; i++) {
                    if (EngineHarness.ownerOf("p" + i, 2) == subtask) {
                        answers.addAll(
                                half.action(
                                        players + i,
                                        "p" + i,
                                        "\"answer\":{\"clue\":\"gate\",\"text\":\"key\"}"));
                    }
                }
                halves.add(half.snapshot(2));
            }
        }

        assertThat(answers)
                .hasSize(players)
                .allMatch(
                        answer ->
                                answer.contains("\"code\":\"SOLVED\",")
                                        && answer.contains("\"version\":2"));
        OperatorSubtaskState both =
                AbstractStreamOperatorTestHarness.repackageState(halves.get(0), halves.get(1));
        try (EngineHarness engine = EngineHarness.restored(both, 2, 1, 0)) {
            assertThat(engine.action(999, "p7", "\"scan\":{\"clue\":\"mast\",\"code\":\"QR-1\"}"))
                    .singleElement()
                    .asString()
                    .contains("COMPLETED")
                    .contains("\"version\":3");
            assertThat(engine.keptPlayers()).isEqualTo(2L * players);
        }
    }

    /** Hunts whose second look-up throws, out of the midst of the rules. */
    private static FencedHunts.Supplier failingTheSecondTime() {
        int[] asked = {0};
        return EngineHarness.all(
                id -> {
                    if (++asked[0] == 2) {
                        throw new IllegalStateException("planted");
                    }
                    return EngineHarness.HUNTS.find(id);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(String letter) {
        int start = letter.indexOf("\"reason\":\"") + "\"reason\":\"".length();
        return letter.substring(start, letter.indexOf('"', start));
    }
}
