package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import treasurehunt.core.state.RateBucket;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Rate;

/** Rule book, section 10: the rate bucket, in thousandths of a token. */
class RateTest {
    private static final Draft ACTION = answer("none", "");

    @Test
    void theBucketIsFullAtTheJoinAndTheJoinTakesNothing() {
        Scenario.of(rated(3, 2)).given(join()).thousandths(3000);
    }

    @Test
    void unlessGivenItHoldsThirtyAndRegainsFiveASecond() {
        Scenario.of(Hunts.simple("h"))
                .given(join())
                .thousandths(30_000)
                .when(ACTION.after("0ms"), ACTION.after("1ms"))
                .thousandths(28_005);
    }

    @Test
    void anActionTakesAThousand() {
        Scenario.of(rated(3, 2)).given(join()).when(ACTION.after("0ms")).thousandths(2000);
    }

    @Test
    void everyMillisecondBringsPerSecondThousandths() {
        Scenario.of(rated(3, 2))
                .given(join())
                .when(ACTION.after("0ms"), ACTION.after("0ms"), ACTION.after("7ms"))
                .thousandths(14);
    }

    @Test
    void neverMoreThanBurstIsHeld() {
        Scenario.of(rated(3, 2)).given(join()).when(ACTION.after("20d")).thousandths(2000);
    }

    @Test
    void theFullBucketAtTheJoinIsNoHeadStart() {
        Scenario.of(rated(1, 1))
                .given(join())
                .when(ACTION.after("20d"))
                .then(UNKNOWN_CLUE)
                .when(ACTION.after("0ms"))
                .then(RATE_LIMITED);
    }

    @Test
    void withoutATokenAnActionIsRefusedAndNothingIsTaken() {
        Scenario.of(rated(1, 2))
                .given(join())
                .when(ACTION.after("0ms"), ACTION.after("7ms"))
                .then(RATE_LIMITED)
                .retryAfter(493)
                .thousandths(14)
                .effects();
    }

    @Test
    void aTokenIsThereExactlyAtItsMoment() {
        Scenario.of(rated(1, 2))
                .given(join().at(OPENS))
                .when(ACTION.after("0ms"), ACTION.after("499ms"))
                .then(RATE_LIMITED)
                .retryAfter(1)
                .when(ACTION.after("1ms"))
                .then(UNKNOWN_CLUE)
                .thousandths(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 500", "3, 334", "7, 143", "999, 2", "1000, 1", "1000000000, 1"})
    void theWaitIsRoundedUp(long perSecond, long wait) {
        Scenario.of(rated(1, perSecond))
                .given(join())
                .when(ACTION.after("0ms"), ACTION.after("0ms"))
                .then(RATE_LIMITED)
                .retryAfter(wait)
                .when(ACTION.after(wait + "ms"))
                .then(UNKNOWN_CLUE);
    }

    @Test
    void everyHuntHasItsOwnBucket() {
        Hunt other = Hunts.simple("other");

        Scenario.of(rated(1, 1), other)
                .given(join(), join().in("other").after("0ms"))
                .when(ACTION.after("0ms"), ACTION.in("other").after("0ms"))
                .then(UNKNOWN_CLUE)
                .thousandths(29_000);
    }

    @Test
    void everyPlayerHasHisOwnBucket() {
        Scenario.of(rated(1, 1))
                .given(join(), join().from("bob").after("0ms"))
                .when(ACTION.after("0ms"), ACTION.from("bob").after("0ms"))
                .then(UNKNOWN_CLUE);
    }

    @Test
    void whatARefusedCheckReckonedStands() {
        Scenario.of(rated(1, 1))
                .given(join())
                .when(ACTION.after("0ms"), ACTION.after("500ms"))
                .then(RATE_LIMITED)
                .published(rated(2, 1, 4))
                .when(ACTION.after("100ms"))
                .then(RATE_LIMITED)
                .retryAfter(25);
    }

    @Test
    void aSmallerBurstCutsWhatIsThere() {
        Scenario.of(rated(5, 1))
                .given(join())
                .published(rated(2, 2, 1))
                .when(ACTION.after("1ms"))
                .thousandths(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1_000_000_000",
        "999, 999_000_000_000",
        "1000, 1_000_000_000_000",
        "1001, 1_000_000_000_000",
        "9_223_372_037, 1_000_000_000_000",
        "20_000_000_000, 1_000_000_000_000",
        "999_999_999_999, 1_000_000_000_000",
        "300_000_000_000_000, 1_000_000_000_000"
    })
    void theLargestBucketFillsWithoutOverflow(String elapsed, String thousandths) {
        Rate largest = new Rate(1_000_000_000, 1_000_000_000);

        RateBucket filled = new RateBucket(0, OPENS).refilled(largest, OPENS + number(elapsed));

        assertThat(filled.thousandths()).isEqualTo(number(thousandths));
    }

    @Test
    void theSlowestLargeBucketFillsWithoutOverflow() {
        Rate slow = new Rate(1_000_000_000, 1);

        RateBucket filled = new RateBucket(0, OPENS).refilled(slow, OPENS + 999_999_999_999L);

        assertThat(filled.thousandths()).isEqualTo(999_999_999_999L);
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }

    private static Hunt rated(long burst, long perSecond) {
        return rated(1, burst, perSecond);
    }

    private static Hunt rated(int version, long burst, long perSecond) {
        return Hunts.hunt(
                "harbour-lights",
                version,
                """
                rate: {burst: %d, per-second: %d}
                clues:
                  - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                """
                        .formatted(burst, perSecond));
    }
}
