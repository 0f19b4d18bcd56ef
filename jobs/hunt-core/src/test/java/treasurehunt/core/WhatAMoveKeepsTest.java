package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.CLUE_PENDING;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.MOVED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.EffectType.REVIEW_REJECTED;
import static treasurehunt.core.EffectType.TIME_UP;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.COOLING_DOWN;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNDER_REVIEW;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;

import java.util.Optional;

/** Rule book, section 10: what a move to a newer version keeps, and what follows that version. */
class WhatAMoveKeepsTest {
    /** A clue that takes {@code oak} and has these further fields. */
    private static String clue(String id, String... fields) {
        return "  - {id: %s, title: %s, %s proof: {answer: {accept: [oak]}}}\n"
                .formatted(id, id, String.join("", fields));
    }

    private static String photo(String fields) {
        return "  - {id: photo, title: A photo, %s proof: {review: {}}}\n".formatted(fields);
    }

    private static Hunt version(int number, String... clues) {
        return version(number, CLOSES, "", clues);
    }

    private static Hunt version(int number, long closes, String fields, String... clues) {
        return open(
                OPENS,
                closes,
                "harbour-lights",
                number,
                fields + "clues:\n" + String.join("", clues));
    }

    /** Looks at the hunt without changing anything, and so moves the player. */
    private static Draft look() {
        return answer("nothing", "at all");
    }

    private static String due(long minute) {
        return "ann:harbour-lights:" + minute(minute);
    }

    @Test
    void anUnlockedClueStaysUnlockedWhateverTheNewVersionRequires() {
        Scenario.of(version(1, clue("gate"), clue("mast")))
                .given(join())
                .published(version(2, clue("gate"), clue("mast", "requires: gate,")))
                .when(answer("mast", "oak"))
                .announces(MOVED)
                .then(SOLVED);
    }

    @Test
    void anUnlockedClueStaysUnlockedWhateverUnlocksAfterTheNewVersionHas() {
        Scenario.of(version(1, clue("gate")))
                .given(join())
                .published(version(2, clue("gate", "unlocks-after: 1h,")))
                .when(answer("gate", "oak"))
                .announces(MOVED)
                .then(SOLVED);
    }

    @Test
    void anExpiredClueStaysExpiredWhateverDeadlineTheNewVersionHas() {
        Scenario.of(version(1, clue("gate", "deadline: 10m,")))
                .given(join())
                .published(version(2, clue("gate")), minute(20))
                .when(answer("gate", "oak").at(minute(30)))
                .announces(due(10), due(30))
                .announces(1, MOVED)
                .then(EXPIRED);
    }

    @Test
    void timeThatIsUpStaysUpWhateverLimitTheNewVersionHas() {
        Scenario.of(version(1, CLOSES, "time-limit: 10m\n", clue("gate")))
                .given(join())
                .published(version(2, CLOSES, "time-limit: 10h\n", clue("gate")), minute(20))
                .when(answer("gate", "oak").at(minute(30)))
                .announces(1, MOVED)
                .then(Code.TIME_UP)
                .silentUntil(minute(9999))
                .announcesNothing();
    }

    @Test
    void completionComesOnceEver() {
        Scenario.of(version(1, clue("gate")))
                .given(join())
                .when(answer("gate", "oak"))
                .effects(CLUE_SOLVED, COMPLETED)
                .published(version(2, clue("gate"), clue("mast")))
                .when(answer("mast", "oak"))
                .announces(MOVED, CLUE_UNLOCKED)
                .effects(CLUE_SOLVED);
    }

