package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Rule book, section 10: solving, unlocking, completion. */
class UnlockingTest {
    private static final Hunt BY_POINTS =
            Hunts.hunt(
                    """
                    complete-when: {points: 60}
                    clues:
                      - {id: rich, title: Rich, requires: {points: 50}, proof: {answer: {accept: [yes]}}}
                      - id: gate
                        title: The gate
                        points: 50
                        proof: {answer: {accept: [oak]}}
                        hints: [{id: h1, cost: 20, text: A tree}]
                      - {id: tower, title: The tower, points: 40, wrong-penalty: 5, proof: {answer: {accept: [bell]}}}
                      - {id: pier, title: The pier, points: 40, proof: {answer: {accept: [sea]}}}
                    """);

    @Test
    void aSolveEarnsThePointsAndUnlocksInClueOrder() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("gate", "Oak Wood"))
                .then(SOLVED)
                .exactly(
                        new Effect.ClueSolved("gate"),
                        new Effect.Points(
                                50,
                                50,
                                Effect.Cause.ofClue(PointsReason.CLUE, "gate"),
                                Optional.empty()),
                        new Effect.ClueUnlocked(
                                "anchor",
                                "The rusty anchor",
                                Optional.of("What covers it?"),
                                Optional.of("https://example.org/anchor.jpg")),
                        new Effect.ClueUnlocked(
                                "mast", "The mast", Optional.empty(), Optional.empty()))
                .score(50)
                .version(2);
    }

    @Test
    void theLastClueCompletesTheHunt() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak"))
                .when(answer("anchor", "rust"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS, COMPLETED)
                .score(150);
    }

    @Test
    void aClueWithoutPointsMakesNoPoints() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak"))
                .when(Draft.scan("mast", "QR-7781"))
                .then(SOLVED)
                .effects(CLUE_SOLVED)
                .score(50);
    }

    @Test
    void unlockingAndCompletionComeInOneResultCompletionLast() {
        Hunt early =
                Hunts.hunt(
                        """
                        complete-when: gate
                        clues:
                          - {id: after, title: After, requires: gate, proof: {answer: {accept: [x]}}}
                          - {id: gate, title: The gate, points: 5, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(early)
                .given(join())
                .when(answer("gate", "oak"))
                .effects(CLUE_SOLVED, POINTS, CLUE_UNLOCKED, COMPLETED);
    }

    @Test
    void aLockedClueTakesNoAnswer() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("anchor", "rust"))
                .then(LOCKED)
                .effects()
                .attempts("anchor", 0);
    }

    @Test
    void pointsUnlockAClueListedBeforeTheOneThatEarnsThem() {
        Scenario.of(BY_POINTS)
                .given(join())
                .when(answer("gate", "oak"))
                .unlocks("rich")
                .effects(CLUE_SOLVED, POINTS, CLUE_UNLOCKED);
    }

    @Test
    void pointsReachedStepByStepUnlock() {
        Scenario.of(BY_POINTS)
                .given(join())
                .when(answer("tower", "bell"))
                .unlocks()
                .when(answer("pier", "sea"))
                .unlocks("rich");
    }

    @Test
    void anUnlockedClueStaysUnlockedWhenPointsFallAgain() {
        Scenario.of(BY_POINTS)
                .given(join(), answer("gate", "oak"), answer("tower", "horn"))
                .score(45)
                .when(answer("rich", "no"))
                .then(WRONG)
                .when(answer("rich", "yes"))
                .then(SOLVED);
    }

    @Test
    void aClueUnlocksOnce() {
        Scenario.of(BY_POINTS)
                .given(join(), answer("gate", "oak"), answer("tower", "horn"))
                .when(answer("pier", "sea"))
                .score(85)
                .unlocks();
    }

    @Test
    void requirementsCountAlternativesAndNest() {
        Hunt nested =
                Hunts.hunt(
                        """
                        clues:
                          - {id: a, title: A, points: 10, proof: {answer: {accept: [x]}}}
                          - {id: b, title: B, points: 10, proof: {answer: {accept: [x]}}}
                          - {id: c, title: C, points: 10, proof: {answer: {accept: [x]}}}
                          - {id: all, title: All, requires: {all: [a, b]}, proof: {answer: {accept: [x]}}}
                          - {id: any, title: Any, requires: {any: [b, c]}, proof: {answer: {accept: [x]}}}
                          - id: two
                            title: Two
                            requires: {at-least: 2, of: [a, c, {any: [b, {points: 30}]}]}
                            proof: {answer: {accept: [x]}}
                        """);

        Scenario.of(nested)
                .when(join())
                .unlocks("a", "b", "c")
                .when(answer("a", "x"))
                .unlocks()
                .when(answer("c", "x"))
                .unlocks("any", "two")
                .when(answer("b", "x"))
                .unlocks("all");
    }

    @Test
    void completionComesOnceEverAndPlayGoesOn() {
        Scenario.of(BY_POINTS)
                .given(join(), answer("gate", "oak"))
                .when(answer("pier", "sea"))
                .effects(CLUE_SOLVED, POINTS, COMPLETED)
                .score(90)
                .when(answer("tower", "bell"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS)
                .score(130);
    }

    @Test
    void aCompletedHuntStaysCompletedWhenPointsFallAndRiseAgain() {
        Hunt seesaw =
                Hunts.hunt(
                        """
                        complete-when: {points: 50}
                        clues:
                          - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}}
                          - {id: tower, title: The tower, points: 40, wrong-penalty: 5, proof: {answer: {accept: [bell]}}}
                        """);

        Scenario.of(seesaw)
                .given(join())
                .when(answer("gate", "oak"))
                .effects(CLUE_SOLVED, POINTS, COMPLETED)
                .given(answer("tower", "horn"))
                .score(45)
                .when(answer("tower", "bell"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS)
                .score(85);
    }

    @Test
    void aLockedCluesTextIsInNoResult() {
        Scenario scenario =
                Scenario.of(HARBOUR_LIGHTS)
                        .when(
                                join(),
                                answer("anchor", "rust"),
                                hint("anchor", "dear"),
                                answer("gate", "ash"),
                                answer("gate", "beech"));

        assertThat(scenario.results())
                .extracting(
                        result -> new String(ResultCodec.encode(result), StandardCharsets.UTF_8))
                .noneMatch(json -> json.contains("What covers it?") || json.contains("It is red"))
                .noneMatch(json -> json.contains("oak"));
    }
}
