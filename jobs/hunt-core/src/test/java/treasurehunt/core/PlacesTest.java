package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.schemas.result.Code.INACCURATE;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_FAR;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import treasurehunt.core.hunt.Earth;
import treasurehunt.schemas.hunt.Hunt;

/** Rule book, sections 5 and 10: places. */
class PlacesTest {
    /** The pier counts only sure fixes, the dune any. */
    private static final Hunt SHORE =
            Hunts.hunt(
                    """
                    clues:
                      - id: pier
                        title: The pier
                        points: 20
                        wrong-penalty: 5
                        attempts: {max: 3}
                        proof: {place: {latitude: 54.35, longitude: 18.65, radius-m: 40, accuracy-m: 50}}
                      - id: dune
                        title: The dune
                        proof: {place: {latitude: 54.40, longitude: 18.70, radius-m: 40}}
                    """);

    /** Degrees of latitude, to either side of 40 m. */
    private static final double METRES_39 = 0.000350735;

    private static final double METRES_41 = 0.000368722;

    /** By the angle between unit vectors, atan2(|u × v|, u · v), to 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "54.35, 18.65, 54.35, 18.65, 0",
        "0, 0, 0, 1, 111195.080233533",
        "0, 0, 1, 0, 111195.080233533",
        "60, 10, 60, 11, 55597.0108648969",
        "54.35, 18.65, 54.3503, 18.6504, 42.2468969201777",
        "54.35, 18.65, 54.35000001, 18.65, 0.00111195080233533",
        "51.4779, -0.0015, 40.7484, -73.9857, 5575749.67753947",
        "-33.8568, 151.2153, 54.35, 18.65, 15708549.4694058",
        "0, 179.9999, 0, -179.9999, 22.2390160467066",
        "89.9999, 0, 89.9999, 180, 22.2390160467066",
        "90, 0, 0, 0, 10007557.221018",
        "90, 0, -90, 77, 20015114.4420359",
        "0, 0, 0, 180, 20015114.4420359"
    })
    void distancesAreThoseOnASphere(
            double latitude, double longitude, double otherLatitude, double other, double metres) {
        double there = Earth.distance(latitude, longitude, otherLatitude, other);
        double back = Earth.distance(otherLatitude, other, latitude, longitude);

        assertThat(there).isCloseTo(metres, within(1e-8 + metres * 1e-11)).isEqualTo(back);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, -1, -178",
        "-33, 71, 33, -109",
        "0.1, 0.1, -0.1, -179.9",
        "54.35, 18.65, -54.35, -161.35"
    })
    void theOtherSideOfTheEarthIsFarButNotTooFarToReckon(
            double latitude, double longitude, double otherLatitude, double other) {
        assertThat(Earth.distance(latitude, longitude, otherLatitude, other))
                .isCloseTo(20_015_114.442, within(0.5));
    }

    @Test
    void whoIsWithinTheCircleSolves() {
        Scenario.of(SHORE)
                .given(join())
                .when(arrive("pier", 54.35 + METRES_39, 18.65))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS)
                .score(20)
                .noAttemptsLeft();
    }

    @Test
    void tooFarUsesAnAttemptAndTakesThePenalty() {
        Scenario.of(SHORE)
                .given(join())
                .when(arrive("pier", 54.35 + METRES_41, 18.65))
                .then(TOO_FAR)
                .effects(ATTEMPT_USED, POINTS)
                .points(-5)
                .version(2)
                .attempts("pier", 1)
                .attemptsLeft(2)
                .noText()
                .noRetryAfter();
    }

    @Test
    void theCirclesEdgeBelongsToIt() {
        double edge = Earth.distance(54.35, 18.65, 54.3503, 18.6504);

        Scenario.of(circle(edge)).given(join()).when(arrive("spot", 54.3503, 18.6504)).then(SOLVED);
        Scenario.of(circle(Math.nextDown(edge)))
                .given(join())
                .when(arrive("spot", 54.3503, 18.6504))
                .then(TOO_FAR);
    }

    @Test
    void aCircleMayLieAcrossTheDateLine() {
        Scenario.of(circle(0, 179.9999, 25))
                .given(join())
                .when(arrive("spot", 0, -179.9999))
                .then(SOLVED);
    }

    @Test
    void atThePoleTheLongitudeDoesNotMatter() {
        Scenario.of(circle(90, 0, 12))
                .given(join())
                .when(arrive("spot", 89.9999, 123))
                .then(SOLVED);
    }

    @Test
    void anInaccurateFixIsNeitherAnAttemptNorAPenalty() {
        Scenario.of(SHORE)
                .given(join())
                .when(arrive("pier", 54.35, 18.65, 50.001))
                .then(INACCURATE)
                .effects()
                .score(0)
                .version(1)
                .attempts("pier", 0)
                .noAttemptsLeft()
                .noRetryAfter();
    }

    @Test
    void aFixIsAccurateEnoughUpToWhatTheClueAllows() {
        Scenario.of(SHORE).given(join()).when(arrive("pier", 54.35, 18.65, 50)).then(SOLVED);
    }

    @Test
    void anInaccurateFixIsNotToldWhetherItIsTooFar() {
        Scenario.of(SHORE).given(join()).when(arrive("pier", 0, 0, 51)).then(INACCURATE).effects();
    }

    @Test
    void aClueThatAsksForNoAccuracyTakesAny() {
        Scenario.of(SHORE).given(join()).when(arrive("dune", 54.4, 18.7, 1_000_000)).then(SOLVED);
    }

    @Test
    void accuracyWidensNoCircle() {
        Scenario.of(SHORE)
                .given(join())
                .when(arrive("pier", 54.35 + METRES_41, 18.65, 50))
                .then(TOO_FAR);
    }

    @Test
    void thereIsNoTryingAPlaceInVainTwiceForNothing() {
        Scenario.of(SHORE)
                .given(join(), arrive("pier", 0, 0))
                .when(arrive("pier", 0, 0))
                .then(TOO_FAR)
                .attempts("pier", 2)
                .score(-10);
    }

    @Test
    void whoHasNoAttemptsLeftIsNotLookedFor() {
        Scenario.of(SHORE)
                .given(join(), arrive("pier", 0, 0), arrive("pier", 0, 0), arrive("pier", 0, 0))
                .when(arrive("pier", 54.35, 18.65))
                .then(OUT_OF_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.000368722, 1, 90})
    void aResultNeverSaysHowNearAPlaceWas(double degrees) {
        Scenario near = Scenario.of(SHORE).given(join()).when(arrive("dune", 54.4005, 18.7));
        Scenario far = Scenario.of(SHORE).given(join()).when(arrive("dune", 54.4 - degrees, 18.7));

        near.then(TOO_FAR);
        assertThat(far.result()).isEqualTo(near.result());
    }

    @Test
    void aPlaceIsReachedAndNotAnswered() {
        Scenario.of(SHORE)
                .given(join())
                .when(answer("pier", "54.35, 18.65"))
                .then(WRONG_KIND)
                .effects();
        Scenario.of(Hunts.HARBOUR_LIGHTS)
                .given(join())
                .when(arrive("gate", 54.35, 18.65))
                .then(WRONG_KIND)
                .effects();
    }

    private static Hunt circle(double radius) {
        return circle(54.35, 18.65, radius);
    }

    private static Hunt circle(double latitude, double longitude, double radius) {
        return Hunts.hunt(
                """
                clues:
                  - id: spot
                    title: The spot
                    proof: {place: {latitude: %s, longitude: %s, radius-m: %s}}
                """
                        .formatted(latitude, longitude, radius));
    }
}