    @Test
    void aLatchedRequiresStaysLatchedWhateverTheNewVersionRequires() {
        Scenario.of(version(1, clue("gate"), clue("mast", "unlocks-after: 10m,")))
                .given(join())
                .published(
                        version(
                                2,
                                clue("gate"),
                                clue("mast", "requires: gate, unlocks-after: 10m,")))
                .when(look())
                .announces(MOVED)
                .when(answer("mast", "oak").at(minute(10)))
                .announces(CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void aSolvedClueStaysSolvedWithItsPoints() {
        Scenario.of(version(1, clue("gate", "points: 50,")))
                .given(join(), answer("gate", "oak"))
                .published(version(2, clue("gate", "points: 70,"), clue("mast")))
                .when(answer("gate", "oak"))
                .announces(MOVED, CLUE_UNLOCKED)
                .then(ALREADY_SOLVED)
                .score(50);
    }

    @Test
    void theNewVersionsPointsCountFromTheMoveOn() {
        Scenario.of(version(1, clue("gate", "points: 50, wrong-penalty: 1,")))
                .given(join(), answer("gate", "elm"))
                .published(version(2, clue("gate", "points: 70, wrong-penalty: 2,")))
                .when(answer("gate", "ash"))
                .announces(MOVED)
                .points(-2)
                .when(answer("gate", "oak"))
                .points(70)
                .score(67);
    }

    @Test
    void attemptsUsedCountAgainstTheNewVersionsLimit() {
        Scenario.of(version(1, clue("gate", "attempts: {max: 5},")))
                .given(join(), answer("gate", "elm"), answer("gate", "ash"))
                .published(version(2, clue("gate", "attempts: {max: 2},")))
                .when(answer("gate", "oak"))
                .announces(MOVED)
                .then(OUT_OF_ATTEMPTS)
                .published(version(3, clue("gate", "attempts: {max: 3},")))
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void aWaitThatRunsEndsWhenItWasToEnd() {
        Scenario.of(version(1, clue("gate", "attempts: {wait: 5m},")))
                .given(join(), answer("gate", "elm").at(minute(1)))
                .published(version(2, clue("gate")))
                .when(answer("gate", "oak").at(minute(6) - 1))
                .announces(MOVED)
                .then(COOLING_DOWN)
                .retryAfter(1)
                .when(answer("gate", "oak").at(minute(6)))
                .then(SOLVED);
    }

    @Test
    void aHintsAfterOfTheNewVersionCountsFromTheOldUnlocking() {
        String hints = "hints: [{id: h1, after: %s, text: A tree}],";

        Scenario.of(version(1, clue("gate", hints.formatted("1h"))))
                .given(join())
                .published(version(2, clue("gate", hints.formatted("10m"))), minute(5))
                .when(hint("gate", "h1").at(minute(10) - 1))
                .announces(MOVED)
                .then(HINT_LOCKED)
                .when(hint("gate", "h1").at(minute(10)))
                .then(HINT_GIVEN);
    }

    @Test
    void aGrantedTreasureStaysGrantedAlsoWhileItIsGone() {
        String treasures = "treasures: [{id: compass, title: C, stock: 1, points: 5}]\n";
        String wanting = clue("mast", "requires: {treasure: compass},");

        Scenario.of(version(1, CLOSES, treasures, clue("gate", "treasure: compass,")))
                .given(join(), answer("gate", "oak"), granted("compass", 1))
                .published(version(2, clue("gate"), clue("pier")))
                .when(look())
                .announces(MOVED, CLUE_UNLOCKED)
                .score(5)
                .published(
                        version(
                                3,
                                CLOSES,
                                treasures,
                                clue("gate", "treasure: compass,"),
                                clue("pier"),
                                wanting))
                .when(answer("mast", "oak"))
                .announces(MOVED, CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void aDeadlineFollowsTheNewVersionCountedFromTheOldUnlocking() {
        Scenario.of(version(1, clue("gate", "deadline: 10m,")))
                .given(join())
                .published(version(2, clue("gate", "deadline: 20m,")), minute(5))
                .when(look().at(minute(6)))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announces(due(20))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void aDeadlineThatOnlyTheNewVersionHasCountsFromTheOldUnlockingToo() {
        Scenario.of(version(1, clue("gate")))
                .given(join())
                .published(version(2, clue("gate", "deadline: 20m,")))
                .when(look().at(minute(6)))
                .silentUntil(minute(999))
                .announces(due(20));
    }

    @Test
    void aDeadlineThatTheNewVersionHasNotIsGone() {
        Scenario.of(version(1, clue("gate", "deadline: 10m,")))
                .given(join())
                .published(version(2, clue("gate")))
                .when(look())
                .silentUntil(minute(999))
                .announcesNothing()
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void unlocksAfterFollowsTheNewVersionCountedFromWhenRequiresHeld() {
        Scenario.of(version(1, clue("gate"), clue("mast", "requires: gate, unlocks-after: 10m,")))
                .given(join(), answer("gate", "oak").at(minute(2)))
                .published(
                        version(
                                2,
                                clue("gate"),
                                clue("mast", "requires: gate, unlocks-after: 20m,")))
                .when(look().at(minute(3)))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announces(due(22))
                .announces(CLUE_UNLOCKED);
    }

    @Test
    void theTimeLimitFollowsTheNewVersionCountedFromTheJoin() {
        Scenario.of(version(1, CLOSES, "time-limit: 10m\n", clue("gate")))
                .given(join().at(minute(1)))
                .published(version(2, CLOSES, "time-limit: 30m\n", clue("gate")))
                .when(look())
                .silentUntil(minute(999))
                .announces(due(31))
                .announces(TIME_UP);
    }

    @Test
    void aTimeLimitProlongedInTimeIsNotUpAtTheOldEnd() {
        Scenario.of(version(1, CLOSES, "time-limit: 10m\n", clue("gate")))
                .given(join())
                .published(version(2, CLOSES, "time-limit: 30m\n", clue("gate")), minute(5))
                .silentUntil(minute(999))
                .announces(due(10), due(30))
                .announces(0, MOVED)
                .announces(1, TIME_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3m", "8m"})
    void whatTheNewVersionPutsAtOrBeforeTheMoveFallsDueInIt(String duration) {
        String early = "deadline: " + duration + ",";
        String opening = "unlocks-after: " + duration + ",";

        Scenario.of(version(1, clue("gate"), clue("mast", "unlocks-after: 1h,")))
                .given(join())
                .published(
                        version(
                                2,
                                CLOSES,
                                "time-limit: " + duration + "\n",
                                clue("gate", early),
                                clue("mast", opening)))
                .when(answer("gate", "oak").at(minute(8)))
                .announces(due(8))
                .announces(MOVED, CLUE_UNLOCKED, CLUE_EXPIRED, TIME_UP)
                .then(Code.TIME_UP)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void whatTheNewVersionPutsAMsLaterComesByItself() {
        Scenario.of(version(1, clue("gate")))
                .given(join())
                .published(version(2, clue("gate", "deadline: 8m,")))
                .when(look().at(minute(8) - 1))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announces(due(8))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void whatUnlocksInAMoveCountsFromThere() {
        String hints = "hints: [{id: h1, after: 2m, text: A tree}],";

        Scenario.of(version(1, clue("gate", "unlocks-after: 1h,", hints)))
                .given(join())
                .published(version(2, clue("gate", "unlocks-after: 3m, deadline: 5m,", hints)))
                .when(hint("gate", "h1").at(minute(8)))
                .announces(MOVED, CLUE_UNLOCKED)
                .then(HINT_LOCKED)
                .retryAfter(120_000)
                .silentUntil(minute(999))
                .announces(due(13))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void aClueThatNeedsNoUnlocksAfterAnyMoreUnlocksInTheMove() {
        Scenario.of(version(1, clue("gate", "unlocks-after: 1h,")))
                .given(join())
                .published(version(2, clue("gate")))
                .when(answer("gate", "oak"))
                .announces(MOVED, CLUE_UNLOCKED)
                .then(SOLVED);
    }

    @Test
    void whatTheNewVersionsRequiresLetInUnlocksOrBecomesPendingInTheMove() {
        Scenario.of(
                        version(
                                1,
                                clue("gate"),
                                clue("mast", "requires: gate,"),
                                clue("pier", "requires: gate,")))
                .given(join())
                .published(
                        version(
                                2,
                                clue("pier", "unlocks-after: 7m,"),
                                clue("new"),
                                clue("gate"),
                                clue("mast")))
                .when(look().at(minute(3)))
                .announces(MOVED, CLUE_PENDING, CLUE_UNLOCKED, CLUE_UNLOCKED)
                .silentUntil(minute(999))
                .announces(due(10));
    }

    @Test
    void pendingInTheMoveSaysWhenItOpensByTheNewVersion() {
        Scenario scenario =
                Scenario.of(version(1, clue("gate")))
                        .given(join())
                        .published(version(2, clue("gate"), clue("mast", "unlocks-after: 7m,")))
                        .when(look().at(minute(3)));

        assertThat(scenario.announced().get(0).effects())
                .containsExactly(new Effect.Moved(2), new Effect.CluePending("mast", minute(10)));
    }

    @Test
    void whatRanOutWhileTheHuntWasClosedFallsDueInTheMoveAndCountsFromThere() {
        String[] clues = {
            clue("gate", "deadline: 12m,"), clue("mast", "unlocks-after: 11m, deadline: 5m,")
        };

        Scenario.of(version(1, minute(12), "", clues))
                .given(join().at(minute(2)))
                .published(version(2, CLOSES, "", clues), minute(20))
                .silentUntil(minute(30))
                .announcesNothing()
                .when(answer("mast", "elm").at(minute(30)))
                .announces(due(30))
                .announces(MOVED, CLUE_UNLOCKED, CLUE_EXPIRED)
                .then(WRONG)
                .silentUntil(minute(999))
                .announces(due(35))
                .announces(CLUE_EXPIRED);
    }

    @Test
    void aTimeLimitThatRanOutWhileClosedFallsDueInTheMove() {
        Scenario.of(version(1, minute(5), "time-limit: 10m\n", clue("gate")))
                .given(join())
                .published(version(2, CLOSES, "time-limit: 10m\n", clue("gate")), minute(7))
                .when(answer("gate", "oak").at(minute(15)))
                .announces(MOVED, TIME_UP)
                .then(Code.TIME_UP);
    }

    @Test
    void aMoveBackIntoPlayBeforeAnythingRanOutLetsItComeInItsTime() {
        Scenario.of(version(1, minute(5), "time-limit: 10m\n", clue("gate")))
                .given(join())
                .published(version(2, CLOSES, "time-limit: 10m\n", clue("gate")), minute(7))
                .when(look().at(minute(8)))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announces(due(10));
    }

    @Test
    void nothingFallsDueInAMoveToAVersionThatIsClosed() {
        Scenario.of(version(1, clue("gate"), clue("mast", "unlocks-after: 1h,")))
                .given(join())
                .published(
                        version(
                                2,
                                minute(8),
                                "time-limit: 7m\n",
                                clue("gate", "deadline: 3m,"),
                                clue("mast", "unlocks-after: 3m,")))
                .when(look().at(minute(8)))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void whatAClosedVersionHeldBackFallsDueInTheMoveToOneThatIsOpen() {
        Scenario.of(version(1, clue("gate")))
                .given(join())
                .published(version(2, minute(5), "", clue("gate", "deadline: 3m,")), minute(6))
                .when(look().at(minute(8)))
                .announces(MOVED)
                .published(version(3, clue("gate", "deadline: 3m,")))
                .when(answer("gate", "oak").at(minute(9)))
                .announces(MOVED, CLUE_EXPIRED)
                .then(EXPIRED);
    }

    @Test
    void nothingFallsDueInAMoveAfterAbandoning() {
        Scenario.of(version(1, clue("gate"), clue("mast", "unlocks-after: 1h,")))
                .given(join(), abandon())
                .published(
                        version(
                                2,
                                CLOSES,
                                "time-limit: 7m\n",
                                clue("gate", "deadline: 3m,"),
                                clue("mast", "unlocks-after: 3m,")))
                .when(look().at(minute(8)))
                .announces(MOVED);
    }

    @Test
    void nothingFallsDueInAMoveAfterTheTimeLimit() {
        Scenario.of(
                        version(
                                1,
                                CLOSES,
                                "time-limit: 5m\n",
                                clue("gate"),
                                clue("mast", "unlocks-after: 5m,")))
                .given(join())
                .silentUntil(minute(6))
                .announces(CLUE_UNLOCKED, TIME_UP)
                .published(version(2, clue("gate", "deadline: 3m,"), clue("mast")))
                .when(look().at(minute(8)))
                .announces(MOVED);
    }

    @Test
    void conditionsAreAskedInAMoveWhetherPlayIsOverOrNot() {
        Scenario.of(version(1, clue("gate"), clue("mast", "requires: gate,")))
                .given(join(), abandon())
                .published(
                        version(
                                2,
                                minute(5),
                                "complete-when: {points: 0}\n",
                                clue("mast"),
                                clue("new", "unlocks-after: 1m,")))
                .when(look().at(minute(8)))
                .announces(MOVED, CLUE_UNLOCKED, CLUE_PENDING, COMPLETED);
    }

    @Test
    void completionIsAskedInAMove() {
        Scenario.of(version(1, clue("gate"), clue("mast")))
                .given(join(), answer("gate", "oak"))
                .published(version(2, clue("gate"), clue("pier", "requires: mast,"), clue("mast")))
                .when(look())
                .announces(MOVED)
                .published(version(3, CLOSES, "complete-when: gate\n", clue("gate"), clue("new")))
                .when(look())
                .announces(MOVED, CLUE_UNLOCKED, COMPLETED);
    }

    @Test
    void aMoveAnnouncesInOrder() {
        Scenario.of(version(1, clue("gate"), clue("mast", "unlocks-after: 1h,"), clue("tower")))
                .given(join())
                .published(
                        version(
                                2,
                                CLOSES,
                                "time-limit: 5m\ncomplete-when: {points: 0}\n",
                                clue("tower", "deadline: 2m,"),
                                clue("later", "unlocks-after: 4m,"),
                                clue("gate", "deadline: 3m,"),
                                clue("mast", "unlocks-after: 1m,"),
                                clue("new")))
                .when(look().at(minute(8)))
                .announces(
                        MOVED,
                        CLUE_PENDING,
                        CLUE_UNLOCKED,
                        CLUE_UNLOCKED,
                        CLUE_EXPIRED,
                        CLUE_EXPIRED,
                        TIME_UP,
                        COMPLETED);
    }

    @Test
    void aClueThatIsGoneIsUnknownAndHasNoDueMoments() {
        Scenario.of(version(1, clue("gate"), clue("mast", "deadline: 10m,")))
                .given(join())
                .published(version(2, clue("gate")))
                .when(answer("mast", "oak"))
                .announces(MOVED)
                .then(UNKNOWN_CLUE)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void theStateOfAClueThatIsGoneCountsAgainWhenItReturns() {
        Hunt first =
                version(
                        1,
                        clue("gate"),
                        clue("mast", "attempts: {max: 2},"),
                        clue("solved", "points: 5,"),
                        clue("pending", "unlocks-after: 20m,"),
                        clue("brief", "deadline: 20m,"),
                        photo(""));
        Scenario.of(first)
                .given(join(), answer("mast", "elm"), answer("solved", "oak"), submit("photo"))
                .published(version(2, clue("gate")))
                .when(look())
                .announces(MOVED)
                .silentUntil(minute(10))
                .published(
                        version(
                                3,
                                clue("gate"),
                                clue("mast", "attempts: {max: 2},"),
                                clue("solved", "points: 5,"),
                                clue("pending", "unlocks-after: 20m,"),
                                clue("brief", "deadline: 20m,"),
                                photo("")))
                .when(answer("mast", "ash"))
                .announces(MOVED)
                .then(WRONG)
                .attemptsLeft(0)
                .when(answer("solved", "oak"))
                .then(ALREADY_SOLVED)
                .score(5)
                .when(answer("pending", "oak"))
                .then(LOCKED)
                .when(submit("photo"))
                .then(UNDER_REVIEW)
                .effects()
                .silentUntil(minute(999))
                .announces(due(20))
                .announces(CLUE_UNLOCKED, CLUE_EXPIRED);
    }

    @Test
    void whatRanOutWhileAClueWasGoneFallsDueInTheMoveThatReturnsIt() {
        Scenario.of(version(1, clue("gate"), clue("mast", "deadline: 10m,")))
                .given(join())
                .published(version(2, clue("gate")))
                .when(look())
                .published(version(3, clue("gate"), clue("mast", "deadline: 10m,")))
                .when(answer("mast", "oak").at(minute(30)))
                .announces(MOVED, CLUE_EXPIRED)
                .then(EXPIRED);
    }

    @Test
    void aClueUnderReviewStaysSoAndDoesNotExpireInTheMove() {
        Scenario.of(version(1, photo("")))
                .given(join(), submit("photo"))
                .published(version(2, photo("deadline: 10m,")))
                .when(look().at(minute(30)))
                .announces(MOVED)
                .when(reject("photo"))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED)
                .when(reject("photo"))
                .then(NO_CHANGE);
    }

    @Test
    void aRejectionGoesByTheDeadlineOfTheVersionItMovesTo() {
        Scenario.of(version(1, photo("deadline: 10m,")))
                .given(join(), submit("photo"))
                .published(version(2, photo("deadline: 1h,")))
                .when(reject("photo").at(minute(30)))
                .announces(MOVED)
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .silentUntil(minute(999))
                .announces(due(60));
    }

    @Test
    void aMomentAtOrBeforeTheLastMoveDoesNotComeLater() {
        Scenario.of(version(1, minute(5), "", clue("gate", "deadline: 8m,")))
                .given(join())
                .published(version(2, minute(7), "", clue("gate", "deadline: 8m,")))
                .when(look().at(minute(9)))
                .announces(MOVED)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void pointsReachedBeforeMayHoldForTheNewVersionsConditions() {
        Scenario.of(version(1, clue("gate"), clue("mast", "points: 100,")))
                .given(join(), adjust(30))
                .published(
                        version(
                                2,
                                clue("gate"),
                                clue("mast", "points: 100,"),
                                clue("rich", "requires: {points: 30},")))
                .when(look())
                .announces(MOVED, CLUE_UNLOCKED);
    }

    @Test
    void theUnlockedTextIsTheNewVersions() {
        Scenario scenario =
                Scenario.of(version(1, clue("gate", "unlocks-after: 1h, text: Old,")))
                        .given(join())
                        .published(version(2, clue("gate", "text: New,")))
                        .when(look());

        assertThat(scenario.announced().get(0).effects())
                .contains(
                        new Effect.ClueUnlocked(
                                "gate", "gate", Optional.of("New"), Optional.empty()));
    }

    @Test
    void pointsOfASolvedClueThatIsGoneStay() {
        Scenario.of(version(1, clue("gate"), clue("mast", "points: 40,")))
                .given(join(), answer("mast", "oak"))
                .effects(CLUE_SOLVED, POINTS)
                .published(version(2, clue("gate")))
                .when(answer("gate", "oak"))
                .announces(MOVED)
                .then(SOLVED)
                .score(40);
    }
}
