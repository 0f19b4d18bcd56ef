package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.EffectType.CLUE_PENDING;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.JOINED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Rule book, section 10: a clue that unlocks some time after its {@code requires} first holds. */
class UnlocksAfterTest {
    private static final String FIELDS =
            """
            clues:
              - {id: late, title: Late, requires: gate, unlocks-after: 3m, proof: {answer: {accept: [x]}}}
              - id: gate
                title: The gate
                points: 50
                wrong-penalty: 5
                proof: {answer: {accept: [oak]}}
              - {id: pier, title: The pier, points: 20, wrong-penalty: 5, proof: {answer: {accept: [sea]}}}
              - {id: soon, title: Soon, requires: gate, proof: {answer: {accept: [x]}}}
              - id: rich
                title: Rich
                text: What is money?
                requires: {points: 50}
                unlocks-after: 10m
                proof: {answer: {accept: [yes]}}
                hints: [{id: h1, after: 5m, text: Not no}]
            """;
    private static final Hunt HARBOUR = hunt(FIELDS);

    @Test
    void whenItsRequiresHoldsAClueIsPendingAndSaysWhenItOpens() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(answer("gate", "oak").at(minute(1)))
                .effects(CLUE_SOLVED, POINTS, CLUE_PENDING, CLUE_UNLOCKED, CLUE_PENDING);
    }

    @Test
    void pendingAndUnlockedCluesComeInTheHuntsOrder() {
        Scenario scenario = Scenario.of(HARBOUR).given(join(), answer("gate", "oak").at(minute(1)));

        List<Effect> effects = scenario.result().effects();
        assertThat(effects.subList(2, effects.size()))
                .containsExactly(
                        new Effect.CluePending("late", minute(4)),
                        new Effect.ClueUnlocked("soon", "Soon", Optional.empty(), Optional.empty()),
                        new Effect.CluePending("rich", minute(11)));
    }

    @Test
    void withoutRequiresItRunsFromTheJoin() {
        Hunt slow =
                hunt(
                        """
                        complete-when: {points: 0}
                        clues:
                          - {id: slow, title: Slow, unlocks-after: 10m, proof: {answer: {accept: [x]}}}
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(slow)
                .when(join().at(minute(2)))
                .effects(JOINED, CLUE_PENDING, CLUE_UNLOCKED, COMPLETED)
                .when(answer("slow", "y").at(minute(12) - 1))
                .then(LOCKED)
                .when(answer("slow", "y").at(minute(12)))
                .announces(CLUE_UNLOCKED)
                .then(WRONG);
    }

    @Test
    void aPendingClueIsLockedForAnswersAndHints() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(1)))
                .when(answer("rich", "yes").at(minute(11) - 1))
                .then(LOCKED)
                .noRetryAfter()
                .when(hint("rich", "h1").at(minute(11) - 1))
                .then(LOCKED)
                .when(answer("rich", "yes").at(minute(11)))
                .announces(CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void aPendingCluesTextIsInNoResult() {
        Scenario scenario =
                Scenario.of(HARBOUR).when(join(), answer("gate", "oak"), answer("rich", "yes"));

        assertThat(scenario.results())
                .extracting(
                        result -> new String(ResultCodec.encode(result), StandardCharsets.UTF_8))
                .noneMatch(json -> json.contains("What is money?"));
    }

    @Test
    void requiresThatHeldOnceNeedNotGoOnHolding() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(1)), answer("pier", "ice"))
                .score(45)
                .silentUntil(minute(11))
                .when(answer("rich", "yes").at(minute(11)))
                .announces(CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void aClueIsPendingOnce() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(1)), answer("pier", "ice"))
                .when(answer("pier", "sea").at(minute(5)))
                .effects(CLUE_SOLVED, POINTS)
                .silentUntil(minute(999))
                .announces("ann:harbour-lights:" + minute(11));
    }

    @Test
    void anyPointsMakeItPending() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(adjust(50).at(minute(2)))
                .exactly(
                        new Effect.Points(
                                50,
                                50,
                                Effect.Cause.adjustment(),
                                Optional.of(new Effect.Correction("olga", "by hand"))),
                        new Effect.CluePending("rich", minute(12)));
    }

    @Test
    void solvedByAnOperatorWhileItIsPendingItNeverUnlocks() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak"))
                .when(markSolved("rich"))
                .then(SOLVED)
                .effects(CLUE_SOLVED)
                .silentUntil(minute(999))
                .announces("ann:harbour-lights:" + (OPENS + 1000 + 180_000))
                .when(answer("rich", "yes"))
                .then(ALREADY_SOLVED);
    }

    @Test
    void solvedByAnOperatorWhileItIsLockedItIsNeverPending() {
        Scenario.of(HARBOUR)
                .given(join(), markSolved("late"))
                .when(answer("gate", "oak"))
                .effects(CLUE_SOLVED, POINTS, CLUE_UNLOCKED, CLUE_PENDING);
    }

    @Test
    void aHintsAfterCountsFromTheUnlocking() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak").at(minute(1)))
                .when(hint("rich", "h1").at(minute(16) - 1))
                .then(HINT_LOCKED)
                .retryAfter(1)
                .when(hint("rich", "h1").at(minute(16)))
                .then(HINT_GIVEN);
    }

    @Test
    void afterClosingItMayBecomePendingButNeverUnlocks() {
        Scenario.of(open(OPENS, minute(15), "harbour-lights", 1, FIELDS))
                .given(join())
                .when(adjust(50).at(minute(15)))
                .effects(POINTS, CLUE_PENDING)
                .silentUntil(minute(999))
                .announcesNothing();
    }
}
