package treasurehunt.core;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.waiting;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.schemas.result.Code.GRANTED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.SOLD_OUT;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WAITING;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;

import java.util.Optional;
import java.util.stream.Stream;

/** Rule book, sections 5, 7 and 10: the treasury's answers. */
class VerdictsTest {
    private static final String TREASURES =
            """
            time-limit: 10h
            complete-when: {all: [{treasure: medal}, {treasure: compass}]}
            clues:
              - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}, first-finders: [50, 30], treasure: compass}
              - {id: pier, title: The pier, proof: {answer: {accept: [sea]}}, treasure: medal}
              - {id: vault, title: The vault, requires: {treasure: compass}, proof: {answer: {accept: [x]}}}
              - {id: bank, title: The bank, requires: {points: 600}, proof: {answer: {accept: [x]}}}
            treasures:
              - {id: compass, title: The golden compass, stock: 3, points: 500, waiting-list: true}
              - {id: medal, title: The medal, stock: 3}
            """;
    private static final Hunt VAULT = Hunts.hunt(TREASURES);

    private static Scenario claimed() {
        return Scenario.of(VAULT).given(join(), answer("gate", "oak"));
    }

    private static Draft verdict(Code outcome) {
        return switch (outcome) {
            case GRANTED -> granted("compass", 2);
            case SOLD_OUT -> soldOut("compass");
            default -> waiting("compass");
        };
    }

    /** How the compass stands, and what each outcome then answers. */
    record Row(String standing, Scenario scenario, Code outcome, Code answer) {
        @Override
        public String toString() {
            return standing + ", then " + outcome;
        }
    }

    static Stream<Row> everyVerdict() {
        return Stream.of(GRANTED, SOLD_OUT, WAITING).flatMap(VerdictsTest::onEveryStanding);
    }

    private static Stream<Row> onEveryStanding(Code outcome) {
        Scenario stranger = Scenario.of(VAULT).given(join());
        Code ofWaiting = outcome == GRANTED ? GRANTED : NO_CHANGE;
        return Stream.of(
                new Row("not claimed", stranger, outcome, NO_CHANGE),
                new Row("claimed", claimed(), outcome, outcome),
                new Row("waiting", claimed().given(waiting("compass")), outcome, ofWaiting),
                new Row("granted", claimed().given(granted("compass", 2)), outcome, NO_CHANGE),
                new Row("sold out", claimed().given(soldOut("compass")), outcome, NO_CHANGE),
                new Row("released", claimed().given(disqualify()), outcome, NO_CHANGE));
    }

    @ParameterizedTest
    @MethodSource("everyVerdict")
    void aVerdictIsTakenOnceAndOnlyByWhoAwaitsIt(Row row) {
        row.scenario().when(verdict(row.outcome())).then(row.answer());
        if (row.answer() == NO_CHANGE) {
            row.scenario().effects().changesNothing();
        }
    }

    @Test
    void whoIsGrantedATreasureGetsItsPoints() {
        claimed()
                .when(granted("compass", 2))
                .then(GRANTED)
                .exactly(
                        new Effect.Granted("compass", 2),
                        new Effect.Points(
                                500,
                                550,
                                Effect.Cause.ofTreasure(PointsReason.TREASURE, "compass"),
                                Optional.empty()),
                        new Effect.ClueUnlocked(
                                "vault", "The vault", Optional.empty(), Optional.empty()))
                .score(550)
                .version(3);
    }

    @Test
    void whoIsSoldOutOrWaitsIsToldSo() {
        claimed()
                .when(soldOut("compass"))
                .then(SOLD_OUT)
                .exactly(new Effect.SoldOut("compass"))
                .score(50)
                .version(3);
        claimed()
                .when(waiting("compass"))
                .then(WAITING)
                .exactly(new Effect.Waiting("compass"))
                .score(50)
                .version(3)
                .when(granted("compass", 1))
                .then(GRANTED)
                .score(550);
    }

