package treasurehunt.core;

import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.EffectType.HINT_REVEALED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.INSUFFICIENT_POINTS;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

import java.util.Optional;

/** Rule book, section 10: hints. */
class HintsTest {
    private static final String TWO_GATES =
            """
            clues:
              - id: toll
                title: The toll gate
                points: 10
                wrong-penalty: 5
                proof: {answer: {accept: [oak]}}
              - id: gate
                title: The gate
                proof: {answer: {accept: [oak]}}
                hints:
                  - {id: dear, cost: 10, text: A tree}
                  - {id: free, text: Lobes}
            """;
    private static final Hunt BLOCKING = Hunts.hunt(TWO_GATES);
    private static final Hunt LENDING = Hunts.hunt("hint-policy: debt\n" + TWO_GATES);

    private static final Hunt BRIEF =
            Hunts.hunt(
                    """
                    clues:
                      - id: gate
                        title: The gate
                        deadline: 30m
                        proof: {answer: {accept: [oak]}}
                        hints: [{id: free, text: Lobes}, {id: dear, cost: 10, text: A tree}]
                      - id: later
                        title: Later
                        unlocks-after: 1h
                        proof: {answer: {accept: [x]}}
                        hints: [{id: free, text: The last but two}, {id: late, after: 5m, text: A cross}]
                      - id: pier
                        title: The pier
                        proof: {place: {latitude: 0, longitude: 0, radius-m: 9}}
                        hints: [{id: free, text: By the sea}]
                    """);

    @Test
    void aHintIsGivenAndPaid() {
        Scenario.of(BLOCKING)
                .given(join(), answer("toll", "oak"))
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .text("A tree")
                .exactly(
                        new Effect.HintRevealed("gate", "dear", "A tree"),
                        new Effect.Points(
                                -10, 0, Effect.Cause.ofHint("gate", "dear"), Optional.empty()))
                .score(0)
                .version(3);
    }

    @Test
    void aHintThatCostsNothingMakesNoPoints() {
        Scenario.of(BLOCKING)
                .given(join())
                .when(hint("gate", "free"))
                .then(HINT_GIVEN)
                .effects(HINT_REVEALED)
                .score(0);
    }

    @Test
    void anUnknownHintIsRefused() {
        Scenario.of(BLOCKING).given(join()).when(hint("gate", "none")).then(UNKNOWN_HINT).noText();
        Scenario.of(BLOCKING).given(join()).when(hint("none", "dear")).then(UNKNOWN_CLUE);
    }

    @Test
    void aLockedCluesHintsAreLockedWithIt() {
        Scenario.of(HARBOUR_LIGHTS).given(join()).when(hint("anchor", "dear")).then(LOCKED);
    }

    @Test
    void aHintGivenBeforeIsToldAgainForNothing() {
        Scenario.of(LENDING)
                .given(join(), hint("gate", "dear"))
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .noReplay()
                .text("A tree")
                .effects()
                .score(-10)
                .version(2);
    }

    @Test
    void aHintGivenBeforeIsToldAgainWhateverTheScoreIsNow() {
        Scenario.of(BLOCKING)
                .given(join(), answer("toll", "oak"), hint("gate", "dear"))
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .effects()
                .score(0);
    }

    @Test
    void aSolvedCluesHintIsGivenFree() {
        Scenario.of(BLOCKING)
                .given(join(), answer("gate", "oak"))
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .effects(HINT_REVEALED)
                .text("A tree")
                .score(0)
                .version(3);
    }

