package treasurehunt.core;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.REVIEW_REJECTED;
import static treasurehunt.core.EffectType.SUBMITTED;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.REVIEWED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNDER_REVIEW;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.List;
import java.util.Optional;

/** Rule book, section 10: reviews. */
class ReviewsTest {
    private static final Hunt GALLERY =
            Hunts.hunt(
                    """
                    complete-when: photo
                    clues:
                      - id: photo
                        title: A photo
                        points: 30
                        wrong-penalty: 5
                        attempts: {max: 2}
                        deadline: 1h
                        proof: {review: {}}
                        first-finders: [50]
                        treasure: compass
                        hints: [{id: free, text: Look up}]
                      - {id: riddle, title: A riddle, proof: {answer: {accept: [oak]}}}
                      - {id: after, title: After, requires: photo, proof: {review: {}}}
                      - {id: later, title: Later, requires: riddle, unlocks-after: 1h, proof: {review: {}}}
                    treasures:
                      - {id: compass, title: The compass, stock: 3}
                    """);

    /** When the photo's hour is over. */
    private static final long DEADLINE = OPENS + 3_600_000;

    private static Scenario submitted() {
        return Scenario.of(GALLERY).given(join(), submit("photo"));
    }

    @Test
    void whatIsSubmittedComesUnderReview() {
        Scenario.of(GALLERY)
                .given(join())
                .when(submit("photo"))
                .then(UNDER_REVIEW)
                .exactly(new Effect.Submitted("photo"))
                .score(0)
                .version(2)
                .attempts("photo", 0)
                .noAttemptsLeft();
    }

    @Test
    void submittedAgainWhileItWaitsItIsStillUnderReview() {
        submitted().when(submit("photo")).then(UNDER_REVIEW).noReplay().effects().version(2);
    }

    @Test
    void whatIsAcceptedIsSolvedLikeAnyClueByTheOperatorsHand() {
        submitted()
                .when(accept("photo").ofOperator("otto"))
                .then(REVIEWED)
                .exactly(
                        new Effect.ClueSolved("photo"),
                        new Effect.Points(
                                30,
                                30,
                                Effect.Cause.ofClue(PointsReason.CLUE, "photo"),
                                Optional.of(new Effect.Correction("otto", "well done"))),
                        new Effect.Claimed("photo#first-finders"),
                        new Effect.Claimed("compass"),
                        new Effect.ClueUnlocked(
                                "after", "After", Optional.empty(), Optional.empty()),
                        new Effect.Completed())
                .attempts("photo", 0);
    }

    @Test
    void whatIsRejectedUsesAnAttemptWithoutPenalty() {
        submitted()
                .when(reject("photo"))
                .then(REVIEWED)
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .score(0)
                .version(3)
                .attempts("photo", 1)
                .noAttemptsLeft()
                .noText();
    }

    @Test
    void whoWasRejectedMaySubmitAgainEvenTheSame() {
        submitted()
                .given(reject("photo"))
                .when(submit("photo"))
                .then(UNDER_REVIEW)
                .effects(SUBMITTED)
                .when(accept("photo"))
                .then(REVIEWED)
                .score(30);
    }

    @Test
    void rejectedAttemptsRunOut() {
        submitted()
                .given(reject("photo"), submit("photo"), reject("photo"))
                .when(submit("photo"))
                .then(OUT_OF_ATTEMPTS);
    }

    static List<Scenario> nothingUnderReview() {
        return List.of(
                Scenario.of(GALLERY).given(join()),
                submitted().given(reject("photo")),
                submitted().given(accept("photo")),
                submitted().given(markSolved("photo")),
                Scenario.of(GALLERY).given(join()).silentUntil(DEADLINE + 1));
    }

    @ParameterizedTest
    @MethodSource("nothingUnderReview")
    void reviewingWhatIsNotUnderReviewChangesNothing(Scenario scenario) {
        scenario.when(accept("photo"))
                .then(NO_CHANGE)
                .effects()
                .changesNothing()
                .when(reject("photo"))
                .then(NO_CHANGE)
                .effects()
                .changesNothing();
    }

    @Test
    void reviewingALockedAPendingOrAnotherKindOfClueChangesNothing() {
        Scenario.of(GALLERY)
                .given(join())
                .when(accept("after"))
                .then(NO_CHANGE)
                .when(accept("riddle"))
                .then(NO_CHANGE)
                .given(answer("riddle", "oak"))
                .when(accept("later"))
                .then(NO_CHANGE);
    }

    @Test
    void aClueThatIsLockedSolvedOrExpiredDoesNotComeUnderReview() {
        Scenario.of(GALLERY).given(join()).when(submit("after")).then(LOCKED);
        submitted().given(accept("photo")).when(submit("photo")).then(ALREADY_SOLVED).effects();
        Scenario.of(GALLERY).given(join()).when(submit("photo").at(DEADLINE)).then(EXPIRED);
    }

    @Test
    void underReviewItDoesNotExpireWhileItWaits() {
        submitted()
                .silentUntil(CLOSES)
                .announcesNothing()
                .when(accept("photo").at(CLOSES))
                .then(REVIEWED)
                .score(30);
    }

    @Test
    void rejectedInTimeItGoesOnUntilItsDeadline() {
        submitted()
                .when(reject("photo").at(DEADLINE - 1))
                .effects(REVIEW_REJECTED, ATTEMPT_USED)
                .silentUntil(DEADLINE + 1)
                .announces("ann:harbour-lights:" + DEADLINE)
                .announces(CLUE_EXPIRED);
    }

    @Test
    void rejectedAtItsDeadlineItExpiresInThatResult() {
        submitted()
                .when(reject("photo").at(DEADLINE))
                .then(REVIEWED)
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED)
                .announcesNothing()
                .when(submit("photo"))
                .then(EXPIRED);
    }

    @Test
    void rejectedAfterPlayIsOverItExpiresAllTheSame() {
        submitted()
                .when(reject("photo").at(CLOSES))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED);
        submitted()
                .given(abandon())
                .when(reject("photo").after("2h"))
                .effects(REVIEW_REJECTED, ATTEMPT_USED, CLUE_EXPIRED);
    }

    @Test
    void anExpiredOneCanStillBeMarkedSolved() {
        submitted()
                .given(reject("photo").at(DEADLINE))
                .when(markSolved("photo"))
                .then(SOLVED)
                .score(30);
    }

    @Test
    void hintsAreThereWhileItWaits() {
        submitted().when(hint("photo", "free")).then(HINT_GIVEN);
    }

    @Test
    void onlyWhatIsReviewedIsSubmittedAndOnlySo() {
        submitted()
                .when(submit("riddle"))
                .then(WRONG_KIND)
                .effects()
                .when(answer("photo", "a photo"))
                .then(WRONG_KIND)
                .when(scan("photo", "a photo"))
                .then(WRONG_KIND)
                .attempts("photo", 0);
    }

    @Test
    void aSubmissionSentAgainIsARetry() {
        Scenario.of(GALLERY)
                .given(join(), submit("photo").as("a"), reject("photo"))
                .when(submit("photo").as("a"))
                .then(UNDER_REVIEW)
                .replayOf("0:1")
                .effects()
                .when(accept("photo"))
                .then(NO_CHANGE);
    }
}
