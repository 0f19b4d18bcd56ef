package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rule book, sections 3 and 10: conditions, of a clue and of the whole hunt. */
class ConditionsTest {
    /** The score is 10, 30, 30, 130 after the steps below. */
    private static final String CLUES =
            """
            clues:
              - {id: goal, title: The goal, requires: %s, proof: {answer: {accept: [x]}}}
              - {id: a, title: A, points: 10, proof: {answer: {accept: [x]}}}
              - {id: b, title: B, points: 20, proof: {answer: {accept: [x]}}}
              - {id: c, title: C, proof: {answer: {accept: [x]}}, treasure: compass}
              - {id: dear, title: Dear, points: 1000, proof: {answer: {accept: [x]}}}
            treasures:
              - {id: compass, title: The compass, stock: 1, points: 100}
            """;

    private static final List<Draft> STEPS =
            List.of(
                    join(),
                    answer("a", "x"),
                    answer("b", "x"),
                    answer("c", "x"),
                    granted("compass", 1));

    /** A condition, and the step that first makes it hold. */
    private static final String TABLE =
            """
            a                                                   ; 1
            c                                                   ; 3
            {points: 0}                                         ; 0
            {points: 10}                                        ; 1
            {points: 11}                                        ; 2
            {points: 30}                                        ; 2
            {points: 31}                                        ; 4
            {treasure: compass}                                 ; 4
            {all: [a, b]}                                       ; 2
            {all: [a, {treasure: compass}]}                     ; 4
            {any: [b, c]}                                       ; 2
            {any: [{treasure: compass}, {points: 30}]}          ; 2
            {at-least: 1, of: [a, b, c]}                        ; 1
            {at-least: 2, of: [a, c, {points: 30}]}             ; 2
            {at-least: 3, of: [a, c, {points: 30}]}             ; 3
            {all: [{any: [b, c]}, {at-least: 1, of: [a, c]}]}   ; 2
            {all: [{any: [{all: [{any: [{all: [{any: [{all: [b]}]}]}]}]}]}]} ; 2
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = ';')
    void aClueUnlocksWhenWhatItRequiresFirstHolds(String condition, int step) {
        Hunt hunt = Hunts.hunt(CLUES.formatted(condition));

        assertThat(stepsThatBring(ConditionsTest::unlocksTheGoal, hunt)).containsExactly(step);
    }

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = ';')
    void aHuntIsCompleteWhenItsConditionFirstHolds(String condition, int step) {
        Hunt hunt =
                Hunts.hunt("complete-when: " + condition + "\n" + CLUES.formatted("{points: 999}"));

        assertThat(stepsThatBring(Effect.Completed.class::isInstance, hunt)).containsExactly(step);
    }

    private static boolean unlocksTheGoal(Effect effect) {
        return effect instanceof Effect.ClueUnlocked unlocked && unlocked.clue().equals("goal");
    }

    private static List<Integer> stepsThatBring(Predicate<Effect> wanted, Hunt hunt) {
        List<Integer> found = new ArrayList<>();
        Scenario scenario = Scenario.of(hunt);
        for (int step = 0; step < STEPS.size(); step++) {
            scenario.given(STEPS.get(step));
            if (scenario.result().effects().stream().anyMatch(wanted)) {
                found.add(step);
            }
        }
        return found;
    }

    @Test
    void withoutFurtherWordAHuntIsCompleteWhenEveryClueIsSolved() {
        Scenario.of(Hunts.hunt(CLUES.formatted("a")))
                .given(join(), answer("a", "x"), answer("b", "x"), answer("c", "x"))
                .given(answer("dear", "x"))
                .when(answer("goal", "x"))
                .effects(EffectType.CLUE_SOLVED, COMPLETED);
    }

    @Test
    void aTreasureCountsWhenItIsGrantedNotWhenItIsClaimedOrWaitedFor() {
        Scenario.of(Hunts.hunt(CLUES.formatted("{treasure: compass}")))
                .given(join())
                .when(answer("c", "x"))
                .unlocks()
                .when(Draft.waiting("compass"))
                .unlocks()
                .when(answer("a", "x"))
                .unlocks()
                .when(granted("compass", 1))
                .unlocks("goal");
    }

    @Test
    void anUnlockedClueStaysSoWhenTheTreasureIsReleased() {
        Scenario.of(Hunts.hunt(CLUES.formatted("{treasure: compass}")))
                .given(join(), answer("c", "x"), granted("compass", 1))
                .given(disqualify(), Draft.reinstate())
                .when(answer("goal", "y"))
                .then(WRONG);
    }

    @Test
    void aReleasedTreasureHoldsNoMore() {
        Scenario.of(Hunts.hunt(CLUES.formatted("{all: [b, {treasure: compass}]}")))
                .given(join(), answer("c", "x"), granted("compass", 1))
                .given(disqualify())
                .when(markSolved("b"))
                .unlocks();
    }

    @Test
    void whatOnceHeldKeepsAClueOnItsWayWhenPointsFallAgain() {
        Hunt slow = Hunts.hunt(CLUES.formatted("{points: 10}, unlocks-after: 1h"));

        Scenario.of(slow)
                .given(join(), answer("a", "x"), adjust(-10))
                .when(answer("goal", "x").after("1h"))
                .announces(CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void fallingPointsUnlockNothing() {
        Scenario.of(Hunts.hunt(CLUES.formatted("{points: 30}")))
                .given(join(), answer("a", "x"), adjust(-5))
                .when(answer("b", "x"))
                .score(25)
                .unlocks()
                .when(adjust(5))
                .unlocks("goal");
    }

    @Test
    void whatOpensAndWhatIsOnItsWayComeInClueOrder() {
        Hunt mixed =
                Hunts.hunt(
                        """
                        clues:
                          - {id: a, title: A, requires: d, unlocks-after: 1h, proof: {answer: {accept: [x]}}}
                          - {id: b, title: B, requires: d, proof: {answer: {accept: [x]}}}
                          - {id: c, title: C, requires: d, unlocks-after: 1m, proof: {answer: {accept: [x]}}}
                          - {id: d, title: D, proof: {answer: {accept: [x]}}}
                          - {id: e, title: E, unlocks-after: 1h, proof: {answer: {accept: [x]}}}
                          - {id: f, title: F, proof: {answer: {accept: [x]}}}
                        """);
        Optional<String> none = Optional.empty();

        Scenario.of(mixed)
                .when(join())
                .exactly(
                        new Effect.Joined(1),
                        new Effect.ClueUnlocked("d", "D", none, none),
                        new Effect.CluePending("e", OPENS + 3_600_000),
                        new Effect.ClueUnlocked("f", "F", none, none))
                .when(answer("d", "x").at(OPENS + 60_000))
                .exactly(
                        new Effect.ClueSolved("d"),
                        new Effect.CluePending("a", OPENS + 3_660_000),
                        new Effect.ClueUnlocked("b", "B", none, none),
                        new Effect.CluePending("c", OPENS + 120_000));
    }

    @Test
    void cluesUnlockAndHuntsAreCompletedWhenPlayIsOverToo() {
        Hunt early = Hunts.hunt("complete-when: a\n" + CLUES.formatted("a"));

        Scenario.of(early)
                .given(join())
                .when(markSolved("a").at(CLOSES))
                .effects(EffectType.CLUE_SOLVED, EffectType.POINTS, CLUE_UNLOCKED, COMPLETED);
        Scenario.of(early)
                .given(join(), abandon())
                .when(markSolved("a"))
                .effects(EffectType.CLUE_SOLVED, EffectType.POINTS, CLUE_UNLOCKED, COMPLETED);
    }
}
