package treasurehunt.core;

import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.EffectType.ATTEMPT_USED;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.COMPLETED;
import static treasurehunt.core.EffectType.FLAGGED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.COOLING_DOWN;
import static treasurehunt.schemas.result.Code.INACCURATE;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NOTED;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_FAR;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.WRONG;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.hunt.Earth;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;

import java.util.List;

/**
 * Rule book, section 10: how fast players travel. Along the equator, where 0.001 degrees are
 * 111.195 m.
 */
class SpeedTest {
    private static final String CLUES =
            """
            complete-when: east
            clues:
              - id: east
                title: East
                points: 50
                wrong-penalty: 5
                attempts: {max: 2}
                proof: {place: {latitude: 0, longitude: 1, radius-m: 40, accuracy-m: 50}}
              - {id: word, title: Word, attempts: {wait: 1m}, proof: {answer: {accept: [oak]}}}
              - id: slow
                title: Slow
                attempts: {wait: 1m}
                proof: {place: {latitude: 0, longitude: 1, radius-m: 40}}
              - {id: next, title: Next, requires: east, proof: {place: {latitude: 0, longitude: 1, radius-m: 40}}}
            """;
    private static final Hunt RACE = race(70);

    private static Hunt race(double maxSpeed) {
        return Hunts.hunt("max-speed: " + maxSpeed + "\n" + CLUES);
    }

