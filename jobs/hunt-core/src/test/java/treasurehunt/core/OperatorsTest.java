package treasurehunt.core;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.reinstate;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.resetAttempts;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Draft.waiting;
import static treasurehunt.core.EffectType.ATTEMPTS_RESET;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.schemas.result.Code.ADJUSTED;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.DISQUALIFIED;
import static treasurehunt.schemas.result.Code.EXCLUDED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.REINSTATED;
import static treasurehunt.schemas.result.Code.RESET;
import static treasurehunt.schemas.result.Code.REVIEWED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rule book, sections 5 and 10: what operators correct. */
class OperatorsTest {
    private static final Hunt PARADE =
            Hunts.hunt(
                    """
                    time-limit: 10h
                    rate: {burst: 2, per-second: 1}
                    complete-when: {points: 200}
                    clues:
                      - id: gate
                        title: The gate
                        points: 50
                        attempts: {max: 2}
                        proof: {answer: {accept: [oak]}}
                        hints: [{id: dear, cost: 10, text: A tree}]
                      - {id: photo, title: A photo, points: 10, proof: {review: {}}}
                      - {id: locked, title: Locked, points: 20, requires: gate, proof: {answer: {accept: [x]}}, treasure: third}
                      - {id: pending, title: Pending, points: 20, unlocks-after: 5h, proof: {answer: {accept: [x]}}}
                      - {id: brief, title: Brief, points: 20, deadline: 30m, proof: {answer: {accept: [x]}}}
                      - {id: rich, title: Rich, requires: {points: 100}, proof: {answer: {accept: [x]}}}
                      - {id: a, title: A, proof: {answer: {accept: [x]}}, treasure: first, first-finders: [9]}
                      - {id: b, title: B, proof: {answer: {accept: [x]}}, treasure: second}
                      - {id: c, title: C, proof: {answer: {accept: [x]}}, treasure: fourth}
                    treasures:
                      - {id: first, title: First, stock: 1}
                      - {id: second, title: Second, stock: 1}
                      - {id: third, title: Third, stock: 1}
                      - {id: fourth, title: Fourth, stock: 1, points: 500}
                    """);

    private static Scenario joined() {
        return Scenario.of(PARADE).given(join());
    }

    /** An operator's action and its code where nothing stands in its way. */
    record Row(Code code, Supplier<Scenario> before, Draft action) {
        @Override
        public String toString() {
            return action.kind().name();
        }
    }

