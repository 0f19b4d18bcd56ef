package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.reinstate;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Draft.waiting;
import static treasurehunt.core.EffectType.CLAIMED;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.SOLVED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

import java.util.List;

/** Rule book, sections 7 and 10: what solving claims. */
class ClaimsTest {
    private static final Hunt MARKET =
            Hunts.hunt(
                    """
                    complete-when: gate
                    clues:
                      - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}, first-finders: [50, 30], treasure: compass}
                      - {id: mast, title: The mast, proof: {code: {accept: [QR-1]}}, treasure: compass}
                      - {id: pier, title: The pier, proof: {place: {latitude: 0, longitude: 0, radius-m: 9}}, treasure: compass}
                      - {id: photo, title: A photo, proof: {review: {}}, treasure: compass}
                      - {id: race, title: A race, proof: {answer: {accept: [x]}}, first-finders: [5]}
                      - {id: after, title: After, requires: gate, proof: {answer: {accept: [x]}}}
                    treasures:
                      - {id: compass, title: The golden compass, stock: 1, points: 500}
                    """);

    private static Scenario joined() {
        return Scenario.of(MARKET).given(join());
    }

    @Test
    void aSolveClaimsItsFirstFindersThenItsTreasure() {
        joined().when(answer("gate", "oak"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS, CLAIMED, CLAIMED, CLUE_UNLOCKED, COMPLETED)
                .claims("gate#first-finders", "compass");
    }

    @Test
    void aClueWithFirstFindersOnlyClaimsThose() {
        joined().when(answer("race", "x"))
                .exactly(new Effect.ClueSolved("race"), new Effect.Claimed("race#first-finders"));
    }

    static List<Scenario> everyWayOfSolving() {
        return List.of(
                joined().when(answer("gate", "oak")),
                joined().when(scan("mast", "QR-1")),
                joined().when(arrive("pier", 0, 0)),
                joined().given(submit("photo")).when(accept("photo")),
                joined().when(markSolved("photo")));
    }

    @ParameterizedTest
    @MethodSource("everyWayOfSolving")
    void whoeverSolvesAndHoweverClaims(Scenario solved) {
        assertThat(solved.result().effects()).contains(new Effect.Claimed("compass"));
    }

    static List<Scenario> everyStanding() {
        Draft solve = answer("gate", "oak");
        return List.of(
                joined().given(solve),
                joined().given(solve, waiting("compass")),
                joined().given(solve, granted("compass", 1)),
                joined().given(solve, soldOut("compass")),
                joined().given(solve, disqualify(), reinstate()));
    }

    @ParameterizedTest
    @MethodSource("everyStanding")
    void aTreasureOfTwoCluesIsClaimedOnceEverWhateverBecameOfTheClaim(Scenario claimed) {
        claimed.when(scan("mast", "QR-1")).then(SOLVED).effects(CLUE_SOLVED);
    }

    @Test
    void everyPlayerClaimsForHimself() {
        Scenario.of(MARKET)
                .given(join(), join().from("bob"), answer("gate", "oak"))
                .when(answer("gate", "oak").from("bob"))
                .claims("gate#first-finders", "compass");
    }

    @Test
    void treasuresOfTwoHuntsAreTwoHoweverTheyAreCalled() {
        Hunt other =
                Hunts.hunt(
                        "other",
                        1,
                        """
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}, treasure: compass}
                        treasures: [{id: compass, title: A brass compass, stock: 1}]
                        """);

        Scenario.of(MARKET, other)
                .given(join(), join().in("other"), answer("gate", "oak"))
                .when(answer("gate", "oak").in("other"))
                .claims("compass");
    }

    @Test
    void anExcludedPlayerClaimsNothingThenOrLaterForThatSolve() {
        joined().given(disqualify())
                .when(markSolved("gate"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS, CLUE_UNLOCKED, COMPLETED)
                .when(reinstate())
                .claims()
                .when(markSolved("gate"))
                .then(NO_CHANGE)
                .when(granted("compass", 1))
                .then(NO_CHANGE);
    }

    @Test
    void whatHeDidNotClaimWhileExcludedAnotherSolveMayClaim() {
        joined().given(disqualify(), markSolved("gate"), reinstate())
                .when(scan("mast", "QR-1"))
                .claims("compass");
    }
}
