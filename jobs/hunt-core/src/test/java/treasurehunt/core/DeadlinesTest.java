package treasurehunt.core;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.EffectType.REVIEW_REJECTED;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.REVIEWED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNDER_REVIEW;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;

import java.util.List;

/** Rule book, sections 5 and 10: a clue's deadline. */
class DeadlinesTest {
    private static final String FIELDS =
            """
            clues:
              - {id: start, title: The start, proof: {answer: {accept: [go]}}}
              - id: gate
                title: The gate
                points: 50
                requires: start
                deadline: 10m
                proof: {answer: {accept: [oak]}}
                hints: [{id: leaf, text: A tree}]
              - {id: photo, title: A photo, points: 20, deadline: 10m, proof: {review: {}}}
            """;
    private static final Hunt HARBOUR = hunt(FIELDS);

    @Test
    void aDeadlineRunsFromTheUnlocking() {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go").at(minute(7)))
                .when(answer("gate", "ash").at(minute(17) - 1))
                .then(WRONG)
                .when(answer("gate", "oak").at(minute(17)))
                .announces(CLUE_EXPIRED)
                .then(EXPIRED);
    }

    @Test
    void theDeadlineOfAClueThatIsOpenFromTheStartRunsFromTheJoin() {
        Scenario.of(HARBOUR)
                .given(join().at(minute(3)))
                .when(submit("photo").at(minute(13)))
                .announces(CLUE_EXPIRED)
                .then(EXPIRED);
    }

    @Test
    void untilItsLastMsAClueCanBeSolved() {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go").at(minute(7)))
                .when(answer("gate", "oak").at(minute(17) - 1))
                .then(SOLVED)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    static List<Draft> everyWayToTryAClue() {
        return List.of(
                answer("gate", "oak"),
                answer("gate", "ash"),
                scan("gate", "oak"),
                arrive("gate", 54, 18),
                submit("gate"),
                hint("gate", "leaf"),
                hint("gate", "unknown"));
    }

    @ParameterizedTest
    @MethodSource("everyWayToTryAClue")
    void anExpiredClueTakesNothing(Draft attempt) {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go"))
                .when(attempt.at(minute(60)))
                .then(EXPIRED)
                .effects()
                .noRetryAfter()
                .attempts("gate", 0);
    }

    @Test
    void aHintGivenBeforeIsNotGivenAgainByAnExpiredClue() {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go"), hint("gate", "leaf"))
                .when(hint("gate", "leaf").at(minute(60)))
                .then(EXPIRED);
    }

    @Test
    void anExpiredClueStaysExpiredWhateverItsRequirementsDo() {
        Scenario.of(
                        hunt(
                                """
                                clues:
                                  - {id: start, title: The start, points: 5, proof: {answer: {accept: [go]}}}
                                  - {id: gate, title: The gate, deadline: 10m, proof: {answer: {accept: [oak]}}}
                                """))
                .given(join())
                .when(answer("start", "go").at(minute(20)))
                .effects(CLUE_SOLVED, POINTS)
                .when(answer("gate", "oak"))
                .then(EXPIRED);
    }

    @Test
    void aSolvedClueDoesNotExpire() {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go"), answer("gate", "oak"))
                .when(answer("gate", "oak").at(minute(60)))
                .then(ALREADY_SOLVED);
    }

    @Test
    void markSolvedSolvesAnExpiredClueWithItsPoints() {
        Scenario.of(HARBOUR)
                .given(join(), answer("start", "go"))
                .when(markSolved("gate").at(minute(60)))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS)
                .when(answer("gate", "oak"))
                .then(ALREADY_SOLVED);
    }

    @Test
    void aClueUnderReviewDoesNotExpireWhileItWaits() {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"))
                .silentUntil(minute(60))
                .announcesNothing()
                .when(submit("photo"))
                .then(UNDER_REVIEW)
                .effects()
                .when(accept("photo"))
                .then(REVIEWED)
                .effects(CLUE_SOLVED, POINTS);
    }

    @Test
    void rejectedBeforeItsDeadlineAClueCanBeTriedUntilThen() {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"))
                .when(reject("photo").at(minute(10) - 1))
                .then(REVIEWED)
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .when(submit("photo").at(minute(10)))
                .announces(CLUE_EXPIRED)
                .then(EXPIRED);
    }

    static List<Long> atOrAfterTheDeadline() {
        return List.of(minute(10), minute(10) + 1, minute(600));
    }

    @ParameterizedTest
    @MethodSource("atOrAfterTheDeadline")
    void rejectedAtOrAfterItsDeadlineAClueExpiresInThatResult(long at) {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"))
                .when(reject("photo").at(at))
                .announcesNothing()
                .then(REVIEWED)
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED)
                .when(submit("photo"))
                .then(EXPIRED);
    }

    @Test
    void itExpiresInTheRejectionAlsoAfterClosing() {
        Scenario.of(open(OPENS, minute(5), "harbour-lights", 1, FIELDS))
                .given(join(), submit("photo"))
                .when(reject("photo").at(minute(10)))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED);
    }

    @Test
    void itExpiresInTheRejectionAlsoAfterTheTimeLimit() {
        Scenario.of(hunt("time-limit: 5m\n" + FIELDS))
                .given(join(), submit("photo"))
                .when(reject("photo").at(minute(10)))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED);
    }

    @Test
    void itExpiresInTheRejectionAlsoAfterAbandoning() {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"), abandon())
                .when(reject("photo").at(minute(10)))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED);
    }

    @Test
    void rejectedBeforeItsDeadlineAfterPlayIsOverItNeverExpires() {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"), abandon(), reject("photo"))
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .silentUntil(minute(999))
                .announcesNothing();
    }

    @Test
    void withoutADeadlineARejectedClueNeverExpires() {
        Scenario.of(
                        hunt(
                                """
                                clues:
                                  - {id: photo, title: A photo, proof: {review: {}}}
                                """))
                .given(join(), submit("photo"))
                .when(reject("photo").at(minute(9999)))
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .when(submit("photo"))
                .then(UNDER_REVIEW);
    }

    @Test
    void anExpiredClueIsNotUnderReview() {
        Scenario.of(HARBOUR)
                .given(join(), submit("photo"), reject("photo").at(minute(10)))
                .when(accept("photo"))
                .then(NO_CHANGE)
                .effects();
    }
}