    static List<Row> everyKind() {
        return List.of(
                new Row(ADJUSTED, OperatorsTest::joined, adjust(7)),
                new Row(SOLVED, OperatorsTest::joined, markSolved("locked")),
                new Row(REVIEWED, () -> joined().given(submit("photo")), accept("photo")),
                new Row(REVIEWED, () -> joined().given(submit("photo")), reject("photo")),
                new Row(RESET, () -> joined().given(answer("gate", "ash")), resetAttempts("gate")),
                new Row(DISQUALIFIED, OperatorsTest::joined, disqualify()),
                new Row(REINSTATED, () -> joined().given(disqualify()), reinstate()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void operatorsActWhenPlayIsOverToo(Row row) {
        row.before().get().when(row.action().at(CLOSES)).then(row.code());
        row.before().get().when(row.action().after("11h")).then(row.code());
        row.before().get().when(abandon(), row.action()).then(row.code());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void operatorsNeedNoToken(Row row) {
        row.before()
                .get()
                .when(answer("gate", "elm").after("0ms"), answer("gate", "fir").after("0ms"))
                .thousandths(0)
                .when(row.action().after("0ms"))
                .then(row.code());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void operatorsCorrectNobodyWhoHasNotJoined(Row row) {
        Scenario.of(PARADE)
                .when(row.action())
                .then(NOT_JOINED)
                .effects()
                .changesNothing()
                .when(row.action().in("nowhere"))
                .then(UNKNOWN_HUNT)
                .effects()
                .changesNothing();
    }

    static List<Draft> namingAnUnknownClue() {
        return List.of(
                markSolved("attic"), accept("attic"), reject("attic"), resetAttempts("attic"));
    }

    @ParameterizedTest
    @MethodSource("namingAnUnknownClue")
    void aClueThatNobodyKnowsIsNotCorrected(Draft action) {
        joined().when(action).then(UNKNOWN_CLUE).effects().changesNothing();
    }

    @Test
    void adjustedPointsSayWhoGaveThemAndWhy() {
        joined().when(adjust(7).ofOperator("otto"))
                .then(ADJUSTED)
                .exactly(
                        new Effect.Points(
                                7,
                                7,
                                Effect.Cause.adjustment(),
                                Optional.of(new Effect.Correction("otto", "by hand"))))
                .score(7)
                .version(2);
    }

    @Test
    void anAdjustmentMayMakeTheScoreNegativeWhateverTheHintPolicySays() {
        joined().given(adjust(5)).when(adjust(-30)).then(ADJUSTED).points(-30).score(-25);
    }

    @Test
    void anAdjustmentByNothingChangesNothing() {
        joined().when(adjust(0)).then(NO_CHANGE).effects().version(1).changesNothing();
    }

    @Test
    void adjustedPointsUnlockAndComplete() {
        joined().when(adjust(250)).effects(POINTS, CLUE_UNLOCKED, COMPLETED).unlocks("rich");
    }

    @Test
    void adjustedPointsPayForHints() {
        joined().given(adjust(10)).when(hint("gate", "dear")).then(HINT_GIVEN).score(0);
    }

    @Test
    void markSolvedSolvesByTheOperatorsHand() {
        joined().when(markSolved("gate").ofOperator("otto"))
                .then(SOLVED)
                .exactly(
                        new Effect.ClueSolved("gate"),
                        new Effect.Points(
                                50,
                                50,
                                Effect.Cause.ofClue(PointsReason.CLUE, "gate"),
                                Optional.of(new Effect.Correction("otto", "the sign was gone"))),
                        new Effect.ClueUnlocked(
                                "locked", "Locked", Optional.empty(), Optional.empty()))
                .attempts("gate", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate", "photo", "locked", "pending", "brief"})
    void markSolvedSolvesWhateverStateTheClueIsIn(String clue) {
        joined().given(submit("photo"))
                .when(markSolved(clue).after("40m"))
                .then(SOLVED)
                .when(markSolved(clue))
                .then(NO_CHANGE)
                .changesNothing();
    }

    @Test
    void markSolvedSolvesWhereNoAttemptsAreLeft() {
        joined().given(answer("gate", "ash"), answer("gate", "elm"))
                .when(markSolved("gate"))
                .then(SOLVED)
                .score(50)
                .when(answer("gate", "oak"))
                .then(ALREADY_SOLVED);
    }

    @Test
    void aLockedClueMarkedSolvedClaimsAndNeverUnlocks() {
        joined().when(markSolved("locked"))
                .effects(CLUE_SOLVED, POINTS, EffectType.CLAIMED)
                .when(answer("gate", "oak"))
                .unlocks();
    }

    @Test
    void aPendingClueMarkedSolvedNeverUnlocks() {
        Hunt pending =
                Hunts.hunt(
                        """
                        clues:
                          - {id: gate, title: The gate, unlocks-after: 1h, deadline: 1h, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(pending)
                .given(join(), markSolved("gate"))
                .silentUntil(CLOSES)
                .announcesNothing();
    }

    @Test
    void attemptsAreResetAndUsedAnew() {
        joined().given(answer("gate", "ash"), answer("gate", "elm"))
                .when(answer("gate", "oak"))
                .then(OUT_OF_ATTEMPTS)
                .when(resetAttempts("gate"))
                .then(RESET)
                .exactly(new Effect.AttemptsReset("gate"))
                .attempts("gate", 0)
                .when(answer("gate", "fir"))
                .then(WRONG)
                .attemptsLeft(1)
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void whatWasTriedStaysTriedAfterAReset() {
        joined().given(answer("gate", "ash"), resetAttempts("gate"))
                .when(answer("gate", "ash"))
                .then(ALREADY_TRIED)
                .attempts("gate", 0);
    }

    @Test
    void withoutTriesThereIsNothingToReset() {
        joined().when(resetAttempts("gate"))
                .then(NO_CHANGE)
                .effects()
                .changesNothing()
                .given(answer("gate", "ash"), resetAttempts("gate"))
                .when(resetAttempts("gate"))
                .then(NO_CHANGE)
                .changesNothing();
    }

    @Test
    void triesAreResetWhateverBecameOfTheClue() {
        joined().given(answer("gate", "ash"), answer("gate", "oak"))
                .when(resetAttempts("gate"))
                .then(RESET)
                .effects(ATTEMPTS_RESET)
                .when(answer("gate", "oak"))
                .then(ALREADY_SOLVED);
    }

    @Test
    void whoIsDisqualifiedKeepsHisPointsAndPlaysNoMore() {
        joined().given(answer("gate", "oak"))
                .when(disqualify())
                .then(DISQUALIFIED)
                .exactly(new Effect.Disqualified())
                .score(50)
                .version(3)
                .when(answer("photo", "x"))
                .then(EXCLUDED)
                .score(50)
                .version(3)
                .when(abandon())
                .then(EXCLUDED);
    }

    @Test
    void disqualifyingTwiceIsNoSecondPenalty() {
        joined().given(disqualify())
                .when(disqualify())
                .then(NO_CHANGE)
                .effects()
                .version(2)
                .changesNothing();
    }

    @Test
    void disqualifyingReleasesWhatIsClaimedWaitedForOrHeldInTheOrderOfTheClaims() {
        joined().given(markSolved("b"), markSolved("a"), markSolved("locked"), markSolved("c"))
                .given(soldOut("third"), waiting("first"), granted("fourth", 1))
                .when(disqualify())
                .then(DISQUALIFIED)
                .exactly(
                        new Effect.Disqualified(),
                        new Effect.Released("second", Optional.empty()),
                        new Effect.Released("a#first-finders", Optional.empty()),
                        new Effect.Released("first", Optional.empty()),
                        new Effect.Released("fourth", Optional.empty()))
                .score(520);
    }

    @Test
    void whoIsReinstatedPlaysOn() {
        joined().given(disqualify())
                .when(reinstate())
                .then(REINSTATED)
                .exactly(new Effect.Reinstated())
                .version(3)
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void whoIsNotDisqualifiedIsNotReinstated() {
        joined().when(reinstate())
                .then(NO_CHANGE)
                .effects()
                .changesNothing()
                .given(disqualify(), reinstate())
                .when(reinstate())
                .then(NO_CHANGE);
    }

    @Test
    void reinstatingDoesNotGiveBackWhatWasReleased() {
        joined().given(answer("a", "x"), disqualify())
                .when(reinstate())
                .exactly(new Effect.Reinstated())
                .when(granted("first", 1))
                .then(NO_CHANGE)
                .when(disqualify())
                .exactly(new Effect.Disqualified());
    }

    @Test
    void aDisqualifiedPlayersHuntGoesOnUnderTheOperatorsHand() {
        joined().given(disqualify(), adjust(100))
                .unlocks("rich")
                .when(markSolved("gate"))
                .then(SOLVED)
                .unlocks("locked")
                .when(adjust(50))
                .effects(POINTS, COMPLETED);
    }

    @Test
    void anOperatorsRetryIsAnsweredByWhatItBroughtBefore() {
        joined().given(adjust(7).as("a"), adjust(1))
                .when(adjust(7).as("a"))
                .then(ADJUSTED)
                .replayOf("0:1")
                .effects()
                .score(8)
                .version(3)
                .changesNothing();
    }

    static Stream<Draft> otherBodies() {
        return Stream.of(
                adjust(8),
                adjust(7).ofOperator("otto"),
                adjust(7).in("other"),
                markSolved("gate"),
                disqualify(),
                Draft.forget());
    }

    @ParameterizedTest
    @MethodSource("otherBodies")
    void anOperatorsIdWithAnotherBodyIsReused(Draft other) {
        Scenario.of(PARADE, Hunts.simple("other"))
                .given(join(), join().in("other"), adjust(7).as("a"))
                .when(other.as("a"))
                .then(ID_REUSED)
                .effects()
                .noReplay()
                .noHuntVersion()
                .changesNothing();
    }

    @Test
    void operatorsIdsAreRememberedApartFromThePlayers() {
        joined().given(answer("gate", "ash").as("a"))
                .when(adjust(7).as("a"))
                .then(ADJUSTED)
                .noReplay()
                .when(answer("gate", "ash").as("a"))
                .then(WRONG)
                .replayOf("0:1")
                .when(adjust(7).as("a"))
                .then(ADJUSTED)
                .replayOf("0:2");
    }

    @Test
    void thirtyTwoOfThemAreRemembered() {
        joined().given(adjust(7).as("first"))
                .given(adjustments(31))
                .when(adjust(7).as("first"))
                .then(ADJUSTED)
                .replayOf("0:1")
                .given(adjust(1))
                .when(adjust(7).as("first"))
                .then(ADJUSTED)
                .noReplay()
                .effects(POINTS);
    }

    @Test
    void theyPushNothingOfThePlayersOutNorHeOfTheirs() {
        Scenario.of(HARBOUR_LIGHTS, Hunts.simple("other"))
                .given(join().as("first"), join().in("other"), adjust(7).as("first"))
                .given(adjustments(31))
                .when(join().as("first"))
                .then(Code.JOINED)
                .replayOf("0:0");
        Scenario.of(HARBOUR_LIGHTS, Hunts.simple("other"))
                .given(join(), join().in("other"), adjust(7).as("first"))
                .given(wrongAnswers(40))
                .when(adjust(7).as("first"))
                .then(ADJUSTED)
                .replayOf("0:2");
    }

    @Test
    void whatChangedNothingIsNotRemembered() {
        joined().when(reinstate().as("a"), disqualify().as("a")).then(DISQUALIFIED).noReplay();
    }

    private static Draft[] adjustments(int count) {
        return IntStream.range(0, count).mapToObj(i -> adjust(1)).toArray(Draft[]::new);
    }

    private static Draft[] wrongAnswers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> answer("gate", "wrong " + i).in("other"))
                .toArray(Draft[]::new);
    }
}
