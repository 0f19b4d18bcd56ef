package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.ABANDONED;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NOT_OPEN;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;

/** Who takes part: joining, leaving, how many hunts at once. */
class EnrolmentTest {

    @Test
    void aJoinsEffectsAreJoinedThenWhatIsOpenAtOnce() {
        Scenario.of(HARBOUR_LIGHTS)
                .when(join())
                .then(JOINED)
                .effects(EffectType.JOINED, CLUE_UNLOCKED)
                .unlocks("gate")
                .score(0)
                .version(1);
    }

    @Test
    void aJoinCompletesAHuntWhoseConditionAlreadyHolds() {
        Hunt completeAtOnce =
                Hunts.hunt(
                        """
                        complete-when: {points: 0}
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(completeAtOnce)
                .when(join())
                .then(JOINED)
                .effects(EffectType.JOINED, CLUE_UNLOCKED, COMPLETED)
                .version(1);
    }

    @Test
    void whoHasProgressCannotJoinAgainWhateverHisStanding() {
        Scenario.of(HARBOUR_LIGHTS).given(join()).when(join()).then(ALREADY_JOINED);
        Scenario.of(HARBOUR_LIGHTS).given(join(), abandon()).when(join()).then(ALREADY_JOINED);
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak"), answer("anchor", "rust"))
                .when(join())
                .then(ALREADY_JOINED);
        Scenario.of(HARBOUR_LIGHTS).given(join()).when(join().at(CLOSES)).then(ALREADY_JOINED);
    }

    @Test
    void aPlayerWhoNeverJoinedLeavesNoStateBehind() {
        Scenario.of(HARBOUR_LIGHTS)
                .when(join().at(OPENS - 1))
                .then(NOT_OPEN)
                .retryAfter(1)
                .changesNothing()
                .when(answer("gate", "oak"))
                .then(NOT_JOINED)
                .changesNothing()
                .when(abandon())
                .then(NOT_JOINED)
                .changesNothing()
                .when(join().in("nowhere"))
                .then(UNKNOWN_HUNT)
                .changesNothing()
                .when(join().at(CLOSES))
                .then(CLOSED)
                .changesNothing();
    }

    @Test
    void whoAbandonsKeepsHisScoreAndPlaysNoMore() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak"))
                .when(abandon())
                .then(ABANDONED)
                .effects(EffectType.ABANDONED)
                .score(50)
                .version(3)
                .when(answer("anchor", "rust"))
                .then(HAS_LEFT)
                .score(50)
                .when(hint("gate", "leaf"))
                .then(HAS_LEFT)
                .when(abandon())
                .then(HAS_LEFT)
                .version(3);
    }

    @Test
    void aPlayerJoinsAtMostTwentyHunts() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .when(join().in("hunt-21"))
                .then(TOO_MANY_HUNTS)
                .score(0)
                .version(0)
                .huntVersion(1)
                .changesNothing();
    }

    @Test
    void aRefusedJoinIsJudgedAgainOnceThereIsRoom() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .when(join().in("hunt-21").as("again"), abandon().in("hunt-3"))
                .when(join().in("hunt-21").as("again"))
                .then(JOINED);
    }

    @Test
    void abandonedHuntsAreNotCounted() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .given(abandon().in("hunt-7"))
                .when(join().in("hunt-21"))
                .then(JOINED);
    }

    @Test
    void completedHuntsAreNotCounted() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .given(answer("gate", "oak").in("hunt-7"))
                .when(join().in("hunt-21"))
                .then(JOINED);
    }

    @Test
    void closedHuntsAreNotCounted() {
        Hunt longer = Hunts.closingAt("2026-07-01T00:00:00Z", "hunt-21");

        Scenario.of(Hunts.several(20))
                .published(longer)
                .given(joins(20))
                .when(join().in("hunt-21").at(CLOSES - 1))
                .then(TOO_MANY_HUNTS)
                .when(join().in("hunt-21").at(CLOSES))
                .then(JOINED);
    }

    @Test
    void everyPlayerHasHisOwnTwenty() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .when(join().in("hunt-21").from("bob"))
                .then(JOINED);
    }

    @Test
    void onePlayersActionsTouchNoOther() {
        Scenario scenario =
                Scenario.of(HARBOUR_LIGHTS)
                        .given(join(), join().from("bob"), answer("gate", "oak"))
                        .when(answer("anchor", "rust").from("bob"));

        assertThat(scenario.state().progress().clue("gate").isSolved()).isFalse();
        scenario.score(0).version(1);
    }
}
