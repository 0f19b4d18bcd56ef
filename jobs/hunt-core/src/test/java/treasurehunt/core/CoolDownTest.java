package treasurehunt.core;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.resetAttempts;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.ATTEMPTS_RESET;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.COOLING_DOWN;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.INACCURATE;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.RESET;
import static treasurehunt.schemas.result.Code.REVIEWED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_FAR;
import static treasurehunt.schemas.result.Code.UNDER_REVIEW;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;

import java.util.stream.IntStream;

/** Rule book, sections 5, 6 and 10: waiting after failures. */
class CoolDownTest {
    private static final String ANSWER = "answer: {accept: [oak], near: {beech: A harder wood}}";
    private static final Hunt GROWING =
            gate(1, "free: 2, wait: 30s, factor: 2, ceiling: 100s", ANSWER);

    /** One clue with these attempts and this proof. */
    private static Hunt gate(int version, String attempts, String proof) {
        return Hunts.hunt(
                "harbour-lights",
                version,
                """
                clues:
                  - id: gate
                    title: The gate
                    attempts: {%s}
                    proof: {%s}
                    hints: [{id: free, text: A tree}]
                  - {id: other, title: Another, proof: {code: {accept: [QR-1]}}}
                """
                        .formatted(attempts, proof));
    }

    private static Draft wrong(int i) {
        return answer("gate", "wrong " + i);
    }

    private static Draft[] wrongAnswers(int count) {
        return IntStream.range(0, count).mapToObj(CoolDownTest::wrong).toArray(Draft[]::new);
    }

    @Test
    void theFreeOnesStartNoWait() {
        Scenario.of(GROWING)
                .given(join())
                .when(wrong(1))
                .then(WRONG)
                .noRetryAfter()
                .when(wrong(2).after("0ms"))
                .then(WRONG)
                .noRetryAfter()
                .when(answer("gate", "oak").after("0ms"))
                .then(SOLVED);
    }

    @Test
    void everyFurtherOneStartsALongerWaitUpToTheCeiling() {
        Scenario.of(GROWING)
                .given(join(), wrong(1), wrong(2))
                .when(wrong(3))
                .then(WRONG)
                .retryAfter(30_000)
                .when(wrong(4).after("30s"))
                .retryAfter(60_000)
                .when(wrong(5).after("1m"))
                .retryAfter(100_000)
                .when(wrong(6).after("100s"))
                .retryAfter(100_000);
    }

