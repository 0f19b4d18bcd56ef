package treasurehunt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.connector.kafka.source.Stamp;
import treasurehunt.connector.kafka.source.StampedRecord;
import treasurehunt.core.Rules;
import treasurehunt.schemas.action.RawRecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * State that earlier builds have left: every build from then on goes on from it. Whoever changes
 * what is kept adds a folder, by {@code -Dtest=GoldenStateTest -Dhunt.golden=NAME}, and takes none
 * away. Its name ends with the number of the rules; state of other rules than today's is refused.
 */
@SuppressWarnings("try") // the harness is Flink's; its close() declares every exception
class GoldenStateTest {
    private static final String NEW = "hunt.golden";
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-state");
    private static final String ENGINE = "engine.state";
    private static final String STAMP = "stamp.state";
    private static final String ANSWERS = "answers.ndjson";

    @BeforeAll
    static void writeTheStateOfThisBuildIfAsked() throws Exception {
        String name = System.getProperty(NEW);
        if (name != null) {
            write(Files.createDirectory(GOLDEN.resolve(name)));
        }
    }

    private static void write(Path folder) throws Exception {
        try (EngineHarness engine = EngineHarness.open()) {
            play(engine);
            OperatorSnapshotUtil.writeStateHandle(
                    engine.savepoint(), folder.resolve(ENGINE).toString());
        }
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp()) {
            stamp.open();
            stamp.processElement(record(0, 900), 0);
            stamp.processElement(record(1, 400), 0);
            OperatorSnapshotUtil.writeStateHandle(
                    stamp.snapshot(1, 1), folder.resolve(STAMP).toString());
        }
        Files.write(folder.resolve(ANSWERS), goOn(folder));
    }

    static List<Path> builds() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList();
        }
    }

    @Test
    void thereIsOneOfTodaysRules() throws Exception {
        assertThat(builds()).anyMatch(build -> build.toString().endsWith("-rules-" + Rules.NUMBER));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void goesOnWhereTheBuildThatLeftItStopped(Path build) throws Exception {
        if (!build.toString().endsWith("-rules-" + Rules.NUMBER)) {
            assertThatThrownBy(() -> goOn(build)).hasStackTraceContaining("by the rules of number");
            return;
        }
        List<String> answers = goOn(build);

        assertThat(answers).isEqualTo(Files.readAllLines(build.resolve(ANSWERS)));
    }

    @ParameterizedTest
    @MethodSource("builds")
    void timeGoesOnWhereTheBuildThatLeftItStopped(Path build) throws Exception {
        try (OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp = stamp()) {
            stamp.initializeState(
                    OperatorSnapshotUtil.readStateHandle(build.resolve(STAMP).toString()));
            stamp.open();

            stamp.processElement(record(0, 100), 0);
            stamp.processElement(record(1, 500), 0);

            assertThat(stamp.extractOutputValues())
                    .map(StampedRecord::at)
                    .containsExactly(900L, 500L);
        }
    }

    @Test
    void stateOfOtherRulesIsRefusedForGoodAndInWords() {
        JudgedBy other = new JudgedBy(Rules.NUMBER - 1, 7, 7, 7);

        assertThatThrownBy(() -> JudgedBy.restored(true, List.of(other)))
                .isInstanceOf(SuppressRestartsException.class)
                .hasStackTraceContaining("by the rules of number " + (Rules.NUMBER - 1))
                .hasStackTraceContaining("this release's are " + Rules.NUMBER);
        assertThatThrownBy(() -> JudgedBy.restored(true, List.of()))
                .isInstanceOf(SuppressRestartsException.class);
        assertThat(JudgedBy.restored(false, List.of())).isEmpty();
    }

    @Test
    void theOperatorRefusesStateThatDoesNotSayByWhichRules() throws Exception {
        OperatorSubtaskState players;
        try (EngineHarness engine = EngineHarness.open()) {
            play(engine);
            players =
                    OperatorSubtaskState.builder()
                            .setManagedKeyedState(engine.snapshot(1).getManagedKeyedState())
                            .build();
        }

        assertThatThrownBy(() -> EngineHarness.restored(players, 1, 1, 0))
                .hasStackTraceContaining("of a release that did not keep it");
    }

    /** Something of everything that is kept. */
    private static void play(EngineHarness engine) throws Exception {
        engine.action(1, "ann", "\"join\":{}");
        engine.action(2, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"wrong\"}");
        engine.action(3, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"key\"}");
        engine.action(4, "bob", "\"join\":{}");
        engine.action(5, "bob", "\"position\":{\"latitude\":1,\"longitude\":2,\"accuracy\":3}");
        engine.action(6, "bob", "\"operator\":\"o\",\"disqualify\":{\"reason\":\"r\"}");
        engine.action(7, "cleo", "\"join\":{}");
        engine.action(8, "cleo", "\"operator\":\"o\",\"disqualify\":{\"reason\":\"r\"}");
        engine.action(9, "cleo", "\"operator\":\"o\",\"forget\":{\"reason\":\"r\"}");
        engine.action(10, "dan", "\"join\":{}");
        engine.action(
                11, "dan", "\"submit_for_review\":{\"clue\":\"tide\",\"evidence\":\"photo\"}");
    }

    private static List<String> goOn(Path build) throws Exception {
        OperatorSubtaskState state =
                OperatorSnapshotUtil.readStateHandle(build.resolve(ENGINE).toString());
        List<String> answers = new ArrayList<>();
        try (EngineHarness engine = EngineHarness.restored(state, 1, 1, 0)) {
            answers.addAll(
                    engine.action(3, "ann", "\"answer\":{\"clue\":\"gate\",\"text\":\"key\"}"));
            answers.addAll(
                    engine.action(20, "ann", "\"scan\":{\"clue\":\"mast\",\"code\":\"QR-1\"}"));
            answers.addAll(engine.action(21, "bob", "\"join\":{}"));
            answers.addAll(
                    engine.action(
                            22, "bob", "\"operator\":\"o\",\"reinstate\":{\"reason\":\"r\"}"));
            answers.addAll(engine.action(23, "cleo", "\"join\":{}"));
            answers.addAll(engine.pass(EngineHarness.at(3_620)));
            answers.addAll(
                    engine.action(
                            3_700,
                            "dan",
                            "\"operator\":\"o\",\"review\":{\"clue\":\"tide\",\"accepted\":true,\"reason\":\"r\"}"));
        }
        return answers;
    }

    private static OneInputStreamOperatorTestHarness<RawRecord, StampedRecord> stamp()
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new Stamp(Stamp.TickerSupplier.NONE));
    }

    private static RawRecord record(int partition, long appendTime) {
        return new RawRecord(partition, 0, appendTime, false, null, null, new byte[0]);
    }
}
