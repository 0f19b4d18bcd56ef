package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.JOINED;
import static treasurehunt.core.EffectType.MOVED;
import static treasurehunt.core.EffectType.TIME_UP;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.core.Hunts.text;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.DUE;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.state.RateBucket;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Rule book, section 2: by which version a player is judged, and when he moves to another. */
class MovesTest {
    /** Its gate takes the number of the version. */
    private static Hunt version(int number) {
        return hunt("harbour-lights", number, gate(number));
    }

    private static String gate(int number) {
        return """
               clues:
                 - {id: gate, title: The gate, proof: {answer: {accept: [v%d]}}}
               """
                .formatted(number);
    }

    private static Hunt expiring(int number, String deadline) {
        return hunt(
                "harbour-lights",
                number,
                """
                clues:
                  - {id: gate, title: The gate, deadline: %s, proof: {answer: {accept: [v%d]}}}
                """
                        .formatted(deadline, number));
    }

    private static String due(long time) {
        return "ann:harbour-lights:" + time;
    }

    @Test
    void whoJoinsIsOnTheHighestNumberedVersionInEffect() {
        Scenario.of(version(2))
                .published(version(3), minute(5))
                .published(version(1), minute(4))
                .when(join().at(minute(4)))
                .announcesNothing()
                .then(Code.JOINED)
                .exactly(
                        new Effect.Joined(2),
                        new Effect.ClueUnlocked(
                                "gate", "The gate", Optional.empty(), Optional.empty()))
                .huntVersion(2);
    }

    @Test
    void aVersionIsInEffectAtExactlyItsMs() {
        Hunt later =
                hunt("harbour-lights", 2, "effective-from: " + text(minute(5)) + "\n" + gate(2));

        Scenario.of(version(1), later)
                .given(join())
                .when(answer("gate", "v2").at(minute(5) - 1))
                .announcesNothing()
                .then(WRONG)
                .huntVersion(1)
                .when(answer("gate", "v2").at(minute(5)))
                .announces(MOVED)
                .then(SOLVED)
                .huntVersion(2);
    }

    @Test
    void beforeAnyVersionIsInEffectNobodyKnowsTheHunt() {
        Hunt later =
                hunt("harbour-lights", 1, "effective-from: " + text(minute(5)) + "\n" + gate(1));

        Scenario.of(later)
                .when(join().at(minute(5) - 1))
                .then(UNKNOWN_HUNT)
                .when(join().at(minute(5)))
                .effects(JOINED, CLUE_UNLOCKED);
    }

    @Test
    void theMoveIsAnAnnouncementAtTheActionsTimeByTheNewVersion() {
        Scenario scenario =
                Scenario.of(version(1))
                        .given(join(), adjust(7))
                        .published(version(2))
                        .when(answer("gate", "v2").at(minute(8)));

        assertThat(scenario.announced())
                .containsExactly(
                        new Result(
                                due(minute(8)),
                                "ann",
                                "harbour-lights",
                                DUE,
                                List.of(new Effect.Moved(2)),
                                7,
                                3,
                                minute(8),
                                Rules.NUMBER,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.of(2)));
        scenario.then(SOLVED).version(4).huntVersion(2);
    }

    static List<Draft> everySortOfActionThatNamesTheHunt() {
        return List.of(
                answer("gate", "refused"),
                answer("nothing", "refused"),
                join(),
                position(54, 18, 1),
                abandon(),
                adjust(0),
                disqualify(),
                soldOut("nothing"),
                Draft.markSolved("nothing"));
    }

    @ParameterizedTest
    @MethodSource("everySortOfActionThatNamesTheHunt")
    void anyActionThatNamesTheHuntMovesThePlayer(Draft action) {
        Scenario.of(version(1))
                .given(join())
                .published(version(2))
                .when(action)
                .announces(MOVED)
                .huntVersion(2)
                .when(action)
                .announcesNothing();
    }

    @Test
    void aRetryMovesHimBeforeItIsRecognised() {
        Scenario.of(version(1))
                .given(join(), answer("gate", "v1").as("mine"))
                .published(version(2))
                .when(answer("gate", "v1").as("mine"))
                .announces(MOVED)
                .then(SOLVED)
                .replayOf("0:1")
                .version(3)
                .huntVersion(2);
    }

    @Test
    void severalVersionsAreSkippedInOneStep() {
        Scenario.of(version(1))
                .given(join())
                .published(version(2), minute(2))
                .published(version(4), minute(4))
                .published(version(3), minute(3))
                .when(answer("gate", "v4").at(minute(9)))
                .announces(due(minute(9)))
                .then(SOLVED)
                .huntVersion(4);
    }

