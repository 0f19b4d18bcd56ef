package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.hunt.Hunt;

import java.util.List;
import java.util.stream.IntStream;

/** Rule book, section 5, check 1: the same action sent again. */
class RetryTest {
    private static final Hunt PATIENT =
            Hunts.hunt(
                    "patient",
                    1,
                    """
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

    @Test
    void idsThatHashAlikeAreTwoIds() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("Aa"))
                .when(answer("gate", "elm").as("BB"))
                .then(WRONG)
                .noReplay();
    }

    @Test
    void aRetryIsAnsweredByTheEarlierCodeAndItsResultsId() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a"))
                .when(answer("gate", "ash").as("a"))
                .then(WRONG)
                .replayOf("0:1")
                .effects()
                .changesNothing();
    }

    @Test
    void scoreAndVersionOfARetryAreThoseOfNow() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a"), answer("gate", "oak"))
                .when(answer("gate", "ash").as("a"))
                .then(WRONG)
                .replayOf("0:1")
                .score(45)
                .version(3);
    }

    @Test
    void aRetryOfASolveIsToldSolvedAndNotAlreadySolved() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "oak").as("a"))
                .when(answer("gate", "oak").as("a"))
                .then(SOLVED)
                .replayOf("0:1")
                .effects()
                .score(50)
                .version(2);
    }

    @Test
    void aNearMissesTextIsToldAgain() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "beech").as("a"))
                .when(answer("gate", "beech").as("a"))
                .then(NEAR)
                .text("A harder wood");
    }

    @Test
    void aHintIsToldAgain() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), hint("gate", "free").as("a"))
                .when(hint("gate", "free").as("a"))
                .then(HINT_GIVEN)
                .replayOf("0:1")
                .text("A tree")
                .effects();
    }

    /** What the texts of a retry are told by. */
    private static Hunt version(int version, String near, String hints) {
        return Hunts.hunt(
                "harbour-lights",
                version,
                """
                clues:
                  - id: gate
                    title: The gate
                    proof: {answer: {%s}}
                    hints: [%s]
                """
                        .formatted(near, hints));
    }

    @Test
    void textsToldAgainAreThoseOfTheVersionHeIsOnNow() {
        Hunt first = version(1, "accept: [oak], near: {beech: Harder}", "{id: h, text: A tree}");
        Hunt second = version(2, "accept: [oak], near: {beech: Softer}", "{id: h, text: A wood}");

        Scenario.of(first)
                .given(join(), answer("gate", "beech").as("a"), hint("gate", "h").as("b"))
                .published(second)
                .when(answer("gate", "beech").as("a"))
                .then(NEAR)
                .replayOf("0:1")
                .text("Softer")
                .huntVersion(2)
                .when(hint("gate", "h").as("b"))
                .then(HINT_GIVEN)
                .replayOf("0:2")
                .text("A wood");
    }

    @Test
    void whatTheVersionHeIsOnNoLongerTellsIsNotToldAgain() {
        Hunt first = version(1, "accept: [oak], near: {beech: Harder}", "{id: h, text: A tree}");

        Scenario.of(first)
                .given(join(), answer("gate", "beech").as("a"), hint("gate", "h").as("b"))
                .published(version(2, "accept: [oak]", ""))
                .when(answer("gate", "beech").as("a"))
                .then(NEAR)
                .noText()
                .when(hint("gate", "h").as("b"))
                .then(HINT_GIVEN)
                .noText()
                .published(version(3, "accept: [oak, beech], near: {Beech: Almost}", ""))
                .when(answer("gate", "beech").as("a"))
                .then(NEAR)
                .noText();
    }

    @Test
    void aRetryIsRecognisedWhenPlayIsOver() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a"), abandon())
                .when(answer("gate", "ash").as("a"))
                .then(WRONG)
                .replayOf("0:1")
                .attemptsLeft(2)
                .when(answer("gate", "ash").as("a").at(Hunts.CLOSES))
                .replayOf("0:1");
    }

    @Test
    void aRetryNeverCostsASecondAttempt() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a"))
                .when(answer("gate", "ash").as("a"), answer("gate", "ash").as("a"))
                .attempts("gate", 1)
                .attemptsLeft(2)
                .score(-5);
    }

    @Test
    void aRetryNeedsNoToken() {
        Hunt slow =
                Hunts.hunt(
                        """
                        rate: {burst: 1, per-second: 1}
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario.of(slow)
                .given(join(), answer("gate", "ash").as("a").after("0ms"))
                .when(answer("gate", "ash").as("a").after("0ms"))
                .then(WRONG)
                .replayOf("0:1")
                .thousandths(0);
    }

