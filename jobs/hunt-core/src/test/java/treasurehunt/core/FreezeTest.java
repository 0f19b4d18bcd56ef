package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.core.Hunts.text;
import static treasurehunt.schemas.result.Code.GRANTED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;

import treasurehunt.core.state.HuntState;
import treasurehunt.schemas.hunt.Hunt;

/** Rule book, section 8: what the public board shows, and when it stands still. */
class FreezeTest {
    private static final String FIELDS =
            """
            clues:
              - {id: gate, title: The gate, points: 50, proof: {answer: {accept: [oak]}}}
              - {id: mast, title: The mast, points: 70, treasure: compass, proof: {answer: {accept: [fir]}}}
              - {id: door, title: The door, wrong-penalty: 5, proof: {answer: {accept: [elm]}}}
              - {id: late, title: Late, deadline: 40m, proof: {answer: {accept: [x]}}}
            treasures:
              - {id: compass, title: The compass, stock: 1, points: 500}
            """;
    private static final Hunt NEVER_FROZEN = version(1);

    /** A player's line on the public board. */
    private record Line(long score, long at) {
        static Line of(Scenario scenario) {
            HuntState state = scenario.state();
            return state.board().frozen()
                    ? new Line(state.board().score(), state.board().scoreAt())
                    : new Line(state.progress().score(), state.progress().scoreAt());
        }
    }

    private static Hunt version(int number) {
        return hunt("harbour-lights", number, FIELDS);
    }

    private static Hunt frozen(int version, long minute) {
        return hunt(
                "harbour-lights", version, "freeze-at: " + text(minute(minute)) + "\n" + FIELDS);
    }

    private static void shows(Scenario scenario, long score, long at) {
        assertThat(Line.of(scenario)).isEqualTo(new Line(score, at));
    }

    @Test
    void theTimeIsThatOfTheLastResultThatChangedTheScore() {
        Scenario scenario =
                Scenario.of(NEVER_FROZEN)
                        .given(join().at(minute(1)), answer("gate", "oak").at(minute(2)))
                        .when(
                                answer("gate", "oak").at(minute(3)),
                                answer("late", "y").at(minute(4)))
                        .then(WRONG);
        shows(scenario, 50, minute(2));

        shows(scenario.when(answer("door", "x").at(minute(5))), 45, minute(5));

        shows(scenario.when(answer("door", "elm").at(minute(6))), 45, minute(5));
    }

    @Test
    void beforeAnyChangeOfScoreTheTimeIsTheJoins() {
        shows(Scenario.of(NEVER_FROZEN).when(join().at(minute(7))), 0, minute(7));
    }

    @Test
    void untilItsFreezeTheBoardFollows() {
        Scenario scenario =
                Scenario.of(frozen(1, 30)).given(join(), answer("gate", "oak").at(minute(30) - 1));

        shows(scenario, 50, minute(30) - 1);
    }

    @Test
    void fromTheFreezeOnItStandsAsBeforeTheFirstResultThen() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(2)))
                        .when(answer("mast", "fir").at(minute(30)))
                        .then(SOLVED)
                        .score(120);

        shows(scenario, 50, minute(2));
    }

    @Test
    void itStandsWhateverComes() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(2)))
                        .when(
                                answer("mast", "fir").at(minute(31)),
                                adjust(-400),
                                answer("door", "x"))
                        .when(granted("compass", 1))
                        .then(GRANTED)
                        .score(50 + 70 - 400 - 5 + 500)
                        .silentUntil(minute(999));

        shows(scenario, 50, minute(2));
    }

    @Test
    void anAnnouncementMayBeTheFirstResultOfTheFreeze() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(2)))
                        .silentUntil(minute(41))
                        .announces(EffectType.CLUE_EXPIRED)
                        .when(answer("mast", "fir"));

        shows(scenario, 50, minute(2));
    }

    @Test
    void whatChangesNoScoreMayBeTheFirstResultOfTheFreeze() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(2)))
                        .when(answer("gate", "oak").at(minute(31)), answer("late", "y"))
                        .when(answer("mast", "fir"));

        shows(scenario, 50, minute(2));
    }

    @Test
    void whoHadNoPointsByThenStandsWithNoneAndTheJoinsTime() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join().at(minute(3)), answer("gate", "oak").at(minute(31)));

        shows(scenario, 0, minute(3));
    }

    @Test
    void whoJoinsWhileItIsFrozenStandsWithNoPointsAndTheJoinsTime() {
        Scenario scenario = Scenario.of(frozen(1, 30)).given(join().at(minute(40)));
        shows(scenario, 0, minute(40));

        shows(scenario.given(answer("gate", "oak")), 0, minute(40));
    }

    @Test
    void aMoveToAVersionWithoutAFreezeDropsIt() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(31)))
                        .published(version(2))
                        .when(answer("gate", "oak").at(minute(32)));
        shows(scenario, 50, minute(31));

        shows(scenario.given(answer("mast", "fir").at(minute(33))), 120, minute(33));
    }

    @Test
    void aMoveToAVersionNotYetFrozenDropsItUntilThatFreezes() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(31)))
                        .published(frozen(2, 60))
                        .given(answer("door", "x").at(minute(60) - 1));
        shows(scenario, 45, minute(60) - 1);

        shows(scenario.given(answer("mast", "fir")), 45, minute(60) - 1);
    }

    @Test
    void aMoveIntoAFrozenVersionKeepsWhatStoodBeforeTheMove() {
        Scenario scenario =
                Scenario.of(NEVER_FROZEN)
                        .given(join(), answer("gate", "oak").at(minute(20)))
                        .published(frozen(2, 10))
                        .given(answer("mast", "fir").at(minute(25)));

        shows(scenario, 50, minute(20));
    }

    @Test
    void aMoveFromFrozenToFrozenKeepsWhatStoodOnTheBoard() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(
                                join(),
                                answer("gate", "oak").at(minute(2)),
                                answer("mast", "fir").at(minute(31)))
                        .published(frozen(2, 35))
                        .when(answer("gate", "oak").at(minute(36)));

        shows(scenario, 50, minute(2));
    }

    @Test
    void aMoveAtADueMomentGoesByThatMoment() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join(), answer("gate", "oak").at(minute(31)))
                        .published(frozen(2, 41), minute(32))
                        .silentUntil(minute(999));
        shows(scenario, 50, minute(31));

        shows(scenario.when(answer("mast", "fir")), 50, minute(31));
    }

    @Test
    void whoDoesNothingStandsAsHeIs() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(join().at(OPENS), answer("gate", "oak").at(minute(2)))
                        .silentUntil(minute(35));

        shows(scenario, 50, minute(2));
    }

    @Test
    void aRefusalDropsOrKeepsNothing() {
        Scenario scenario =
                Scenario.of(frozen(1, 30))
                        .given(
                                join(),
                                answer("gate", "oak").at(minute(2)),
                                answer("mast", "fir").at(minute(31)))
                        .when(answer("gate", "oak"));

        shows(scenario, 50, minute(2));
    }
}
