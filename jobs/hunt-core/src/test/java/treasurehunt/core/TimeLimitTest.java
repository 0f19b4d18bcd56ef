package treasurehunt.core;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.open;
import static treasurehunt.schemas.result.Code.ADJUSTED;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TIME_UP;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;

import java.util.ArrayList;
import java.util.List;

/** Rule book, sections 3, 5 and 10: a player's own time in a hunt. */
class TimeLimitTest {
    private static final String FIELDS =
            """
            time-limit: 30m
            complete-when: gate
            clues:
              - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}}
              - {id: mast, title: The mast, requires: gate, proof: {answer: {accept: [bell]}}}
              - {id: pier, title: The pier, deadline: 40m, proof: {answer: {accept: [sea]}}}
            """;
    private static final Hunt HARBOUR = hunt(FIELDS);

    @Test
    void untilItsLastMsThePlayerPlays() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(answer("gate", "oak").at(minute(30) - 1))
                .announcesNothing()
                .then(SOLVED);
    }

    @Test
    void atItsEndTheTimeIsUp() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(answer("gate", "oak").at(minute(30)))
                .announces("ann:harbour-lights:" + minute(30))
                .announces(EffectType.TIME_UP)
                .then(TIME_UP)
                .effects()
                .noRetryAfter();
    }

    @Test
    void itRunsFromEachPlayersOwnJoin() {
        Scenario.of(HARBOUR)
                .given(join(), join().from("bob").at(minute(10)))
                .when(answer("gate", "oak").at(minute(30)))
                .then(TIME_UP)
                .when(answer("gate", "oak").from("bob").at(minute(40) - 1))
                .then(SOLVED)
                .when(answer("mast", "bell").from("bob").at(minute(40)))
                .then(TIME_UP);
    }

    static List<Draft> everyKindOfPlayers() {
        return List.of(
                answer("gate", "oak"),
                answer("nothing", "oak"),
                scan("gate", "oak"),
                arrive("gate", 54, 18),
                submit("gate"),
                hint("gate", "h1"),
                position(54, 18, 1),
                abandon());
    }

    @ParameterizedTest
    @MethodSource("everyKindOfPlayers")
    void afterItNothingOfThePlayersCounts(Draft action) {
        Scenario.of(HARBOUR).given(join()).when(action.at(minute(31))).then(TIME_UP).effects();
    }

    @Test
    void whoseTimeIsUpHasJoinedForGood() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(join().at(minute(31)))
                .announces(EffectType.TIME_UP)
                .then(ALREADY_JOINED);
    }

    @Test
    void operatorsStillCorrect() {
        Scenario.of(HARBOUR)
                .given(join())
                .when(markSolved("gate").at(minute(31)))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS, CLUE_UNLOCKED, COMPLETED)
                .when(adjust(5))
                .then(ADJUSTED);
    }

    @Test
    void whoHasAbandonedHasLeftAndHisTimeIsNeverUp() {
        Scenario.of(HARBOUR)
                .given(join(), abandon())
                .when(answer("gate", "oak").at(minute(31)))
                .announcesNothing()
                .then(HAS_LEFT);
    }

    @Test
    void afterClosingTheHuntIsClosedNotTheTimeUp() {
        Scenario.of(open(OPENS, minute(30), "harbour-lights", 1, FIELDS))
                .given(join())
                .when(answer("gate", "oak").at(minute(30)))
                .announcesNothing()
                .then(CLOSED);
    }

    @Test
    void closedIsAnsweredAlsoToWhoseTimeWasUpBefore() {
        Scenario.of(open(OPENS, minute(60), "harbour-lights", 1, FIELDS))
                .given(join())
                .when(answer("gate", "oak").at(minute(60)))
                .announces(EffectType.TIME_UP)
                .then(CLOSED);
    }

    @Test
    void afterCompletionPlayGoesOnUntilTheTimeIsUp() {
        Scenario.of(HARBOUR)
                .given(join(), answer("gate", "oak"))
                .when(answer("mast", "bell").at(minute(30) - 1))
                .then(SOLVED)
                .when(answer("pier", "sea").at(minute(30)))
                .announces(EffectType.TIME_UP)
                .then(TIME_UP);
    }

    @Test
    void whoseTimeIsUpPlaysOneHuntLess() {
        List<Hunt> hunts = new ArrayList<>(List.of(Hunts.several(20)));
        hunts.add(HARBOUR);
        Draft[] first = joins(19);

        Scenario.of(hunts.toArray(Hunt[]::new))
                .given(join().in("harbour-lights").at(OPENS))
                .given(first)
                .when(join().in("hunt-20").at(minute(30) - 1))
                .then(TOO_MANY_HUNTS)
                .when(join().in("hunt-20").at(minute(30)))
                .announces("ann:harbour-lights:" + minute(30))
                .then(JOINED);
    }

    @Test
    void withoutALimitThereIsAllTheTimeInTheWorld() {
        Scenario.of(Hunts.simple("harbour-lights"))
                .given(join())
                .when(answer("gate", "oak").at(Hunts.CLOSES - 1))
                .announcesNothing()
                .then(SOLVED);
    }
}
