package treasurehunt.engine.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class FenceTest {
    private static final long NOON = 1_780_000_000_000L;
    private static final long AGREE = 2_500;
    private static final long LEAD = 5_000;

    private final FakeHuntLog log = new FakeHuntLog();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final List<Fence> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Fence::close);
    }

    @Test
    void oneAskCoversAWholeBacklogAndTheTimeThatClocksMayDiffer() throws Exception {
        log.publish("harbour", 1, NOON);
        log.reach(NOON + 3_600_000);
        Fence fence = open();
        int asked = log.asks();

        Coverage early = fence.covering(NOON + LEAD);
        Coverage late = fence.covering(NOON + 3_600_000 + AGREE);

        assertThat(late).isSameAs(early);
        assertThat(log.waits()).isZero();
        assertThat(asked).isEqualTo(1);
        assertThat(early.find("harbour").inEffect(NOON + LEAD)).isPresent();
        assertThat(early.find("harbour").inEffect(NOON + LEAD - 1)).isEmpty();
    }

    @Test
    void whoWantsToDecideFurtherWaitsForAnAskMadeSince() throws Exception {
        log.reach(NOON);
        Fence fence = open();
        log.publish("harbour", 1, NOON + 1_000);

        Coverage coverage = fence.covering(NOON + 60_000);

        // The action itself shows that the log had reached its time when the end was asked for.
        assertThat(coverage.mark().until()).isGreaterThanOrEqualTo(NOON + 60_000 + AGREE);
        assertThat(coverage.find("harbour").inEffect(NOON + 60_000)).isPresent();
        assertThat(log.waits()).isEqualTo(1);
    }

    @Test
    void howFarTheLogHasComeIsAskedBeforeTheEnd() throws Exception {
        log.reach(NOON);
        open();

        assertThat(log.questions()).startsWith("newest", "end", "read");
    }

    @Test
    void aVersionThatCameTooLateStopsTheJobByAMessageThatNamesVoid() throws Exception {
        log.publish("harbour", 1, NOON);
        log.reach(NOON + 60_000);
        Fence fence = open();
        fence.covering(NOON + 60_000 + AGREE);

        log.publish("harbour", 2, NOON + 57_500);
        log.publish("harbour", 3, NOON + 58_000);
        Coverage without = fence.covering(NOON + 60_000 + AGREE + 1);

        // As will be decided once it is void. A start from this mark finds it too late, too.
        assertThat(fence.late())
                .hasValueSatisfying(
                        late ->
                                assertThat(late)
                                        .hasMessageStartingWith("LATE VERSION harbour version 2: ")
                                        .hasMessageContaining("./hunt void harbour 2"));
        assertThat(without.find("harbour").inEffect(NOON + 63_000))
                .hasValueSatisfying(hunt -> assertThat(hunt.version()).isEqualTo(1));
        assertThat(failure).isNotDone();
        assertThatThrownBy(() -> open(fence.mark())).isInstanceOf(LateVersionException.class);
    }

    @Test
    void aVersionInTheLastMomentIsInTime() throws Exception {
        log.reach(NOON);
        Fence fence = open();

        // In effect one ms after the last that could have been decided without it.
        log.publish("harbour", 1, NOON + AGREE - LEAD + 1);

        assertThat(fence.covering(NOON + 60_000).find("harbour").inEffect(NOON + AGREE + 1))
                .isPresent();
        assertThat(failure).isNotDone();
    }

    @Test
    void oldVersionsAreNotLateAfterARestartAndMissedOnesAre() throws Exception {
        log.publish("harbour", 1, NOON);
        log.publish("harbour", 2, NOON + 10_000);
        log.reach(NOON + 60_000);

        Fence known = open(new Mark(2, NOON + 50_000));

        assertThat(known.covering(NOON + 60_000).find("harbour").inEffect(NOON + 60_000))
                .hasValueSatisfying(hunt -> assertThat(hunt.version()).isEqualTo(2));
        assertThatThrownBy(() -> open(new Mark(1, NOON + 50_000)))
                .isInstanceOf(LateVersionException.class)
                .hasMessageContaining("harbour version 2");
        // Each task's own word counts: one that knew little had not come far.
        open(new Mark(1, NOON + 14_999), new Mark(2, NOON + 50_000));
    }

    @Test
    void aVoidLetsTheJobGoOnWithoutTheVersionThatCameTooLate() throws Exception {
        log.publish("harbour", 1, NOON);
        log.publish("harbour", 2, NOON + 10_000);
        log.makeVoid("harbour", 2, NOON + 61_000);
        log.reach(NOON + 60_000);

        Fence fence = open(new Mark(1, NOON + 50_000));

        assertThat(fence.covering(NOON + 60_000).find("harbour").inEffect(NOON + 60_000))
                .hasValueSatisfying(hunt -> assertThat(hunt.version()).isEqualTo(1));
    }

    @Test
    void theVoidOfAVersionThatMayHaveJudgedStopsTheJobForGood() throws Exception {
        log.publish("harbour", 1, NOON);
        log.reach(NOON + 60_000);
        open();

        log.makeVoid("harbour", 1, NOON + 61_000);

        assertThat(failure.get(30, TimeUnit.SECONDS))
                .isInstanceOf(SuppressRestartsException.class)
                .hasStackTraceContaining("harbour version 1");
        assertThatThrownBy(() -> open(new Mark(1, NOON + 60_000)))
                .isInstanceOf(SuppressRestartsException.class);
    }

    @Test
    void theVoidOfAVersionThatIsNotInEffectYetTakesItAway() throws Exception {
        log.publish("harbour", 1, NOON + 100_000);
        log.reach(NOON + 60_000);
        Fence fence = open();
        log.makeVoid("harbour", 1, NOON + 100_001);

        assertThat(fence.covering(NOON + 200_000).find("harbour").inEffect(NOON + 200_000))
                .isEmpty();
        assertThat(failure).isNotDone();
    }

    @Test
    void ofTwoRecordsWithOneVersionTheFirstCounts() throws Exception {
        log.publish("harbour", 1, NOON);
        log.publish("harbour", 1, NOON + 30_000);
        log.refuse(NOON);
        log.reach(NOON + 60_000);

        Fence fence = open();

        assertThat(fence.covering(NOON + 60_000).find("harbour").inEffect(NOON + LEAD)).isPresent();
        assertThat(log.refusals()).isEqualTo(2);
    }

    @Test
    void brokersThatDoNotAnswerAreAskedAgain() throws Exception {
        log.reach(NOON);
        Fence fence = open();
        log.failOnce();

        fence.covering(NOON + 60_000);

        assertThat(failure).isNotDone();
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        log.reach(NOON);
        Fence fence = open();
        log.stopAnswering();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread task =
                new Thread(
                        () -> {
                            try {
                                fence.covering(NOON + 60_000);
                            } catch (InterruptedException e) {
                                ended.complete(e);
                            }
                        });
        task.start();

        task.interrupt();

        assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    private Fence open(Mark... marks) throws Exception {
        Fence fence = Fence.open(log.again(), List.of(marks), log, failure::complete);
        opened.add(fence);
        return fence;
    }
}
