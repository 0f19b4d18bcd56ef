package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;
import treasurehunt.schemas.result.Result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Rule book, section 6: effects and results. */
class ResultTest {

    @Test
    void aResultSaysWhoseWhatWhenAndByWhichRules() {
        Scenario scenario =
                Scenario.of(HARBOUR_LIGHTS)
                        .given(join())
                        .when(answer("gate", "ash").as("a").by("lena").sentAt(77));

        assertThat(scenario.result())
                .isEqualTo(
                        new Result(
                                "0:1",
                                "ann",
                                "harbour-lights",
                                WRONG,
                                List.of(
                                        new Effect.AttemptUsed("gate"),
                                        new Effect.Points(
                                                -5,
                                                -5,
                                                Effect.Cause.ofClue(
                                                        PointsReason.WRONG_PENALTY, "gate"),
                                                Optional.empty())),
                                -5,
                                2,
                                OPENS + 1000,
                                Rules.NUMBER,
                                Optional.of(
                                        new Result.Asked(
                                                "a",
                                                "answer",
                                                Optional.of("gate"),
                                                Optional.of("lena"),
                                                OptionalLong.of(77),
                                                OPENS + 1000)),
                                Optional.empty(),
                                OptionalLong.empty(),
                                OptionalLong.of(2),
                                Optional.empty(),
                                OptionalLong.of(1)));
    }

    @Test
    void aRefusalCarriesWhatTheActionHad() {
        Result.Asked refused =
                Scenario.of(HARBOUR_LIGHTS)
                        .when(hint("attic", "h").as("a").by("lena").sentAt(-77))
                        .then(NOT_JOINED)
                        .result()
                        .asked()
                        .orElseThrow();

        assertThat(refused.actionId()).isEqualTo("a");
        assertThat(refused.kind()).isEqualTo("hint");
        assertThat(refused.clue()).contains("attic");
        assertThat(refused.member()).contains("lena");
        assertThat(refused.clientTime()).hasValue(-77);
        assertThat(refused.appendTime()).isEqualTo(OPENS);
    }

    @Test
    void aResultWithEffectsRaisesTheVersionByOne() {
        Scenario.of(HARBOUR_LIGHTS)
                .when(join())
                .version(1)
                .when(answer("gate", "ash"))
                .version(2)
                .when(answer("gate", "oak"))
                .version(3);
    }

    @Test
    void aResultWithoutEffectsLeavesTheVersion() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("anchor", "rust"))
                .then(LOCKED)
                .version(1)
                .when(join())
                .then(ALREADY_JOINED)
                .version(1);
    }

    @Test
    void withoutProgressScoreAndVersionAreZero() {
        Scenario.of(HARBOUR_LIGHTS, Hunts.simple("other"))
                .given(join(), answer("gate", "oak"))
                .when(answer("gate", "oak").in("other"))
                .then(NOT_JOINED)
                .score(0)
                .version(0)
                .when(join().in("nowhere"))
                .then(UNKNOWN_HUNT)
                .score(0)
                .version(0);
    }

    @Test
    void aReusedIdIsAnsweredWithTheProgressInTheNamedHunt() {
        Scenario.of(HARBOUR_LIGHTS, Hunts.simple("other"))
                .given(join(), answer("gate", "oak").as("a"))
                .when(answer("gate", "oak").as("a").in("other"))
                .then(ID_REUSED)
                .score(0)
                .version(0);
    }

    @Test
    void huntVersionIsTheOneThatJudged() {
        Hunt third =
                Hunts.hunt(
                        "third",
                        3,
                        """
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(third)
                .when(answer("gate", "oak"))
                .then(NOT_JOINED)
                .noHuntVersion()
                .when(join().as("j"))
                .huntVersion(3)
                .when(join())
                .then(ALREADY_JOINED)
                .huntVersion(3)
                .when(answer("gate", "oak").as("a"))
                .then(SOLVED)
                .huntVersion(3)
                .when(answer("gate", "oak").as("a"))
                .replayOf("0:3")
                .huntVersion(3)
                .when(answer("gate", "ash").as("a"))
                .then(ID_REUSED)
                .noHuntVersion()
                .when(join().in("nowhere"))
                .then(UNKNOWN_HUNT)
                .noHuntVersion();
    }

    @Test
    void joinedNamesTheVersionOfTheHunt() {
        Scenario joined =
                Scenario.of(
                                Hunts.hunt(
                                        "third",
                                        3,
                                        """
                                        clues:
                                          - {id: gate, title: The gate, proof: {code: {accept: [x]}}}
                                        """))
                        .when(join())
                        .exactly(
                                new Effect.Joined(3),
                                new Effect.ClueUnlocked(
                                        "gate", "The gate", Optional.empty(), Optional.empty()));

        assertThat(joined.state().progress().huntVersion()).isEqualTo(3);
    }
}
