package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.reinstate;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.waiting;
import static treasurehunt.core.EffectType.CLUE_SOLVED;
import static treasurehunt.core.EffectType.CLUE_UNLOCKED;
import static treasurehunt.core.EffectType.HINT_REVEALED;
import static treasurehunt.core.EffectType.POINTS;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.schemas.result.Code.ADJUSTED;
import static treasurehunt.schemas.result.Code.DUE;
import static treasurehunt.schemas.result.Code.EXCLUDED;
import static treasurehunt.schemas.result.Code.FORGOTTEN;
import static treasurehunt.schemas.result.Code.HINT_GIVEN;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.NOTED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NO_CHANGE;
import static treasurehunt.schemas.result.Code.REINSTATED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.state.Head;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Rule book, section 10: who is forgotten, and the four things that stay. */
class ForgettingTest {
    private static final String CLUES =
            """
            max-speed: 70
            hint-policy: debt
            rate: {burst: 9, per-second: 1}
            clues:
              - id: gate
                title: The gate
                points: 50
                wrong-penalty: 5
                attempts: {max: 9, free: 1, wait: 1h}
                proof: {answer: {accept: [oak]}}
                hints: [{id: dear, cost: 10, text: A tree}]
                first-finders: [9]
                treasure: compass
              - {id: pier, title: The pier, proof: {answer: {accept: [x]}}, treasure: medal}
              - {id: mast, title: The mast, proof: {answer: {accept: [x]}}, treasure: crown}
            treasures:
              - {id: compass, title: The compass, stock: 3}
              - {id: medal, title: The medal, stock: 3}
              - {id: crown, title: The crown, stock: 3}
            """;
    private static final Hunt NORTH = Hunts.hunt("north", 1, CLUES);
    private static final Hunt EAST = Hunts.hunt("east", 1, CLUES);

    private static Scenario joined() {
        return Scenario.of(NORTH, EAST).given(join());
    }

    @Test
    void theAnswerIsAboutNoHunt() {
        Scenario scenario =
                joined().given(answer("gate", "oak"))
                        .when(forget())
                        .then(FORGOTTEN)
                        .score(0)
                        .version(0)
                        .noHuntVersion();

        assertThat(scenario.result().hunt()).isEmpty();
        assertThat(json(scenario.result()))
                .contains("\"kind\":\"forget\"")
                .doesNotContain("\"hunt\":\"\"", "\"score\"", "\"version\"", "\"hunt_version\"");
    }

    @Test
    void everythingClaimedWaitedForOrHeldIsReleasedByHuntThenInTheOrderOfTheClaims() {
        joined().given(join().in("east"))
                .given(answer("mast", "x"), answer("gate", "oak"), answer("pier", "x"))
                .given(answer("pier", "x").in("east"), answer("gate", "oak").in("east"))
                .given(granted("crown", 1), soldOut("compass"))
                .given(waiting("compass").in("east"))
                .when(forget())
                .exactly(
                        new Effect.Forgotten(),
                        new Effect.Released("medal", Optional.of("east")),
                        new Effect.Released("gate#first-finders", Optional.of("east")),
                        new Effect.Released("compass", Optional.of("east")),
                        new Effect.Released("crown", Optional.of("north")),
                        new Effect.Released("gate#first-finders", Optional.of("north")),
                        new Effect.Released("medal", Optional.of("north")));
    }

    @Test
    void whatADisqualificationReleasedIsNotReleasedAgain() {
        joined().given(answer("gate", "oak"), disqualify())
                .when(forget())
                .exactly(new Effect.Forgotten());
    }

    @Test
    void aPlayerWithoutProgressIsNotForgotten() {
        Scenario.of(NORTH)
                .when(forget())
                .then(NO_CHANGE)
                .effects()
                .changesNothing()
                .given(join(), forget())
                .when(forget())
                .then(NO_CHANGE)
                .changesNothing();
    }

