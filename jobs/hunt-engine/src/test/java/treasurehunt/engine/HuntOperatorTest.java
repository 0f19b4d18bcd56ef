package treasurehunt.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import treasurehunt.schemas.action.Partitioning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class HuntOperatorTest {
    private static final String JOIN = "\"join\":{}";
    private static final String FORGET =
            "\"operator\":\"olga\",\"forget\":{\"reason\":\"asked for it\"}";
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

            assertThat(answers).singleElement().asString().contains("\"code\":\"FORGOTTEN\"");
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
    private static HuntSupplier failingTheSecondTime() {
        return (metrics, onFailure) -> {
            HuntSupplier.OpenCatalogue good = EngineHarness.supplier().open(metrics, onFailure);
            int[] asked = {0};
            return id -> {
                if (++asked[0] == 2) {
                    throw new IllegalStateException("planted");
                }
                return good.find(id);
            };
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(String letter) {
        int start = letter.indexOf("\"reason\":\"") + "\"reason\":\"".length();
        return letter.substring(start, letter.indexOf('"', start));
    }
}