    @Test
    void aLowerNumberThatComesIntoEffectLaterMovesNobody() {
        Scenario.of(version(3))
                .given(join())
                .published(version(2), minute(2))
                .when(answer("gate", "v3").at(minute(3)))
                .announcesNothing()
                .then(SOLVED)
                .huntVersion(3);
    }

    @Test
    void actionsInOtherHuntsMoveHimNot() {
        Scenario.of(version(1), Hunts.simple("other"))
                .given(join())
                .published(version(2))
                .when(join().in("other"), answer("gate", "oak").in("other"))
                .announcesNothing()
                .when(forget())
                .announcesNothing();
    }

    @Test
    void otherPlayersActionsMoveHimNot() {
        Scenario scenario =
                Scenario.of(version(1))
                        .given(join())
                        .published(version(2))
                        .given(join().from("bob"));

        assertThat(scenario.player("ann").head().enrolments().get("harbour-lights").huntVersion())
                .isEqualTo(1);
    }

    @Test
    void whoDoesNothingAndHasNothingDueIsNotMoved() {
        Scenario.of(version(1))
                .given(join())
                .published(version(2), minute(1))
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void aDueMomentOfTheNewVersionAloneMovesNobody() {
        Scenario.of(version(1))
                .given(join())
                .published(expiring(2, "10m"), minute(1))
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void aDueMomentOfTheOldVersionMovesHim() {
        Scenario.of(expiring(1, "10m"))
                .given(join())
                .published(version(2), minute(5))
                .silentUntil(minute(999))
                .announces(due(minute(10)))
                .announces(MOVED)
                .huntVersion(2);
    }

    @Test
    void aVersionInEffectFromTheVeryDueMomentCountsThere() {
        Scenario.of(expiring(1, "10m"))
                .given(join())
                .published(expiring(2, "20m"), minute(10))
                .silentUntil(minute(999))
                .announces(due(minute(10)), due(minute(20)))
                .announces(0, MOVED)
                .announces(1, CLUE_EXPIRED);
    }

    @Test
    void oneInEffectAMsLaterDoesNot() {
        Scenario.of(expiring(1, "10m"))
                .given(join())
                .published(expiring(2, "20m"), minute(10) + 1)
                .silentUntil(minute(999))
                .announces(due(minute(10)))
                .announces(CLUE_EXPIRED)
                .huntVersion(1);
    }

    @Test
    void movedAtADueMomentHeGetsWhatTheNewVersionMakesDueByThen() {
        Hunt stricter =
                hunt(
                        "harbour-lights",
                        2,
                        """
                        clues:
                          - {id: mast, title: The mast, proof: {answer: {accept: [x]}}}
                          - {id: gate, title: The gate, deadline: 6m, proof: {answer: {accept: [v2]}}}
                        """);

        Scenario.of(expiring(1, "10m"))
                .given(join())
                .published(stricter, minute(5))
                .silentUntil(minute(999))
                .announces(due(minute(10)))
                .announces(MOVED, CLUE_UNLOCKED, CLUE_EXPIRED);
    }

    @Test
    void theMoveComesAfterTheOtherHuntsDueMoments() {
        Hunt other =
                hunt(
                        "z-other",
                        1,
                        """
                        clues:
                          - {id: gate, title: The gate, deadline: 10m, proof: {answer: {accept: [x]}}}
                        """);

        Scenario.of(version(1), other)
                .given(join().at(OPENS), join().in("z-other").at(OPENS))
                .published(version(2))
                .when(answer("gate", "v2").at(minute(10)))
                .announces("ann:z-other:" + minute(10), due(minute(10)));
    }

    @Test
    void dueMomentsOfTheOldVersionComeBeforeTheAction() {
        Scenario.of(expiring(1, "10m"))
                .given(join())
                .published(version(2), minute(12))
                .when(answer("gate", "v1").at(minute(15)))
                .announces(due(minute(10)), due(minute(15)))
                .announces(0, CLUE_EXPIRED)
                .announces(1, MOVED);
    }

    @Test
    void heMovesAfterClosingToo() {
        Scenario.of(open(OPENS, minute(10), "harbour-lights", 1, gate(1)))
                .given(join())
                .published(open(OPENS, minute(11), "harbour-lights", 2, gate(2)))
                .when(answer("gate", "v2").at(minute(60)))
                .announces(MOVED)
                .then(CLOSED)
                .huntVersion(2);
    }

    @Test
    void heMovesAfterAbandoningToo() {
        Scenario.of(version(1))
                .given(join(), abandon())
                .published(version(2))
                .when(answer("gate", "v2"))
                .announces(MOVED)
                .then(HAS_LEFT)
                .huntVersion(2);
    }

    @Test
    void heMovesAfterTheTimeLimitToo() {
        Scenario.of(hunt("harbour-lights", 1, "time-limit: 5m\n" + gate(1)))
                .given(join())
                .published(version(2), minute(6))
                .when(answer("gate", "v2").at(minute(10)))
                .announces(due(minute(5)), due(minute(10)))
                .announces(0, TIME_UP)
                .announces(1, MOVED)
                .then(Code.TIME_UP);
    }

    @Test
    void heMovesWhileHeIsDisqualifiedToo() {
        Scenario.of(version(1))
                .given(join(), disqualify())
                .published(version(2))
                .when(answer("gate", "v2"))
                .announces(MOVED);
    }

    @Test
    void aNewVersionMakesNoNewJoinPossible() {
        Scenario.of(version(1))
                .given(join(), abandon())
                .published(version(2))
                .when(join())
                .announces(MOVED)
                .then(ALREADY_JOINED);
    }

    @Test
    void anActionThatIsRateLimitedMovesHimByTheNewRate() {
        String slow = "rate: {burst: 1, per-second: 1}\n";
        String quick = "rate: {burst: 5, per-second: 5}\n";

        Scenario.of(hunt("harbour-lights", 1, slow + gate(1)))
                .given(join())
                .when(answer("gate", "a").after("0s"))
                .thousandths(0)
                .published(hunt("harbour-lights", 2, quick + gate(2)))
                .when(answer("gate", "b").after("100ms"))
                .announces(MOVED)
                .then(RATE_LIMITED)
                .retryAfter(100)
                .thousandths(500)
                .huntVersion(2);
    }

    @Test
    void aMoveFillsNoBucketAndASmallerOneSpills() {
        Scenario.of(hunt("harbour-lights", 1, "rate: {burst: 9, per-second: 1}\n" + gate(1)))
                .given(join())
                .published(
                        hunt("harbour-lights", 2, "rate: {burst: 90, per-second: 1}\n" + gate(2)))
                .when(answer("gate", "a").after("2s"))
                .thousandths(9000 + 2000 - 1000)
                .published(hunt("harbour-lights", 3, "rate: {burst: 3, per-second: 1}\n" + gate(3)))
                .when(answer("gate", "b").after("1ms"))
                .thousandths(3000 - 1000);
    }

    @Test
    void aMoveAtADueMomentChangesNoTokens() {
        Scenario scenario =
                Scenario.of(
                                hunt(
                                        "harbour-lights",
                                        1,
                                        "time-limit: 10m\nrate: {burst: 2, per-second: 1}\n"
                                                + gate(1)))
                        .given(join(), answer("gate", "a").after("0s"));
        RateBucket before = scenario.state().bucket();

        scenario.published(version(2), minute(5)).silentUntil(minute(11)).announces(MOVED);

        assertThat(scenario.state().bucket()).isEqualTo(before);
    }

    @Test
    void aHuntCountsAsClosedByTheVersionHeIsOn() {
        List<Hunt> hunts = new ArrayList<>(List.of(Hunts.several(20)));
        hunts.add(open(OPENS, minute(10), "hunt-21", 1, gate(1)));
        Draft[] nineteen = joins(19);

        Scenario.of(hunts.toArray(Hunt[]::new))
                .given(join().in("hunt-21"))
                .given(nineteen)
                .published(open(OPENS, CLOSES, "hunt-21", 2, gate(2)), minute(9))
                .when(join().in("hunt-20").at(minute(10) - 1))
                .then(TOO_MANY_HUNTS)
                .when(join().in("hunt-20").at(minute(10)))
                .effects(JOINED, CLUE_UNLOCKED);
    }

    @Test
    void aHuntCountsAsOpenByTheVersionHeIsOn() {
        Hunt[] hunts = Hunts.several(21);
        Draft[] twenty = joins(20);
        Scenario scenario = Scenario.of(hunts).given(twenty);

        IntStream.rangeClosed(1, 20)
                .forEach(i -> scenario.published(open(OPENS, minute(1), "hunt-" + i, 2, gate(2))));

        scenario.when(join().in("hunt-21").at(minute(2)))
                .then(TOO_MANY_HUNTS)
                .when(answer("gate", "x").in("hunt-7"))
                .then(CLOSED)
                .when(join().in("hunt-21"))
                .effects(JOINED, CLUE_UNLOCKED);
    }
}
