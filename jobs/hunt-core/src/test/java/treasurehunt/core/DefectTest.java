package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.EffectType.CLUE_EXPIRED;
import static treasurehunt.core.EffectType.MOVED;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.core.Hunts.hunt;
import static treasurehunt.core.Hunts.minute;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.SOLVED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Defect;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Rule book, section 2: an exception out of the rules stops no one else. */
class DefectTest {
    private static final String FIELDS =
            """
            clues:
              - {id: gate, title: The gate, deadline: 10m, proof: {answer: {accept: [oak]}}}
              - {id: mast, title: The mast, deadline: 20m, proof: {answer: {accept: [fir]}}}
              - {id: pier, title: The pier, wrong-penalty: 5, proof: {answer: {accept: [sea]}}}
            """;
    private static final Hunt HARBOUR = hunt(FIELDS);
    private static final Hunt OTHER =
            hunt(
                    "other",
                    1,
                    """
                    clues:
                      - {id: gate, title: The gate, deadline: 15m, proof: {answer: {accept: [oak]}}}
                      - {id: door, title: The door, proof: {answer: {accept: [elm]}}}
                    """);

    /** The rules fail at some of their looks at the harbour lights, counted from 0. */
    private static UnaryOperator<Catalogue> failing(IntPredicate looks) {
        AtomicInteger look = new AtomicInteger();
        return hunts ->
                id -> {
                    if (id.equals("harbour-lights") && looks.test(look.getAndIncrement())) {
                        throw new IllegalStateException("broken");
                    }
                    return hunts.find(id);
                };
    }

    private static UnaryOperator<Catalogue> failingOnce() {
        return failing(look -> look == 0);
    }

    private static UnaryOperator<Catalogue> failingAlways() {
        return failing(look -> true);
    }

    private static Scenario joined() {
        return Scenario.of(HARBOUR, OTHER).given(join().at(OPENS), join().in("other").at(OPENS));
    }

    private static String due(long minute) {
        return "ann:harbour-lights:" + minute(minute);
    }

    @Test
    void aDueMomentThatThrowsBringsNothing() {
        Scenario scenario = joined();
        Player before = scenario.player("ann");

        scenario.through(failingOnce()).silentUntil(minute(11)).announcesNothing();

        assertThat(scenario.player("ann").hunts().get("harbour-lights").progress())
                .isEqualTo(before.hunts().get("harbour-lights").progress());
    }

    @Test
    void itIsReportedOnceWithTheAnnouncementsId() {
        Scenario scenario = joined().through(failingOnce()).silentUntil(minute(11));

        assertThat(scenario.defects())
                .extracting(Defect::id, Defect::player, Defect::hunt, Defect::moment)
                .containsExactly(tuple(due(10), "ann", "harbour-lights", minute(10)));
        assertThat(scenario.defects().get(0).failure()).hasMessage("broken");
        assertThat(scenario.silentUntil(minute(12)).defects()).isEmpty();
    }

    @Test
    void itNeverFallsDueAgainAndLaterOnesGoOn() {
        joined().through(failingOnce())
                .silentUntil(minute(11))
                .announcesNothing()
                .silentUntil(minute(999))
                .announces("ann:other:" + minute(15), due(20))
                .announces(1, CLUE_EXPIRED)
                .exactly(new Effect.ClueExpired("mast"));
    }

    @Test
    void anUnlockingAndATimeLimitThatFailedNeverComeEither() {
        Hunt brief =
                hunt(
                        """
                        time-limit: 10m
                        clues:
                          - {id: late, title: Late, unlocks-after: 10m, proof: {answer: {accept: [x]}}}
                          - {id: gate, title: The gate, deadline: 20m, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(brief)
                .given(join())
                .through(failingOnce())
                .silentUntil(minute(999))
                .announces(due(20))
                .announces(CLUE_EXPIRED)
                .when(answer("late", "x"))
                .then(LOCKED);
    }

    @Test
    void laterOnesOfTheSameTimerGoOnInTheirOrder() {
        Scenario scenario = joined().through(failingOnce()).silentUntil(minute(999));

        scenario.announces("ann:other:" + minute(15), due(20));
        assertThat(scenario.defects()).hasSize(1);
    }

    @Test
    void itDoesNotStopTheActionThatBringsIt() {
        Scenario scenario =
                joined().through(failingOnce())
                        .when(answer("gate", "oak").at(minute(10)))
                        .announcesNothing()
                        .then(SOLVED);

        assertThat(scenario.defects()).extracting(Defect::id).containsExactly(due(10));
    }

    @Test
    void aHuntThatIsBrokenForGoodStopsNoOtherOfThePlayer() {
        Scenario scenario =
                joined().through(failingAlways())
                        .when(answer("gate", "oak").in("other").at(minute(15)))
                        .announces("ann:other:" + minute(15))
                        .then(EXPIRED);

        assertThat(scenario.defects()).extracting(Defect::id).containsExactly(due(10));
    }

    @Test
    void whatIsBrokenForGoodDoesNotComeBackWithEveryAction() {
        Scenario scenario =
                joined().through(failingAlways())
                        .when(answer("door", "x").in("other").at(minute(30)));

        scenario.when(answer("door", "elm").in("other")).announcesNothing().then(SOLVED);
        assertThat(scenario.defects()).isEmpty();
    }

    @Test
    void whatIsMendedGoesOn() {
        joined().through(failingAlways())
                .when(answer("door", "x").in("other").at(minute(11)))
                .through(UnaryOperator.identity())
                .given(answer("pier", "sea").at(minute(12)))
                .silentUntil(minute(999))
                .announces("ann:other:" + minute(15), due(20));
    }

    @Test
    void thePlayerStaysOnHisVersionWhenAMoveAtADueMomentThrows() {
        joined().published(hunt("harbour-lights", 2, FIELDS), minute(5))
                .through(failingOnce())
                .silentUntil(minute(11))
                .announcesNothing()
                .silentUntil(minute(999))
                .announces("ann:other:" + minute(15), due(20))
                .announces(1, MOVED, CLUE_EXPIRED);
    }

    @Test
    void anActionAtTheVeryMsOfAFailureMovesNobodyBecauseThatMomentHasItsAnswer() {
        joined().published(hunt("harbour-lights", 2, FIELDS), minute(5))
                .through(failingOnce())
                .when(answer("gate", "oak").at(minute(10)))
                .announcesNothing()
                .then(SOLVED)
                .when(answer("mast", "fir").at(minute(10) + 1))
                .announces("ann:harbour-lights:" + (minute(10) + 1))
                .announces(MOVED)
                .then(SOLVED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anActionWhoseJudgingThrowsLeavesNothing(int look) {
        Hunt next = hunt("harbour-lights", 2, FIELDS);
        Draft action = answer("pier", "ice").at(minute(11));
        Scenario clean = joined().published(next, minute(11));
        Scenario failed = joined().published(next, minute(11)).through(failing(at -> at >= look));

        assertThatThrownBy(() -> failed.when(action)).hasMessage("broken");

        assertThat(failed.player("ann")).isEqualTo(clean.player("ann"));
        assertThat(failed.results()).isEqualTo(clean.results());
        failed.through(UnaryOperator.identity()).when(action);
        clean.when(action);
        assertThat(failed.results()).extracting(Result::code).isEqualTo(codes(clean));
        assertThat(failed.state()).isEqualTo(clean.state());
    }

    private static List<Code> codes(Scenario scenario) {
        return scenario.results().stream().map(Result::code).toList();
    }
}