    static List<Scenario> everyState() {
        return List.of(
                joined(),
                joined().given(abandon()),
                joined().given(disqualify()),
                joined().when(answer("gate", "oak").at(CLOSES)),
                Scenario.of(EAST, NORTH).given(join().in("north")));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void nothingElseStandsInItsWay(Scenario scenario) {
        scenario.when(forget()).then(FORGOTTEN);
    }

    @Test
    void allIsGoneAtOnce() {
        Player left =
                joined().given(join().in("east"), answer("gate", "ash"))
                        .when(position(0, 0, 0))
                        .given(hint("gate", "dear").in("east"))
                        .given(forget().as("f"))
                        .player("ann");

        assertThat(left.hunts()).isEmpty();
        assertThat(left.head().recent().actions()).isEmpty();
        assertThat(left.head().enrolments()).isEmpty();
        assertThat(left.head().corrections().actions()).hasSize(1);
    }

    @Test
    void whoJoinsAgainBeginsAnew() {
        joined().given(answer("gate", "ash").after("0ms"), answer("gate", "elm").after("0ms"))
                .given(hint("gate", "dear"))
                .when(position(0, 0, 0))
                .given(forget())
                .when(answer("gate", "oak"))
                .then(NOT_JOINED)
                .score(0)
                .version(0)
                .when(join())
                .then(JOINED)
                .effects(EffectType.JOINED, CLUE_UNLOCKED, CLUE_UNLOCKED, CLUE_UNLOCKED)
                .score(0)
                .thousandths(9000)
                .when(position(0, 90, 0))
                .then(NOTED)
                .effects()
                .when(answer("gate", "ash"))
                .then(WRONG)
                .attemptsLeft(8)
                .noRetryAfter()
                .when(hint("gate", "dear"))
                .then(HINT_GIVEN)
                .effects(HINT_REVEALED, POINTS);
    }

    @ParameterizedTest
    @CsvSource({"north, east", "east, north"})
    void everyLaterJoinCountsOnFromHisHighestVersionAndOneForThis(String most, String least) {
        Scenario.of(NORTH, EAST)
                .given(join().in(most), join().in(least))
                .given(answer("gate", "oak").in(most), abandon().in(most))
                .version(3)
                .given(forget())
                .when(join().in(least))
                .version(5)
                .when(join().in(most))
                .version(5)
                .when(answer("gate", "oak").in(most))
                .version(6);
    }

    @Test
    void forgottenAgainHeCountsOnFurther() {
        joined().given(answer("gate", "oak"), abandon(), forget(), join())
                .version(5)
                .given(forget())
                .when(join().in("east"))
                .version(7);
    }

    @Test
    void theHuntsHeIsExcludedFromStayClosedToHim() {
        joined().given(disqualify(), join().in("east"), forget())
                .when(join())
                .then(EXCLUDED)
                .effects()
                .score(0)
                .version(0)
                .huntVersion(1)
                .changesNothing()
                .when(answer("gate", "oak"))
                .then(NOT_JOINED)
                .when(join().in("east"))
                .then(JOINED);
    }

    @Test
    void whoWasReinstatedBeforeIsNotExcluded() {
        joined().given(disqualify(), reinstate(), forget()).when(join()).then(JOINED);
    }

    @Test
    void anExclusionOutlivesASecondForgetting() {
        joined().given(disqualify(), forget(), join().in("east"), forget())
                .when(join())
                .then(EXCLUDED);
    }

    @Test
    void reinstatedThereHeMayJoinAgain() {
        joined().given(answer("gate", "oak"), disqualify(), forget())
                .when(reinstate())
                .then(REINSTATED)
                .exactly(new Effect.Reinstated())
                .score(0)
                .version(0)
                .huntVersion(1)
                .when(join())
                .then(JOINED)
                .version(5);
    }

    @Test
    void heIsReinstatedOnceAndOnlyThere() {
        joined().given(disqualify(), forget())
                .when(reinstate().in("east"))
                .then(NOT_JOINED)
                .when(reinstate().in("nowhere"))
                .then(UNKNOWN_HUNT)
                .given(reinstate().as("r"))
                .when(reinstate().as("r"))
                .then(REINSTATED)
                .effects()
                .changesNothing()
                .when(reinstate())
                .then(NOT_JOINED);
    }

    @Test
    void nothingElseIsCorrectedWhereThereIsNoProgress() {
        joined().given(answer("gate", "oak"), disqualify(), forget())
                .when(disqualify())
                .then(NOT_JOINED)
                .when(adjust(1))
                .then(NOT_JOINED)
                .when(granted("compass", 1))
                .then(NOT_JOINED)
                .changesNothing();
    }

    @Test
    void whatHeEverClaimedHeNeverClaimsAgain() {
        joined().given(answer("gate", "oak"), answer("pier", "x"), soldOut("compass"))
                .given(disqualify(), forget(), reinstate(), join())
                .when(answer("gate", "oak"))
                .then(SOLVED)
                .effects(CLUE_SOLVED, POINTS)
                .when(markSolved("pier"))
                .effects(CLUE_SOLVED)
                .when(granted("medal", 1))
                .then(NO_CHANGE)
                .when(answer("mast", "x"))
                .claims("crown");
    }

    @Test
    void whatHeClaimedInOneHuntHeMayClaimInAnother() {
        joined().given(answer("gate", "oak"), forget(), join().in("east"))
                .when(answer("gate", "oak").in("east"))
                .claims("gate#first-finders", "compass");
    }

    @Test
    void whatHeClaimedIsStillKnownWhenHeIsForgottenAgain() {
        joined().given(answer("gate", "oak"), forget(), join(), forget(), join())
                .when(answer("gate", "oak"))
                .claims();
    }

    @Test
    void operatorsRetriesAreStillRecognised() {
        joined().given(adjust(7).as("a"), forget(), join())
                .when(adjust(7).as("a"))
                .then(ADJUSTED)
                .replayOf("0:1")
                .effects()
                .score(0)
                .when(adjust(8).as("a"))
                .then(ID_REUSED);
    }

    @Test
    void aRetryOfTheForgettingForgetsNobodyAgain() {
        joined().given(forget().as("f"), join())
                .when(forget().as("f"))
                .then(FORGOTTEN)
                .replayOf("0:1")
                .effects()
                .changesNothing()
                .when(answer("gate", "oak"))
                .then(SOLVED);
    }

    @Test
    void hisOwnIdsAreForgotten() {
        Scenario.of(NORTH)
                .given(join().as("a"), forget())
                .when(join().as("a"))
                .then(JOINED)
                .noReplay()
                .version(3);
    }

    @Test
    void whatWasDueIsAnnouncedFirstAndNothingAfterwards() {
        Hunt timed =
                Hunts.hunt(
                        """
                        time-limit: 2h
                        clues:
                          - {id: gate, title: The gate, deadline: 1h, proof: {answer: {accept: [oak]}}}
                        """);

        Scenario forgotten =
                Scenario.of(timed).given(join()).when(forget().after("90m")).then(FORGOTTEN);

        assertThat(forgotten.results())
                .extracting(Result::code)
                .containsExactly(JOINED, DUE, FORGOTTEN);
        forgotten.silentUntil(CLOSES).announcesNothing();
    }

    @Test
    void forgottenHuntsAreNotCounted() {
        Scenario.of(Hunts.several(21))
                .given(joins(20))
                .given(forget())
                .given(joins(20))
                .when(join().in("hunt-21"))
                .then(TOO_MANY_HUNTS);
    }

    @Test
    void nobodyElseIsForgotten() {
        Scenario scenario =
                joined().given(join().from("bob"), answer("gate", "oak").from("bob"), forget())
                        .when(answer("pier", "x").from("bob"))
                        .then(SOLVED)
                        .score(50)
                        .version(3);

        assertThat(scenario.player("ann").head().floor()).isEqualTo(2);
        assertThat(scenario.player("bob").head().floor()).isEqualTo(Head.NEW.floor());
    }

    private static String json(Result result) {
        return new String(ResultCodec.encode(result), StandardCharsets.UTF_8);
    }
}