    @Test
    void withoutFurtherWordEveryFailureStartsTheSameWait() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join())
                .when(wrong(1))
                .retryAfter(30_000)
                .when(wrong(2).after("30s"))
                .retryAfter(30_000)
                .when(wrong(3).after("30s"))
                .retryAfter(30_000);
    }

    @Test
    void withoutFurtherWordNoWaitIsLongerThanADay() {
        Scenario.of(gate(1, "wait: 20h, factor: 2", ANSWER))
                .given(join())
                .when(wrong(1))
                .retryAfter(72_000_000)
                .when(wrong(2).after("1d"))
                .retryAfter(86_400_000);
    }

    @Test
    void theCeilingHoldsForTheFirstWaitToo() {
        Scenario.of(gate(1, "wait: 30s, ceiling: 10s", ANSWER))
                .given(join())
                .when(wrong(1))
                .retryAfter(10_000);
    }

    @Test
    void whileItRunsEvenTheRightAnswerIsRefusedAndCostsNothing() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .when(answer("gate", "oak").after("10s"))
                .then(COOLING_DOWN)
                .retryAfter(20_000)
                .effects()
                .noAttemptsLeft()
                .attempts("gate", 1);
    }

    @Test
    void atItsEndItIsOver() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .when(answer("gate", "oak").after("29999ms"))
                .then(COOLING_DOWN)
                .retryAfter(1)
                .when(answer("gate", "oak").after("1ms"))
                .then(SOLVED);
    }

    @Test
    void whatIsRefusedMeanwhileMakesItNoLonger() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .when(wrong(2).after("15s"), wrong(3).after("14s"))
                .then(COOLING_DOWN)
                .when(answer("gate", "oak").after("1s"))
                .then(SOLVED);
    }

    @Test
    void aNearMissStartsOne() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join())
                .when(answer("gate", "beech"))
                .then(NEAR)
                .retryAfter(30_000);
    }

    @Test
    void aPlaceMissedStartsOneAnInaccurateFixDoesNot() {
        Scenario.of(
                        gate(
                                1,
                                "wait: 30s",
                                "place: {latitude: 0, longitude: 0, radius-m: 9, accuracy-m: 9}"))
                .given(join())
                .when(arrive("gate", 0, 1, 10))
                .then(INACCURATE)
                .noRetryAfter()
                .when(arrive("gate", 0, 1, 9).after("0ms"))
                .then(TOO_FAR)
                .retryAfter(30_000)
                .when(arrive("gate", 0, 0, 9))
                .then(COOLING_DOWN);
    }

    @Test
    void whatWasTriedBeforeStartsNone() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .when(wrong(1).after("30s"))
                .then(ALREADY_TRIED)
                .noRetryAfter()
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void aRejectedReviewStartsOneAndItsAnswerDoesNotSaySo() {
        Scenario.of(gate(1, "wait: 30s", "review: {}"))
                .given(join(), submit("gate"))
                .when(reject("gate"))
                .then(REVIEWED)
                .noRetryAfter()
                .when(submit("gate").after("10s"))
                .then(COOLING_DOWN)
                .retryAfter(20_000)
                .when(submit("gate").after("20s"))
                .then(UNDER_REVIEW);
    }

    @Test
    void theLastTryLeavesNothingToWaitFor() {
        Scenario.of(gate(1, "max: 2, wait: 30s", ANSWER))
                .given(join())
                .when(wrong(1))
                .attemptsLeft(1)
                .retryAfter(30_000)
                .when(wrong(2).after("30s"))
                .then(WRONG)
                .attemptsLeft(0)
                .noRetryAfter()
                .when(answer("gate", "oak"))
                .then(OUT_OF_ATTEMPTS)
                .noRetryAfter();
    }

    @Test
    void anotherClueIsFreeMeanwhileAndSoIsAHint() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .when(hint("gate", "free"))
                .then(HINT_GIVEN)
                .when(scan("other", "QR-1"))
                .then(SOLVED);
    }

    @Test
    void aRetryIsNotToldToWait() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1).as("a"))
                .when(wrong(1).as("a"))
                .then(WRONG)
                .replayOf("0:1")
                .noRetryAfter();
    }

    @Test
    void itsEndIsFixedWhenItStartsWhateverANewerVersionSays() {
        Scenario.of(gate(1, "wait: 30s", ANSWER))
                .given(join(), wrong(1))
                .published(gate(2, "wait: 1s", ANSWER))
                .when(answer("gate", "oak").after("29s"))
                .then(COOLING_DOWN)
                .retryAfter(1000)
                .published(gate(3, "max: 9", ANSWER))
                .when(answer("gate", "oak").after("999ms"))
                .then(COOLING_DOWN)
                .when(answer("gate", "oak").after("1ms"))
                .then(SOLVED);
    }

    @Test
    void aNewerVersionStartsItsOwnWaitsFromAllThatFailedSoFar() {
        Scenario.of(gate(1, "max: 9", ANSWER))
                .given(join(), wrong(1), wrong(2))
                .published(gate(2, "free: 1, wait: 1s, factor: 10", ANSWER))
                .when(wrong(3))
                .then(WRONG)
                .retryAfter(10_000);
    }

    /** A review that was asked for under one version is rejected under another. */
    @Test
    void ofTwoWaitsTheOneThatEndsLaterCounts() {
        Hunt review = gate(1, "wait: 1m", "review: {}");
        Hunt longWait = gate(2, "wait: 1m", ANSWER);

        Scenario.of(review)
                .given(join(), submit("gate"))
                .published(longWait)
                .given(wrong(1))
                .published(gate(3, "wait: 10s", ANSWER))
                .when(reject("gate"))
                .then(REVIEWED)
                .when(answer("gate", "oak").after("10s"))
                .then(COOLING_DOWN)
                .retryAfter(49_000);
        Scenario.of(review)
                .given(join(), submit("gate"))
                .published(longWait)
                .given(wrong(1))
                .published(gate(3, "wait: 1h", ANSWER))
                .when(reject("gate"))
                .then(REVIEWED)
                .when(answer("gate", "oak").after("1m"))
                .then(COOLING_DOWN)
                .retryAfter(3_540_000);
    }

    @Test
    void aResetLiftsItAndCountsAnew() {
        Scenario.of(GROWING)
                .given(join(), wrong(1), wrong(2), wrong(3))
                .when(resetAttempts("gate"))
                .then(RESET)
                .effects(ATTEMPTS_RESET)
                .when(wrong(4).after("0ms"))
                .then(WRONG)
                .effects(ATTEMPT_USED)
                .noRetryAfter()
                .when(wrong(5).after("0ms"))
                .noRetryAfter()
                .when(wrong(6).after("0ms"))
                .retryAfter(30_000);
    }

    @Test
    void aHugeFactorStopsAtTheCeiling() {
        Scenario.of(gate(1, "wait: 1ms, factor: 1000000000, ceiling: 5d", ANSWER))
                .given(join())
                .when(wrong(1))
                .retryAfter(1)
                .when(wrong(2))
                .retryAfter(432_000_000)
                .when(wrong(3).after("5d"))
                .retryAfter(432_000_000)
                .when(wrong(4).after("5d"))
                .retryAfter(432_000_000)
                .when(wrong(5).after("5d"))
                .retryAfter(432_000_000);
    }

    @Test
    void aHugeFactorOfALongWaitStopsAtTheCeilingToo() {
        Scenario.of(gate(1, "max: 9", ANSWER))
                .given(join(), wrong(1))
                .published(gate(2, "wait: 200d, factor: 1000000000, ceiling: 300d", ANSWER))
                .when(wrong(2))
                .then(WRONG)
                .retryAfter(25_920_000_000L);
    }

    @Test
    void aHundredDoublingsStopAtTheCeiling() {
        Scenario.of(gate(1, "wait: 1ms, factor: 2, ceiling: 1s", ANSWER))
                .given(join())
                .given(wrongAnswers(10))
                .retryAfter(512)
                .when(wrong(10))
                .retryAfter(1000);
        Scenario.of(gate(1, "wait: 1ms, factor: 2, ceiling: 1s", ANSWER))
                .given(join())
                .given(wrongAnswers(100))
                .retryAfter(1000);
    }
}
