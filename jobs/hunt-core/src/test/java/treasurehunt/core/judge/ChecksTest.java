package treasurehunt.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;
import static treasurehunt.schemas.result.Code.ALREADY_JOINED;
import static treasurehunt.schemas.result.Code.ALREADY_SOLVED;
import static treasurehunt.schemas.result.Code.ALREADY_TRIED;
import static treasurehunt.schemas.result.Code.CLOSED;
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
import static treasurehunt.schemas.result.Code.TOO_MANY_HUNTS;
import static treasurehunt.schemas.result.Code.UNKNOWN_CLUE;
import static treasurehunt.schemas.result.Code.UNKNOWN_HINT;
import static treasurehunt.schemas.result.Code.UNKNOWN_HUNT;
import static treasurehunt.schemas.result.Code.WRONG;
import static treasurehunt.schemas.result.Code.WRONG_KIND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.Hunts;
import treasurehunt.core.Scenario;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.result.Code;

import java.util.List;
import java.util.NoSuchElementException;

/** Rule book, section 5: of two checks that fail, the earlier answers. */
class ChecksTest {
    private static final Hunt ONE_TOKEN =
            Hunts.hunt(
                    """
                    rate: {burst: 1, per-second: 1}
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

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
                        WRONG,
                        UNKNOWN_HUNT,
                        joined().given(answer("gate", "ash").as("a"))
                                .withdrawn("harbour-lights")
                                .when(answer("gate", "ash").as("a"))),
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
                new Pair(
                        UNKNOWN_HUNT,
                        ALREADY_JOINED,
                        joined().withdrawn("harbour-lights").when(join())),
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
                // 7 before 9
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
                // 10 before 11
                new Pair(WRONG_KIND, OUT_OF_ATTEMPTS, withoutAttempts().when(scan("gate", "oak"))),
                // 11 before 12
                new Pair(
                        OUT_OF_ATTEMPTS,
                        ALREADY_TRIED,
                        withoutAttempts().when(answer("gate", "ash"))));
    }

    private static Scenario stranger() {
        return Scenario.of(HARBOUR_LIGHTS);
    }

    private static Scenario joined() {
        return stranger().given(join());
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
        Case it = Case.of(scenario.hunts(), scenario.before(), scenario.action());

        assertThat(numberOf(pair.failsToo(), it)).isGreaterThan(numberOf(pair.answers(), it));
        scenario.then(pair.answers()).effects();
    }

    /** The number of the check that answers so on its own. */
    private static int numberOf(Code code, Case it) {
        return Checks.IN_ORDER.stream()
                .filter(check -> answers(check, it, code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check answers " + code))
                .number();
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
        assertThat(Checks.IN_ORDER).extracting(Check::number).isSorted();
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
