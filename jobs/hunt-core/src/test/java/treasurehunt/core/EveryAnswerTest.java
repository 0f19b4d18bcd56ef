package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.adjust;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.arrive;
import static treasurehunt.core.Draft.disqualify;
import static treasurehunt.core.Draft.forget;
import static treasurehunt.core.Draft.granted;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.markSolved;
import static treasurehunt.core.Draft.position;
import static treasurehunt.core.Draft.reinstate;
import static treasurehunt.core.Draft.reject;
import static treasurehunt.core.Draft.resetAttempts;
import static treasurehunt.core.Draft.scan;
import static treasurehunt.core.Draft.soldOut;
import static treasurehunt.core.Draft.submit;
import static treasurehunt.core.Draft.waiting;
import static treasurehunt.core.EveryAnswerTest.Charge.A_TOKEN;
import static treasurehunt.core.EveryAnswerTest.Charge.NOTHING;
import static treasurehunt.core.Hunts.CLOSES;
import static treasurehunt.core.Hunts.HARBOUR_LIGHTS;
import static treasurehunt.core.Hunts.OPENS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.RateBucket;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Rate;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every code, every effect and every kind there is, and what each answer takes from the rate
 * bucket.
 */
class EveryAnswerTest {
    /** What {@link Hunts#HARBOUR_LIGHTS} has not. */
    private static final Hunt FAIR =
            Hunts.hunt(
                    """
                    time-limit: 10h
                    max-speed: 70
                    complete-when: {points: 1000}
                    clues:
                      - {id: riddle, title: A riddle, attempts: {wait: 1m}, proof: {pattern: oaks?}}
                      - {id: pier, title: The pier, proof: {place: {latitude: 0, longitude: 0, radius-m: 9, accuracy-m: 9}}}
                      - {id: photo, title: A photo, points: 10, proof: {review: {}}, treasure: compass}
                      - {id: brief, title: Brief, deadline: 1h, proof: {answer: {accept: [x]}}}
                      - {id: slow, title: Slow, unlocks-after: 1h, proof: {answer: {accept: [x]}}}
                    treasures:
                      - {id: compass, title: The compass, stock: 3, points: 500, waiting-list: true}
                    """);

