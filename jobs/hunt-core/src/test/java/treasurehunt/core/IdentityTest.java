package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.NOT_OPEN;
import static treasurehunt.schemas.result.Code.SOLVED;

import org.junit.jupiter.api.Test;

import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Result;

import java.util.Optional;
import java.util.OptionalLong;

/** Rule book, section 2: time, identity, order. */
class IdentityTest {
    private static final Hunt WITH_A_LATE_HINT =
            Hunts.hunt(
                    """
                    clues:
                      - id: gate
                        title: The gate
                        proof: {answer: {accept: [oak]}}
                        hints: [{id: late, after: 5m, text: Acorns}]
                    """);

    @Test
    void aResultsIdentityIsItsActionsPlaceInTheLog() {
        assertThat(Scenario.of(HARBOUR_LIGHTS).when(join(), join()).result().id()).isEqualTo("0:1");
    }

    @Test
    void timeIsTheHighestAppendTimeSoFarAndNotTheRecordsOwn() {
        Action join =
                new Action(
                        "a",
                        "ann",
                        "harbour-lights",
                        Optional.empty(),
                        OptionalLong.of(CLOSES),
                        Optional.empty(),
                        new Kind.Join());
        LoggedAction late = new LoggedAction(3, 7, OPENS - 5, OPENS + 5, join);

        Decision decision =
                HuntDecider.decide(Scenario.of(HARBOUR_LIGHTS).hunts(), Player.NEW, late);

        Result result = decision.results().get(0);
        assertThat(result.code()).isEqualTo(JOINED);
        assertThat(result.at()).isEqualTo(OPENS + 5);
        assertThat(result.asked().orElseThrow().appendTime()).isEqualTo(OPENS - 5);
        assertThat(result.asked().orElseThrow().clientTime()).hasValue(CLOSES);
        assertThat(decision.player().hunts().get("harbour-lights").progress().joinedAt())
                .isEqualTo(OPENS + 5);
    }

    @Test
    void atItsOpeningAHuntIsOpen() {
        Scenario.of(HARBOUR_LIGHTS)
                .when(join().at(OPENS - 1))
                .then(NOT_OPEN)
                .retryAfter(1)
                .when(join().at(OPENS))
                .then(JOINED);
    }

    @Test
    void atItsClosingAHuntIsClosed() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("gate", "oak").at(CLOSES - 1))
                .then(SOLVED)
                .when(answer("anchor", "rust").at(CLOSES))
                .then(CLOSED);
    }

    @Test
    void atItsEndAWaitIsOver() {
        Scenario.of(WITH_A_LATE_HINT)
                .given(join())
                .when(hint("gate", "late").at(OPENS + 299_999))
                .then(HINT_LOCKED)
                .retryAfter(1)
                .when(hint("gate", "late").at(OPENS + 300_000))
                .then(HINT_GIVEN);
    }

    @Test
    void theRulesOwnNumberStandsOnEveryResult() {
        assertThat(
                        Scenario.of(HARBOUR_LIGHTS)
                                .when(join(), join(), join().in("nowhere"), answer("gate", "ash"))
                                .results())
                .extracting(Result::rules)
                .containsOnly(Rules.NUMBER);
    }
}