    static List<Draft> otherBodies() {
        return List.of(
                answer("gate", "elm"),
                answer("gate", "Ash"),
                answer("anchor", "ash"),
                scan("gate", "ash"),
                hint("gate", "ash"),
                answer("gate", "ash").in("patient"),
                join(),
                abandon());
    }

    @ParameterizedTest
    @MethodSource("otherBodies")
    void anIdWithAnotherBodyIsReused(Draft other) {
        Scenario.of(HARBOUR_LIGHTS, PATIENT)
                .given(join(), join().in("patient"), answer("gate", "ash").as("a"))
                .when(other.as("a"))
                .then(ID_REUSED)
                .effects()
                .noReplay()
                .noText()
                .noHuntVersion()
                .changesNothing();
    }

    @Test
    void memberAndClientTimeAreNoPartOfTheBody() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a").by("lena").sentAt(1))
                .when(answer("gate", "ash").as("a").by("tom").sentAt(2))
                .then(WRONG)
                .replayOf("0:1");
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash").as("a").by("lena"))
                .when(answer("gate", "ash").as("a"))
                .replayOf("0:1");
    }

    @Test
    void anotherPlayersIdsAreHisOwn() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join().as("a"))
                .when(join().as("a").from("bob"))
                .then(JOINED)
                .noReplay();
    }

    @Test
    void aRefusalWithoutEffectsIsJudgedAgain() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("anchor", "rust").as("a"))
                .then(LOCKED)
                .given(answer("gate", "oak"))
                .when(answer("anchor", "rust").as("a"))
                .then(SOLVED)
                .noReplay();
    }

    @Test
    void aRefusedIdIsFreeForAnotherBody() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("anchor", "rust").as("a"), answer("gate", "oak").as("a"))
                .then(SOLVED);
    }

    @Test
    void aHintGivenBeforeIsNotRemembered() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), hint("gate", "free"))
                .when(hint("gate", "free").as("b"), answer("gate", "ash").as("b"))
                .then(WRONG)
                .noReplay();
    }

    @Test
    void thirtyTwoActionsAreRememberedOverAllHunts() {
        Scenario.of(PATIENT, HARBOUR_LIGHTS)
                .given(join().as("first"), join().in("harbour-lights"))
                .given(wrongAnswers(30))
                .when(join().as("first"))
                .then(JOINED)
                .replayOf("0:0");
    }

    @Test
    void theOldestOfThirtyThreeIsForgotten() {
        Scenario.of(PATIENT, HARBOUR_LIGHTS)
                .given(join().as("first"), join().in("harbour-lights").as("second"))
                .given(wrongAnswers(31))
                .when(join().in("harbour-lights").as("second"))
                .then(JOINED)
                .replayOf("0:1")
                .when(join().as("first"))
                .then(ALREADY_JOINED)
                .noReplay();
    }

    @Test
    void aRetryMakesNothingYounger() {
        Scenario.of(PATIENT)
                .given(join().as("first"))
                .given(wrongAnswers(31))
                .when(join().as("first"))
                .replayOf("0:0")
                .given(answer("gate", "one more"))
                .when(join().as("first"))
                .then(ALREADY_JOINED);
    }

    @Test
    void ofTheBodyADigestIsRemembered() {
        Scenario scenario =
                Scenario.of(HARBOUR_LIGHTS).given(join(), answer("gate", "mahogany").as("a"));

        assertThat(scenario.after().toString()).contains("actionId=a").doesNotContain("mahogany");
    }

    private static Draft[] wrongAnswers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> answer("gate", "wrong " + i).in("patient"))
                .toArray(Draft[]::new);
    }
}