    private static final Hunt SLOW =
            Hunts.hunt(
                    """
                    rate: {burst: 1, per-second: 1}
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

    /** The newer version of the hunt, which has only a gate left. */
    private static final Hunt SIMPLER =
            Hunts.hunt(
                    "harbour-lights",
                    2,
                    """
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

    private static final Set<Code> FAILURES = EnumSet.of(Code.WRONG, Code.NEAR, Code.TOO_FAR);

    enum Charge {
        NOTHING,
        A_TOKEN
    }

    /** An answer, what it costs, and the last action of the scenario that leads to it. */
    record Row(Code code, Charge charge, Scenario scenario) {
        @Override
        public String toString() {
            return code + " takes " + charge;
        }
    }

    static List<Row> everyAnswer() {
        return Stream.of(
                        inTheHarbour(),
                        atTheFair(),
                        broughtByTime(),
                        ofOperators(),
                        ofTheTreasury())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> inTheHarbour() {
        return List.of(
                new Row(Code.JOINED, NOTHING, stranger().when(join())),
                new Row(Code.ABANDONED, A_TOKEN, joined().when(abandon())),
                new Row(Code.SOLVED, A_TOKEN, joined().when(answer("gate", "oak"))),
                new Row(Code.WRONG, A_TOKEN, joined().when(answer("gate", "ash"))),
                new Row(Code.NEAR, A_TOKEN, joined().when(answer("gate", "beech"))),
                new Row(Code.HINT_GIVEN, A_TOKEN, joined().when(hint("gate", "free"))),
                new Row(
                        Code.HINT_GIVEN,
                        A_TOKEN,
                        joined().given(hint("gate", "free")).when(hint("gate", "free"))),
                new Row(
                        Code.WRONG,
                        NOTHING,
                        joined().given(answer("gate", "ash").as("a"))
                                .when(answer("gate", "ash").as("a"))),
                new Row(
                        Code.ID_REUSED,
                        NOTHING,
                        joined().given(answer("gate", "ash").as("a"))
                                .when(answer("gate", "elm").as("a"))),
                new Row(Code.UNKNOWN_HUNT, NOTHING, stranger().when(join().in("nowhere"))),
                new Row(Code.NOT_JOINED, NOTHING, stranger().when(answer("gate", "oak"))),
                new Row(Code.ALREADY_JOINED, NOTHING, joined().when(join())),
                new Row(
                        Code.RATE_LIMITED,
                        NOTHING,
                        Scenario.of(SLOW)
                                .given(join(), answer("gate", "ash"))
                                .when(answer("gate", "elm").after("1ms"))),
                new Row(Code.NOT_OPEN, NOTHING, stranger().when(join().at(OPENS - 1))),
                new Row(Code.CLOSED, A_TOKEN, joined().when(answer("gate", "oak").at(CLOSES))),
                new Row(Code.HAS_LEFT, A_TOKEN, joined().given(abandon()).when(hint("gate", "h"))),
                new Row(
                        Code.TOO_MANY_HUNTS,
                        NOTHING,
                        Scenario.of(Hunts.several(21)).given(joins(20)).when(join().in("hunt-21"))),
                new Row(Code.UNKNOWN_CLUE, A_TOKEN, joined().when(answer("attic", "oak"))),
                new Row(
                        Code.ALREADY_SOLVED,
                        A_TOKEN,
                        joined().given(answer("gate", "oak")).when(answer("gate", "oak"))),
                new Row(Code.LOCKED, A_TOKEN, joined().when(answer("anchor", "rust"))),
                new Row(Code.WRONG_KIND, A_TOKEN, joined().when(scan("gate", "oak"))),
                new Row(
                        Code.OUT_OF_ATTEMPTS,
                        A_TOKEN,
                        joined().given(
                                        answer("gate", "ash"),
                                        answer("gate", "elm"),
                                        answer("gate", "fir"))
                                .when(answer("gate", "oak"))),
                new Row(
                        Code.ALREADY_TRIED,
                        A_TOKEN,
                        joined().given(answer("gate", "ash")).when(answer("gate", "ash"))),
                new Row(Code.UNKNOWN_HINT, A_TOKEN, joined().when(hint("gate", "none"))),
                new Row(Code.HINT_LOCKED, A_TOKEN, joined().when(hint("gate", "late"))),
                new Row(Code.INSUFFICIENT_POINTS, A_TOKEN, joined().when(hint("gate", "leaf"))),
                new Row(
                        Code.SOLVED,
                        A_TOKEN,
                        joined().given(answer("gate", "oak")).when(answer("anchor", "rust"))));
    }

    private static List<Row> atTheFair() {
        return List.of(
                new Row(Code.SOLVED, A_TOKEN, atFair().when(arrive("pier", 0, 0))),
                new Row(Code.TOO_FAR, A_TOKEN, atFair().when(arrive("pier", 0, 1))),
                new Row(Code.INACCURATE, A_TOKEN, atFair().when(arrive("pier", 0, 0, 10))),
                new Row(Code.NOTED, A_TOKEN, atFair().when(position(0, 0, 1))),
                new Row(Code.NOTED, A_TOKEN, atFair().when(position(0, 0, 1), position(0, 90, 1))),
                new Row(Code.UNDER_REVIEW, A_TOKEN, atFair().when(submit("photo"))),
                new Row(
                        Code.UNDER_REVIEW,
                        A_TOKEN,
                        atFair().given(submit("photo")).when(submit("photo"))),
                new Row(
                        Code.EXCLUDED,
                        A_TOKEN,
                        atFair().given(disqualify()).when(answer("riddle", "oak"))),
                new Row(
                        Code.EXCLUDED,
                        NOTHING,
                        atFair().given(disqualify(), forget()).when(join())),
                new Row(
                        Code.COOLING_DOWN,
                        A_TOKEN,
                        atFair().given(answer("riddle", "elm")).when(answer("riddle", "oak"))),
                new Row(
                        Code.EXPIRED,
                        A_TOKEN,
                        atFair().silentUntil(OPENS + 7_200_000).when(answer("brief", "x"))),
                new Row(
                        Code.TIME_UP,
                        A_TOKEN,
                        atFair().silentUntil(OPENS + 36_000_001).when(answer("riddle", "oak"))));
    }

    private static List<Row> broughtByTime() {
        return List.of(
                new Row(Code.DUE, NOTHING, atFair().silentUntil(OPENS + 7_200_000)),
                new Row(
                        Code.SOLVED,
                        A_TOKEN,
                        atFair().published(SIMPLER).when(answer("gate", "oak"))));
    }

    private static List<Row> ofOperators() {
        return List.of(
                new Row(Code.ADJUSTED, NOTHING, atFair().when(adjust(1000))),
                new Row(Code.SOLVED, NOTHING, atFair().when(markSolved("riddle"))),
                new Row(
                        Code.REVIEWED,
                        NOTHING,
                        atFair().given(submit("photo")).when(reject("photo"))),
                new Row(
                        Code.RESET,
                        NOTHING,
                        atFair().given(answer("riddle", "elm")).when(resetAttempts("riddle"))),
                new Row(Code.DISQUALIFIED, NOTHING, claimed().when(disqualify())),
                new Row(Code.REINSTATED, NOTHING, atFair().given(disqualify()).when(reinstate())),
                new Row(Code.FORGOTTEN, NOTHING, claimed().when(forget())),
                new Row(Code.NO_CHANGE, NOTHING, atFair().when(adjust(0))),
                new Row(Code.ADJUSTED, NOTHING, adjusted().when(adjust(1).as("a"))),
                new Row(Code.ID_REUSED, NOTHING, adjusted().when(adjust(2).as("a"))),
                new Row(Code.UNKNOWN_HUNT, NOTHING, atFair().when(adjust(1).in("nowhere"))),
                new Row(Code.NOT_JOINED, NOTHING, Scenario.of(FAIR).when(adjust(1))),
                new Row(Code.UNKNOWN_CLUE, NOTHING, atFair().when(markSolved("attic"))));
    }

    private static List<Row> ofTheTreasury() {
        return List.of(
                new Row(Code.GRANTED, NOTHING, claimed().when(granted("compass", 1))),
                new Row(Code.SOLD_OUT, NOTHING, claimed().when(soldOut("compass"))),
                new Row(Code.WAITING, NOTHING, claimed().when(waiting("compass"))),
                new Row(Code.NO_CHANGE, NOTHING, atFair().when(granted("compass", 1))),
                new Row(Code.UNKNOWN_HUNT, NOTHING, claimed().when(soldOut("x").in("nowhere"))),
                new Row(Code.NOT_JOINED, NOTHING, Scenario.of(FAIR).when(soldOut("compass"))));
    }

    private static Scenario atFair() {
        return Scenario.of(FAIR).given(join());
    }

    private static Scenario claimed() {
        return atFair().given(markSolved("photo"));
    }

    private static Scenario adjusted() {
        return atFair().given(adjust(1).as("a"));
    }

    private static Scenario stranger() {
        return Scenario.of(HARBOUR_LIGHTS);
    }

    private static Scenario joined() {
        return stranger().given(join());
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void theAnswerAndItsCharge(Row row) {
        row.scenario().then(row.code());

        Optional<RateBucket> found = bucket(row.scenario(), row.scenario().before());
        Optional<RateBucket> left = bucket(row.scenario(), row.scenario().after());
        if (found.isEmpty()) {
            assertThat(left.isPresent()).isEqualTo(row.code() == Code.JOINED);
        } else {
            RateBucket charged = row.charge() == A_TOKEN ? found.get().less() : found.get();
            assertThat(left).contains(charged);
        }
    }

    /** What is in the bucket when the action comes. */
    private static Optional<RateBucket> bucket(Scenario scenario, Player player) {
        Rate rate =
                scenario.hunts()
                        .find(scenario.action().hunt())
                        .inEffect(scenario.action().at())
                        .map(hunt -> hunt.definition().rate())
                        .orElse(Rate.DEFAULT);
        return player.hunt(scenario.action().hunt())
                .map(HuntState::bucket)
                .map(bucket -> bucket.refilled(rate, scenario.action().at()));
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void whenToTryAgainIsSaidWhereTheRuleBookSaysSo(Row row) {
        Result result = row.scenario().result();
        boolean waits =
                EnumSet.of(Code.RATE_LIMITED, Code.COOLING_DOWN, Code.HINT_LOCKED, Code.NOT_OPEN)
                        .contains(row.code());
        boolean mayStartAWait = FAILURES.contains(row.code()) && result.replayOf().isEmpty();

        if (!mayStartAWait) {
            assertThat(result.retryAfter().isPresent()).isEqualTo(waits);
        }
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void onlyWhoFailedIsToldHowManyAttemptsAreLeft(Row row) {
        boolean failed = FAILURES.contains(row.code());

        assertThat(failed || row.scenario().result().attemptsLeft().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void theVersionThatJudgedIsSaidWhereverOneDid(Row row) {
        Set<Code> unjudged = EnumSet.of(Code.UNKNOWN_HUNT, Code.NOT_JOINED, Code.ID_REUSED);
        boolean forgets = row.scenario().action().kind() instanceof Kind.Forget;

        assertThat(row.scenario().result().huntVersion().isEmpty())
                .isEqualTo(forgets || unjudged.contains(row.code()));
    }

    @Test
    void everyCodeIsReached() {
        Set<Code> reached = everyAnswer().stream().map(Row::code).collect(Collectors.toSet());

        assertThat(reached).isEqualTo(EnumSet.allOf(Code.class));
    }

    @Test
    void everyEffectIsReached() {
        Set<Class<?>> reached =
                everyAnswer().stream()
                        .flatMap(row -> row.scenario().results().stream())
                        .map(Result::effects)
                        .flatMap(List::stream)
                        .map(Effect::getClass)
                        .collect(Collectors.toSet());

        assertThat(reached).containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
    }

    @Test
    void everyKindIsAnswered() {
        Set<Class<?>> answered =
                everyAnswer().stream()
                        .map(row -> row.scenario().action().kind().getClass())
                        .collect(Collectors.toSet());

        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(kinds(Kind.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(EveryAnswerTest::kinds)
                : Stream.of(kind);
    }

    @Test
    void operatorsAndTheTreasuryChargeNothing() {
        assertThat(everyAnswer())
                .filteredOn(row -> row.charge() == A_TOKEN)
                .allMatch(row -> row.scenario().action().kind() instanceof Kind.ByPlayer);
    }

    @Test
    void everyEffectHasItsNameInTheRuleBook() {
        Set<EffectType> named =
                Arrays.stream(Effect.class.getPermittedSubclasses())
                        .map(EffectType::of)
                        .collect(Collectors.toSet());

        assertThat(named).isEqualTo(EnumSet.allOf(EffectType.class));
    }
}
