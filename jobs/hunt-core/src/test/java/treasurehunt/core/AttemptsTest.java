package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.NEAR;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.WRONG;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Hunt;

import java.util.stream.IntStream;

/** Rule book, sections 5 and 10: attempts, penalties, what was tried. */
class AttemptsTest {
    /** Neither limits nor penalties. */
    private static final Hunt OPEN_HOUSE =
            Hunts.hunt(
                    """
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                      - id: door
                        title: The door
                        proof: {answer: {accept: [oak], near: {Oak: mind the case}, match: exact}}
                      - {id: mast, title: The mast, proof: {code: {accept: [QR-7781]}}}
                    """);

    @Test
    void wrongUsesAnAttemptAndTakesThePenalty() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("gate", "ash"))
                .then(WRONG)
                .effects(ATTEMPT_USED, POINTS)
                .points(-5)
                .score(-5)
                .version(2)
                .attempts("gate", 1)
                .attemptsLeft(2)
                .noText();
    }

    @Test
    void nearUsesAnAttemptAndTakesThePenaltyToo() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(answer("gate", "BEECH!"))
                .then(NEAR)
                .effects(ATTEMPT_USED, POINTS)
                .points(-5)
                .attempts("gate", 1)
                .attemptsLeft(2)
                .text("A harder wood");
    }

    @Test
    void penaltiesAreTakenInFullAndMayMakeTheScoreNegative() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash"), answer("gate", "elm"))
                .when(answer("gate", "fir"))
                .then(WRONG)
                .score(-15);
    }

    @Test
    void aProofOfAnotherKindIsNoAttempt() {
        Scenario.of(OPEN_HOUSE)
                .given(join())
                .when(scan("gate", "oak"))
                .then(WRONG_KIND)
                .effects()
                .attempts("gate", 0)
                .when(answer("mast", "QR-7781"))
                .then(WRONG_KIND)
                .effects()
                .attempts("mast", 0);
    }

    @Test
    void noPenaltyMakesNoPoints() {
        Scenario.of(OPEN_HOUSE)
                .given(join())
                .when(answer("gate", "ash"))
                .then(WRONG)
                .effects(ATTEMPT_USED)
                .score(0);
    }

    @Test
    void attemptsAreCountedWhetherLimitedOrNot() {
        Scenario.of(OPEN_HOUSE)
                .given(join(), answer("gate", "ash"))
                .when(answer("gate", "elm"))
                .then(WRONG)
                .attempts("gate", 2)
                .noAttemptsLeft();
    }

    @Test
    void withNoAttemptsLeftEvenTheRightAnswerIsRefused() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash"), answer("gate", "elm"))
                .when(answer("gate", "fir"))
                .then(WRONG)
                .attemptsLeft(0)
                .when(answer("gate", "oak"))
                .then(OUT_OF_ATTEMPTS)
                .effects()
                .noAttemptsLeft()
                .attempts("gate", 3);
    }

    @Test
    void theLastAttemptCanSolve() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash"), answer("gate", "elm"))
                .when(answer("gate", "oak"))
                .then(SOLVED)
                .noAttemptsLeft()
                .attempts("gate", 2);
    }

    @Test
    void whatWasTriedCostsNothingAgain() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "ash"))
                .when(answer("gate", "ash"))
                .then(ALREADY_TRIED)
                .effects()
                .score(-5)
                .version(2)
                .attempts("gate", 1)
                .noAttemptsLeft()
                .noText();
    }

    @Test
    void whatWasTriedIsKnownInTheFormInWhichItIsCompared() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "Ash tree"))
                .when(answer("gate", " á.s.h TRÈE?"))
                .then(ALREADY_TRIED);
        Scenario.of(OPEN_HOUSE)
                .given(join(), answer("door", "Ash"))
                .when(answer("door", "ash"))
                .then(WRONG)
                .when(answer("door", "\u00a0ash\n"))
                .then(ALREADY_TRIED);
    }

    @Test
    void aNearMissesTextIsRepeated() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join(), answer("gate", "beech"))
                .when(answer("gate", "Beech"))
                .then(ALREADY_TRIED)
                .text("A harder wood");
    }

    @Test
    void codesAreComparedAndRememberedAsTheyAre() {
        Scenario.of(OPEN_HOUSE)
                .given(join(), scan("mast", "qr-7781"), scan("mast", "QR-7781 "))
                .when(scan("mast", "qr-7781"))
                .then(ALREADY_TRIED)
                .when(scan("mast", "QR-7781"))
                .then(SOLVED);
    }

    @Test
    void whatWasTriedForOneClueIsNewForAnother() {
        Scenario.of(OPEN_HOUSE)
                .given(join(), answer("gate", "ash"))
                .when(answer("door", "ash"))
                .then(WRONG);
    }

    @Test
    void theLastSixteenDistinctTextsAreRemembered() {
        Scenario.of(OPEN_HOUSE)
                .given(join())
                .given(wrongAnswers(16))
                .when(answer("gate", "wrong 0"))
                .then(ALREADY_TRIED)
                .when(answer("gate", "wrong 15"))
                .then(ALREADY_TRIED)
                .attempts("gate", 16);
    }

    @Test
    void theOldestOfSeventeenIsForgotten() {
        Scenario.of(OPEN_HOUSE)
                .given(join())
                .given(wrongAnswers(17))
                .when(answer("gate", "wrong 1"))
                .then(ALREADY_TRIED)
                .when(answer("gate", "wrong 0"))
                .then(WRONG)
                .attempts("gate", 18)
                .when(answer("gate", "wrong 1"))
                .then(WRONG);
    }

    @Test
    void whatIsNoLongerWrongIsJudgedAnew() {
        Hunt mended =
                Hunts.hunt(
                        "harbour-lights",
                        2,
                        """
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak, ash]}}}
                        """);

        Scenario.of(OPEN_HOUSE)
                .given(join(), answer("gate", "ash"))
                .published(mended)
                .when(answer("gate", "ash"))
                .then(SOLVED);
    }

    @Test
    void acceptWinsOverNear() {
        Hunt both =
                Hunts.hunt(
                        """
                        clues:
                          - {id: gate, title: The gate, proof: {answer: {accept: [oak], near: {Oak: almost}}}}
                        """);

        Scenario.of(both).given(join()).when(answer("gate", "OAK")).then(SOLVED).noText();
    }

    @Test
    void triedTextsAreRememberedAsDigests() {
        Scenario scenario = Scenario.of(OPEN_HOUSE).given(join(), answer("gate", "mahogany"));

        assertThat(scenario.state().tried().get("gate").digests()).hasSize(1);
        assertThat(scenario.state().toString()).doesNotContain("mahogany");
    }

    private static Draft[] wrongAnswers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> answer("gate", "wrong " + i))
                .toArray(Draft[]::new);
    }
}
