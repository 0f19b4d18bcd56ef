package treasurehunt.core;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.EffectType.HINT_REVEALED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.INSUFFICIENT_POINTS;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

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
                                -10,
                                0,
                                PointsReason.HINT,
                                Optional.of("gate"),
                                Optional.of("dear")))
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
}
