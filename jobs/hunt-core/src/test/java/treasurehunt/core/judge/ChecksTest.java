package treasurehunt.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.accept;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.reinstate;
import static treasurehunt.core.Draft.resetAttempts;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.CLOSED;
import static treasurehunt.schemas.result.Code.COOLING_DOWN;
import static treasurehunt.schemas.result.Code.EXCLUDED;
import static treasurehunt.schemas.result.Code.EXPIRED;
import static treasurehunt.schemas.result.Code.HAS_LEFT;
import static treasurehunt.schemas.result.Code.HINT_LOCKED;
import static treasurehunt.schemas.result.Code.ID_REUSED;
import static treasurehunt.schemas.result.Code.INSUFFICIENT_POINTS;
import static treasurehunt.schemas.result.Code.JOINED;
import static treasurehunt.schemas.result.Code.LOCKED;
import static treasurehunt.schemas.result.Code.NOT_JOINED;
import static treasurehunt.schemas.result.Code.NOT_OPEN;
import static treasurehunt.schemas.result.Code.OUT_OF_ATTEMPTS;
import static treasurehunt.schemas.result.Code.RATE_LIMITED;
import static treasurehunt.schemas.result.Code.SOLVED;
import static treasurehunt.schemas.result.Code.TIME_UP;
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.Draft;
import treasurehunt.core.Hunts;
import treasurehunt.core.Scenario;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rule book, section 5: of two checks that fail, the earlier answers. */
class ChecksTest {
    private static final Hunt ONE_TOKEN =
            Hunts.hunt(
                    """
                    rate: {burst: 1, per-second: 1}
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

    private static final Hunt TIMED =
            Hunts.hunt(
                    """
                    time-limit: 10h
                    clues:
                      - {id: gate, title: The gate, attempts: {max: 2, wait: 1h}, proof: {answer: {accept: [oak]}}}
                      - {id: later, title: Later, requires: gate, proof: {answer: {accept: [x]}}}
                      - {id: pending, title: Pending, unlocks-after: 9h, proof: {answer: {accept: [x]}}}
                      - id: brief
                        title: Brief
                        deadline: 1h
                        attempts: {max: 1}
                        proof: {answer: {accept: [x]}}
                        hints: [{id: dear, cost: 10, text: The last but two}]
                    """);

    /** A newer version of the hunt, which has only a gate left. */
    private static final Hunt NEXT_YEAR = Hunts.nextYear("harbour-lights");

    /** A scenario whose last action fails two checks. */
    record Pair(Code answers, Code failsToo, Scenario scenario) {
        @Override
        public String toString() {
            return answers + " before " + failsToo;
        }
    }

    static List<Pair> pairs() {
        return List.of(
                // 1 before 2, 3, 4
                new Pair(
                        ID_REUSED,
                        UNKNOWN_HUNT,
                        joined().given(answer("gate", "ash").as("a"))
                                .when(answer("gate", "ash").in("nowhere").as("a"))),
                new Pair(
                        JOINED,
                        ALREADY_JOINED,
                        stranger().given(join().as("a")).when(join().as("a"))),
                new Pair(
                        WRONG,
                        RATE_LIMITED,
                        withoutToken().when(answer("gate", "ash").as("a").after("0ms"))),
                // 2 before 3
                new Pair(UNKNOWN_HUNT, NOT_JOINED, stranger().when(abandon().in("nowhere"))),
                // 3 before 4, 6
                new Pair(ALREADY_JOINED, RATE_LIMITED, withoutToken().when(join().after("0ms"))),
                new Pair(
                        NOT_JOINED, NOT_OPEN, stranger().when(answer("gate", "oak").at(OPENS - 1))),
                new Pair(NOT_JOINED, CLOSED, stranger().when(answer("gate", "oak").at(CLOSES))),
                new Pair(ALREADY_JOINED, CLOSED, joined().when(join().at(CLOSES))),
                new Pair(ALREADY_JOINED, HAS_LEFT, joined().given(abandon()).when(join())),
                // 4 before 6, 9
                new Pair(
                        RATE_LIMITED,
                        CLOSED,
                        Scenario.of(ONE_TOKEN)
                                .given(join(), answer("gate", "ash").at(CLOSES - 1))
                                .when(answer("gate", "oak").at(CLOSES))),
                new Pair(
                        RATE_LIMITED,
                        UNKNOWN_CLUE,
                        withoutToken().when(answer("attic", "oak").after("0ms"))),
                // 3, 4 before 5
                new Pair(ALREADY_JOINED, EXCLUDED, joined().given(disqualify()).when(join())),
                new Pair(
                        RATE_LIMITED,
                        EXCLUDED,
                        withoutToken()
                                .given(disqualify().after("0ms"))
                                .when(answer("gate", "oak").after("0ms"))),
                // 5 before 6, 7, 8, 9
                new Pair(
                        EXCLUDED,
                        CLOSED,
                        joined().given(disqualify()).when(answer("gate", "oak").at(CLOSES))),
                new Pair(
                        EXCLUDED,
                        NOT_OPEN,
                        joined().given(disqualify(), forget()).published(NEXT_YEAR).when(join())),
                new Pair(
                        EXCLUDED,
                        HAS_LEFT,
                        joined().given(abandon(), disqualify()).when(answer("gate", "oak"))),
                new Pair(
                        EXCLUDED, TIME_UP, timedUp().given(disqualify()).when(answer("gate", "x"))),
                new Pair(
                        EXCLUDED,
                        TOO_MANY_HUNTS,
                        Scenario.of(Hunts.several(21))
                                .given(join().in("hunt-21"), disqualify().in("hunt-21"), forget())
                                .given(joins(20))
                                .when(join().in("hunt-21"))),
                new Pair(
                        EXCLUDED,
                        UNKNOWN_CLUE,
                        joined().given(disqualify()).when(answer("attic", "oak"))),
                // 6 before 7, 8, 9
                new Pair(
                        CLOSED,
                        HAS_LEFT,
                        joined().given(abandon()).when(hint("gate", "h").at(CLOSES))),
                new Pair(
                        CLOSED,
                        TOO_MANY_HUNTS,
                        Scenario.of(Hunts.several(20))
                                .published(Hunts.closingAt("2026-06-02T08:00:00Z", "hunt-21"))
                                .given(joins(20))
                                .when(join().in("hunt-21").after("1d"))),
                new Pair(CLOSED, UNKNOWN_CLUE, joined().when(answer("attic", "x").at(CLOSES))),
                new Pair(CLOSED, TIME_UP, timedUp().when(answer("gate", "x").at(CLOSES))),
                // 7 before 9
                new Pair(TIME_UP, UNKNOWN_CLUE, timedUp().when(answer("attic", "x"))),
                new Pair(TIME_UP, LOCKED, timedUp().when(answer("later", "x"))),
                new Pair(TIME_UP, EXPIRED, timedUp().when(answer("brief", "x"))),
                new Pair(
                        HAS_LEFT,
                        UNKNOWN_CLUE,
                        joined().given(abandon()).when(answer("attic", "oak"))),
                new Pair(
                        HAS_LEFT, LOCKED, joined().given(abandon()).when(answer("anchor", "rust"))),
                // 9 before 10, 12
                new Pair(LOCKED, WRONG_KIND, joined().when(scan("anchor", "rust"))),
                new Pair(LOCKED, UNKNOWN_HINT, joined().when(hint("anchor", "none"))),
                new Pair(LOCKED, INSUFFICIENT_POINTS, joined().when(hint("anchor", "dear"))),
                new Pair(
                        ALREADY_SOLVED,
                        WRONG_KIND,
                        joined().given(answer("gate", "oak")).when(scan("gate", "oak"))),
                new Pair(
                        ALREADY_SOLVED,
                        ALREADY_TRIED,
                        joined().given(answer("gate", "ash"), answer("gate", "oak"))
                                .when(answer("gate", "ash"))),
                new Pair(LOCKED, WRONG_KIND, joinedTimed().when(scan("pending", "x"))),
                new Pair(EXPIRED, WRONG_KIND, expired().when(scan("brief", "x"))),
                new Pair(EXPIRED, UNKNOWN_HINT, expired().when(hint("brief", "none"))),
                new Pair(EXPIRED, INSUFFICIENT_POINTS, expired().when(hint("brief", "dear"))),
                new Pair(EXPIRED, OUT_OF_ATTEMPTS, expired().when(answer("brief", "x"))),
                new Pair(
                        ALREADY_SOLVED,
                        OUT_OF_ATTEMPTS,
                        withoutAttempts().given(markSolved("gate")).when(answer("gate", "oak"))),
                new Pair(
                        ALREADY_SOLVED,
                        COOLING_DOWN,
                        coolingDown().given(markSolved("gate")).when(answer("gate", "oak"))),
                // 10 before 11
                new Pair(WRONG_KIND, COOLING_DOWN, coolingDown().when(scan("gate", "oak"))),
                new Pair(WRONG_KIND, OUT_OF_ATTEMPTS, withoutAttempts().when(scan("gate", "oak"))),
                new Pair(
                        OUT_OF_ATTEMPTS,
                        COOLING_DOWN,
                        coolingDown()
                                .given(answer("gate", "elm").after("1h"))
                                .when(answer("gate", "oak"))),
                // 11 before 12
                new Pair(COOLING_DOWN, ALREADY_TRIED, coolingDown().when(answer("gate", "ash"))),
                new Pair(
                        OUT_OF_ATTEMPTS,
                        ALREADY_TRIED,
                        withoutAttempts().when(answer("gate", "ash"))),
                // of operators and the treasury
                new Pair(
                        ID_REUSED,
                        UNKNOWN_HUNT,
                        joined().given(adjust(1).as("a")).when(adjust(1).in("nowhere").as("a"))),
                new Pair(
                        SOLVED,
                        UNKNOWN_CLUE,
                        joined().given(markSolved("mast").as("a"))
                                .published(NEXT_YEAR)
                                .when(adjust(0), markSolved("mast").as("a"))),
                new Pair(UNKNOWN_HUNT, NOT_JOINED, stranger().when(adjust(1).in("nowhere"))),
                new Pair(NOT_JOINED, UNKNOWN_CLUE, stranger().when(markSolved("attic"))),
                new Pair(UNKNOWN_HUNT, NOT_JOINED, stranger().when(soldOut("x").in("nowhere"))));
    }

    private static Scenario stranger() {
        return Scenario.of(HARBOUR_LIGHTS);
    }

    private static Scenario joined() {
        return stranger().given(join());
    }

    private static Scenario joinedTimed() {
        return Scenario.of(TIMED).given(join());
    }

    private static Scenario coolingDown() {
        return joinedTimed().given(answer("gate", "ash"));
    }

    /** An hour is over, and the brief clue. */
    private static Scenario expired() {
        return joinedTimed().given(answer("brief", "y")).silentUntil(OPENS + 3_600_001);
    }

    private static Scenario timedUp() {
        return expired().silentUntil(OPENS + 36_000_001);
    }

    private static Scenario withoutToken() {
        return Scenario.of(ONE_TOKEN).given(join(), answer("gate", "ash").as("a"));
    }

    private static Scenario withoutAttempts() {
        return joined().given(answer("gate", "ash"), answer("gate", "elm"), answer("gate", "fir"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoChecksThatFailTheEarlierAnswers(Pair pair) {
        Scenario scenario = pair.scenario();
        Case it = new Case(scenario.hunts(), scenario.before(), scenario.action());

        assertThat(placeOf(pair.failsToo(), it)).isGreaterThan(placeOf(pair.answers(), it));
        scenario.then(pair.answers()).effects();
    }

    /** The place in its table of the check that answers so on its own. */
    private static int placeOf(Code code, Case it) {
        List<Check> checks = Checks.of(it.kind());
        return IntStream.range(0, checks.size())
                .filter(i -> answers(checks.get(i), it, code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check answers " + code));
    }

    private static boolean answers(Check check, Case it, Code code) {
        try {
            return check.refusal().apply(it).map(Refusal::code).stream().anyMatch(code::equals);
        } catch (NoSuchElementException e) {
            return false; // it rests on an earlier check that fails
        }
    }

    @Test
    void theChecksStandInTheOrderOfTheirNumbers() {
        assertThat(Checks.OF_PLAYERS).extracting(Check::number).isSorted();
    }

    static Stream<Arguments> whatWhoIsSubjectTo() {
        List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 10, 10, 11, 11, 12);
        List<Integer> ofOperators = List.of(1, 2, 3, 9);
        return Stream.of(
                arguments(join(), all),
                arguments(answer("gate", "oak"), all),
                arguments(scan("mast", "x"), all),
                arguments(arrive("pier", 0, 0), all),
                arguments(submit("photo"), all),
                arguments(hint("gate", "leaf"), all),
                arguments(position(0, 0, 0), all),
                arguments(abandon(), all),
                arguments(adjust(1), ofOperators),
                arguments(markSolved("gate"), ofOperators),
                arguments(accept("photo"), ofOperators),
                arguments(resetAttempts("gate"), ofOperators),
                arguments(disqualify(), ofOperators),
                arguments(reinstate(), ofOperators),
                arguments(forget(), List.of(1)),
                arguments(soldOut("compass"), List.of(2, 3)));
    }

    @ParameterizedTest
    @MethodSource("whatWhoIsSubjectTo")
    void everyKindIsSubjectToItsOwnChecks(Draft draft, List<Integer> numbers) {
        assertThat(Checks.of(draft.kind())).extracting(Check::number).isEqualTo(numbers);
    }

    @Test
    void aHintIsLookedForThenWaitedForThenPaid() {
        Scenario.of(HARBOUR_LIGHTS)
                .given(join())
                .when(hint("gate", "none"))
                .then(UNKNOWN_HINT)
                .when(hint("gate", "late"))
                .then(HINT_LOCKED)
                .when(hint("gate", "late").after("5m"))
                .then(INSUFFICIENT_POINTS);
    }
}