    @Test
    void aPositionIsNotedAndChangesNoProgress() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 5))
                .then(NOTED)
                .effects()
                .score(0)
                .version(1);
    }

    @Test
    void theFirstFixHasNothingToBeComparedWith() {
        Scenario.of(RACE).given(join()).when(position(0, 170, 0)).then(NOTED).effects();
    }

    @Test
    void fasterTravelIsFlaggedAndNeverRefused() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0), position(0, 0.001, 0))
                .then(NOTED)
                .exactly(new Effect.Flagged(111))
                .version(2)
                .score(0);
    }

    @ParameterizedTest
    @CsvSource({
        // degrees, both accuracies, time, whole m/s
        "0.001,  0,    0,    1s,     111",
        "0.001,  10,   30.5, 1s,     70", // 111.195 - 40.5 = 70.695, rounded down but over
        "0.01,   0,    0,    15s,    74",
        "0.01,   100,  0,    100ms,  10119",
        "0.0001, 0,    0,    0ms,    11119", // 0 counts as 1 ms
        "0.0001, 0,    0,    1ms,    11119",
        "180,    0,    0,    0ms,    20015114442"
    })
    void flaggedWithTheSpeedInWholeMetresASecondRoundedDown(
            double degrees, double before, double now, String time, long speed) {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, before), position(0, degrees, now).after(time))
                .exactly(new Effect.Flagged(speed));
    }

    @ParameterizedTest
    @CsvSource({
        "0.001,  0,    0,      2s",
        "0.001,  21,   20.5,   1s", // 111.195 - 41.5 = 69.695
        "0.001,  60,   60,     0ms",
        "1,      1e300, 1e308, 0ms",
        "0,      0,    0,      0ms"
    })
    void notFlagged(double degrees, double before, double now, String time) {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, before), position(0, degrees, now).after(time))
                .then(NOTED)
                .effects();
    }

    @Test
    void exactlyTheMaxSpeedIsNotOverIt() {
        double metres = Earth.distance(0, 0, 0, 0.001);

        Scenario.of(race(metres))
                .given(join())
                .when(position(0, 0, 0), position(0, 0.001, 0).after("1s"))
                .effects();
        Scenario.of(race(Math.nextDown(metres)))
                .given(join())
                .when(position(0, 0, 0), position(0, 0.001, 0).after("1s"))
                .effects(FLAGGED);
    }

    @Test
    void timeRunsFromTheLastFixWhateverCameBetween() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0))
                .when(answer("word", "ash").after("1s"))
                .when(position(0, 0.001, 0).after("1s"))
                .effects();
    }

    @Test
    void onlyTheLastFixCounts() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0))
                .when(position(0, 0.0005, 0).after("1s"))
                .effects()
                .when(position(0, 0.001, 0).after("1s"))
                .effects();
    }

    @Test
    void aFlaggedFixIsTheNextOnesLast() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0))
                .when(position(0, 0.1, 0))
                .effects(FLAGGED)
                .when(position(0, 0.1, 0))
                .effects();
    }

    @Test
    void flaggedComesFirstAndTheClueIsSolvedAllTheSame() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0), arrive("east", 0, 1))
                .then(SOLVED)
                .effects(FLAGGED, CLUE_SOLVED, POINTS, CLUE_UNLOCKED, COMPLETED)
                .score(50);
    }

    @Test
    void flaggedComesFirstWhereAPlaceIsTooFar() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0), arrive("east", 0, 2))
                .then(TOO_FAR)
                .effects(FLAGGED, ATTEMPT_USED, POINTS);
    }

    @Test
    void anInaccurateFixMayBeFlaggedAndIsNoAttemptNonetheless() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0), arrive("east", 0, 1, 51))
                .then(INACCURATE)
                .effects(FLAGGED)
                .version(2)
                .attempts("east", 0);
    }

    /** An arrival, and its code. */
    record Row(Code code, Scenario before, Draft arrival) {
        @Override
        public String toString() {
            return code.name();
        }
    }

    private static Scenario joined() {
        return Scenario.of(RACE).given(join());
    }

    static List<Row> judgedArrivals() {
        return List.of(
                new Row(SOLVED, joined(), arrive("east", 0, 1)),
                new Row(TOO_FAR, joined(), arrive("slow", 0, 2)),
                new Row(INACCURATE, joined(), arrive("east", 0, 1, 51)));
    }

    @ParameterizedTest
    @MethodSource("judgedArrivals")
    void everyJudgedArrivalIsTakenIn(Row row) {
        row.before().when(row.arrival()).then(row.code()).when(position(0, 0, 0)).effects(FLAGGED);
    }

    static List<Row> refusedArrivals() {
        Scenario outOfAttempts =
                joined().given(arrive("east", 0, 0), arrive("east", 0, 0)).when(position(0, 0, 0));
        Scenario coolingDown = joined().given(arrive("slow", 0, 0));
        Scenario solved = joined().given(arrive("east", 0, 1)).when(position(0, 0, 0).after("10h"));
        Hunt oneToken = Hunts.hunt("max-speed: 70\nrate: {burst: 1, per-second: 1}\n" + CLUES);
        return List.of(
                new Row(UNKNOWN_CLUE, joined(), arrive("west", 0, 90)),
                new Row(LOCKED, joined(), arrive("next", 0, 90)),
                new Row(WRONG_KIND, joined(), arrive("word", 0, 90)),
                new Row(ALREADY_SOLVED, solved, arrive("east", 0, 90)),
                new Row(OUT_OF_ATTEMPTS, outOfAttempts, arrive("east", 0, 90)),
                new Row(COOLING_DOWN, coolingDown, arrive("slow", 0, 90)),
                new Row(
                        RATE_LIMITED,
                        Scenario.of(oneToken).given(join()),
                        arrive("east", 0, 90).after("0ms")),
                new Row(
                        RATE_LIMITED,
                        Scenario.of(oneToken).given(join()),
                        position(0, 90, 0).after("0ms")));
    }

    @ParameterizedTest
    @MethodSource("refusedArrivals")
    void noRefusedFixIsTakenIn(Row row) {
        row.before()
                .when(position(0, 0, 0))
                .when(row.arrival())
                .then(row.code())
                .effects()
                .when(position(0, 0.0001, 0))
                .then(NOTED)
                .effects();
    }

    @Test
    void aRetryIsNotTakenInAgain() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0), position(0, 1, 0).as("a"), position(0, 1.0001, 0))
                .when(position(0, 1, 0).as("a"))
                .then(NOTED)
                .replayOf("0:2")
                .effects()
                .changesNothing();
    }

    @Test
    void whatWasOnlyNotedIsNotRemembered() {
        Scenario.of(RACE)
                .given(join())
                .when(position(0, 0, 0).as("a"), answer("word", "ash").as("a"))
                .then(WRONG);
    }

    @Test
    void everyHuntHasFixesOfItsOwn() {
        Hunt other = Hunts.hunt("other", 1, "max-speed: 70\n" + CLUES);

        Scenario.of(RACE, other)
                .given(join(), join().in("other"))
                .when(position(0, 0, 0), position(0, 90, 0).in("other"))
                .then(NOTED)
                .effects()
                .when(position(0, 0.0001, 0))
                .effects()
                .when(position(0, 0, 0).in("other"))
                .effects(FLAGGED);
    }

    @Test
    void withoutAMaxSpeedNobodyIsTooFast() {
        Scenario.of(Hunts.hunt(CLUES))
                .given(join())
                .when(position(0, 0, 0), position(0, 90, 0))
                .then(NOTED)
                .effects();
    }

    @Test
    void aFixFromBeforeThereWasAMaxSpeedCounts() {
        Scenario.of(Hunts.hunt(CLUES))
                .given(join())
                .when(position(0, 0, 0))
                .published(Hunts.hunt("harbour-lights", 2, "max-speed: 70\n" + CLUES))
                .when(position(0, 90, 0))
                .then(NOTED)
                .effects(FLAGGED);
    }
}