    @Test
    void aSolvedCluesHintDoesNotWait() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak"))
                .when(hint("gate", "late"))
                .then(HINT_GIVEN)
                .effects(HINT_REVEALED);
    }

    @Test
    void aHintIsLockedUntilItsTimeFromTheCluesUnlocking() {
        Hunt anchorLater =
                Hunts.hunt(
                        """
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                          - id: anchor
                            title: The anchor
                            requires: gate
                            proof: {answer: {accept: [rust]}}
                            hints: [{id: late, after: 5m, text: It is red}]
                        """);
        long unlocked = OPENS + 60_000;

        Scenario.of(anchorLater)
                .given(join(), answer("gate", "oak").at(unlocked))
                .when(hint("anchor", "late").after("10s"))
                .then(HINT_LOCKED)
                .retryAfter(290_000)
                .effects()
                .noText()
                .when(hint("anchor", "late").at(unlocked + 300_000))
                .then(HINT_GIVEN);
    }

    @Test
    void underBlockAHintIsNotSoldToWhoCannotPayIt() {
        Scenario.of(BLOCKING)
                .given(join(), answer("toll", "ash"), answer("toll", "oak"))
                .when(hint("gate", "dear"))
                .then(INSUFFICIENT_POINTS)
                .effects()
                .noText()
                .score(5);
    }

    @Test
    void underBlockAFreeHintIsGivenEvenBelowZero() {
        Scenario.of(BLOCKING)
                .given(join(), answer("toll", "ash"))
                .when(hint("gate", "free"))
                .then(HINT_GIVEN)
                .score(-5);
    }

    @Test
    void underDebtAHintMayTakeTheScoreBelowZero() {
        Scenario.of(LENDING)
                .given(join())
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .effects(HINT_REVEALED, POINTS)
                .score(-10);
    }

    @Test
    void aHintIsNoAttempt() {
        Scenario.of(BLOCKING).given(join()).when(hint("gate", "free")).attempts("gate", 0);
    }

    @Test
    void aHintCanBeHadWithoutAttemptsLeft() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash"), answer("gate", "elm"), answer("gate", "fir"))
                .when(hint("gate", "free"))
                .then(HINT_GIVEN);
    }

    @Test
    void hintsOfAnExpiredClueAreNotGivenNotEvenAgain() {
        Scenario.of(BRIEF)
                .given(join(), hint("gate", "free"))
                .when(hint("gate", "free").after("1h"))
                .then(EXPIRED)
                .noText()
                .when(hint("gate", "dear"))
                .then(EXPIRED);
    }

    @Test
    void hintsOfAPendingClueAreLockedWithIt() {
        Scenario.of(BRIEF).given(join()).when(hint("later", "free")).then(LOCKED).noRetryAfter();
    }

    @Test
    void aHintWaitsFromTheCluesUnlockingNotFromWhenItBecamePending() {
        Scenario.of(BRIEF)
                .given(join())
                .when(hint("later", "late").at(OPENS + 3_600_000))
                .then(HINT_LOCKED)
                .retryAfter(300_000)
                .when(hint("later", "late").after("5m"))
                .then(HINT_GIVEN);
    }

    @Test
    void aHintIsGivenWhateverTheCluesProof() {
        Scenario.of(BRIEF).given(join()).when(hint("pier", "free")).then(HINT_GIVEN);
    }

    @Test
    void underDebtItsTimeIsWaitedForAllTheSame() {
        Hunt lending =
                Hunts.hunt(
                        """
                        hint-policy: debt
                        clues:
                          - id: gate
                            title: The gate
                            proof: {answer: {accept: [oak]}}
                            hints: [{id: late, cost: 10, after: 5m, text: A tree}]
                        """);

        Scenario.of(lending)
                .given(join())
                .when(hint("gate", "late").after("1m"))
                .then(HINT_LOCKED)
                .retryAfter(240_000)
                .when(hint("gate", "late").after("4m"))
                .then(HINT_GIVEN)
                .score(-10);
    }

    @Test
    void underDebtAHintMayBeBoughtBelowZeroAgainAndAgain() {
        Scenario.of(LENDING)
                .given(join(), answer("toll", "ash"))
                .when(hint("gate", "dear"))
                .score(-15)
                .when(hint("gate", "free"))
                .then(HINT_GIVEN)
                .score(-15);
    }

    @Test
    void underBlockAHintIsSoldToWhoCanJustPayIt() {
        Scenario.of(BLOCKING)
                .given(join(), adjust(9))
                .when(hint("gate", "dear"))
                .then(INSUFFICIENT_POINTS)
                .given(adjust(1))
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .score(0);
    }
}