    @Test
    void aTreasureWithoutPointsMakesNoPoints() {
        Scenario.of(VAULT)
                .given(join(), answer("pier", "sea"))
                .when(granted("medal", 1))
                .then(GRANTED)
                .exactly(new Effect.Granted("medal", 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 30"})
    void theRankAmongFirstFindersEarnsItsBonus(long rank, long bonus) {
        claimed()
                .when(granted("gate#first-finders", rank))
                .then(GRANTED)
                .exactly(
                        new Effect.Granted("gate#first-finders", rank),
                        new Effect.Points(
                                bonus,
                                50 + bonus,
                                Effect.Cause.ofTreasure(
                                        PointsReason.FIRST_FINDER, "gate#first-finders"),
                                Optional.empty()));
    }

    @Test
    void aRankBeyondTheBonusesEarnsNothing() {
        claimed()
                .when(granted("gate#first-finders", 3))
                .then(GRANTED)
                .exactly(new Effect.Granted("gate#first-finders", 3));
        claimed()
                .when(granted("gate#first-finders", Long.MAX_VALUE))
                .then(GRANTED)
                .exactly(new Effect.Granted("gate#first-finders", Long.MAX_VALUE));
    }

    @Test
    void theTreasuresOfOneClueAreTwo() {
        claimed()
                .given(granted("gate#first-finders", 1))
                .when(granted("compass", 3))
                .then(GRANTED)
                .score(600);
    }

    @Test
    void thePointsAreThoseOfTheVersionHeIsOn() {
        Hunt dearer =
                Hunts.hunt(
                        "harbour-lights",
                        2,
                        TREASURES
                                .replace("points: 500", "points: 700")
                                .replace("[50, 30]", "[50, 35]"));

        claimed()
                .published(dearer)
                .when(granted("compass", 1))
                .then(GRANTED)
                .huntVersion(2)
                .points(700)
                .when(granted("gate#first-finders", 2))
                .points(35);
    }

    @Test
    void whatThatVersionNoLongerHasEarnsNothing() {
        Hunt plain =
                Hunts.hunt(
                        "harbour-lights",
                        2,
                        """
                        clues:
                          - {id: pier, title: The pier, proof: {answer: {accept: [sea]}}}
                        """);
        Hunt withoutBonus =
                Hunts.hunt(
                        "harbour-lights",
                        2,
                        TREASURES
                                .replace("first-finders: [50, 30], ", "")
                                .replace("points: 600", "points: 500"));

        claimed()
                .published(plain)
                .when(granted("compass", 1))
                .then(GRANTED)
                .exactly(new Effect.Granted("compass", 1))
                .when(granted("gate#first-finders", 1))
                .exactly(new Effect.Granted("gate#first-finders", 1))
                .score(50);
        claimed()
                .published(withoutBonus)
                .when(granted("gate#first-finders", 1))
                .exactly(new Effect.Granted("gate#first-finders", 1));
    }

    @Test
    void aGrantUnlocksAndCompletes() {
        claimed()
                .given(answer("pier", "sea"), granted("medal", 1))
                .when(granted("compass", 1))
                .effects(EffectType.GRANTED, POINTS, CLUE_UNLOCKED, COMPLETED)
                .unlocks("vault");
    }

    @Test
    void itsPointsUnlockToo() {
        claimed()
                .given(granted("gate#first-finders", 1))
                .when(granted("compass", 1))
                .effects(EffectType.GRANTED, POINTS, CLUE_UNLOCKED, CLUE_UNLOCKED)
                .unlocks("vault", "bank");
    }

    @Test
    void aGrantWithoutPointsUnlocksAndCompletesAllTheSame() {
        Hunt modest =
                Hunts.hunt(
                        """
                        complete-when: {treasure: medal}
                        clues:
                          - {id: pier, title: The pier, proof: {answer: {accept: [sea]}}, treasure: medal}
                          - {id: vault, title: The vault, requires: {treasure: medal}, proof: {answer: {accept: [x]}}}
                        treasures: [{id: medal, title: The medal, stock: 3}]
                        """);

        Scenario.of(modest)
                .given(join(), answer("pier", "sea"))
                .when(granted("medal", 1))
                .effects(EffectType.GRANTED, CLUE_UNLOCKED, COMPLETED);
    }

    @Test
    void onlyAGrantUnlocksNowOrLater() {
        claimed()
                .when(waiting("compass"))
                .unlocks()
                .when(answer("pier", "sea"))
                .then(SOLVED)
                .unlocks();
        claimed()
                .when(soldOut("compass"))
                .unlocks()
                .when(answer("pier", "sea"))
                .then(SOLVED)
                .unlocks();
    }

    @Test
    void aVerdictCountsWhenPlayIsOverToo() {
        claimed().when(granted("compass", 1).at(CLOSES)).then(GRANTED).score(550);
        claimed().when(granted("compass", 1).after("11h")).then(GRANTED).score(550);
        claimed().given(abandon()).when(granted("compass", 1)).then(GRANTED).score(550);
    }

    @Test
    void aVerdictForWhoNeverJoinedOrOnAHuntThatNobodyKnowsIsRefused() {
        Scenario.of(VAULT)
                .when(granted("compass", 1))
                .then(NOT_JOINED)
                .effects()
                .changesNothing()
                .when(granted("compass", 1).in("nowhere"))
                .then(UNKNOWN_HUNT)
                .effects()
                .changesNothing();
    }

    @Test
    void aTreasureThatNobodyKnowsWasNotClaimed() {
        claimed().when(granted("crown", 1)).then(NO_CHANGE).changesNothing();
    }

    @Test
    void aVerdictsIdIsNotRemembered() {
        claimed()
                .given(granted("compass", 1).as("v"))
                .when(granted("compass", 1).as("v"))
                .then(NO_CHANGE)
                .noReplay()
                .when(answer("pier", "lake").as("v"))
                .then(WRONG)
                .noReplay();
    }

    @Test
    void aPlayersOrOperatorsIdIsNoneOfAVerdicts() {
        Scenario.of(VAULT)
                .given(join(), answer("gate", "oak").as("a"), Draft.adjust(1).as("b"))
                .when(waiting("compass").as("a"))
                .then(WAITING)
                .when(granted("compass", 1).as("b"))
                .then(GRANTED)
                .when(answer("gate", "oak").as("a"))
                .then(SOLVED)
                .replayOf("0:1");
    }
}
