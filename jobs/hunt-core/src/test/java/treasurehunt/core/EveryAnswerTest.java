package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import static treasurehunt.core.Draft.abandon;
import static treasurehunt.core.Draft.answer;
import static treasurehunt.core.Draft.hint;
import static treasurehunt.core.Draft.join;
import static treasurehunt.core.Draft.joins;
import static treasurehunt.core.Draft.scan;
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

/** Every code and every effect there is, and what each answer takes from the rate bucket. */
class EveryAnswerTest {
    private static final Hunt SLOW =
            Hunts.hunt(
                    """
                    rate: {burst: 1, per-second: 1}
                    clues:
                      - {id: gate, title: The gate, proof: {answer: {accept: [oak]}}}
                    """);

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
                new Row(
                        Code.UNKNOWN_HUNT,
                        NOTHING,
                        joined().withdrawn("harbour-lights").when(answer("gate", "oak"))),
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
                        .map(hunt -> hunt.definition().rate())
                        .orElse(Rate.DEFAULT);
        return player.hunt(scenario.action().hunt())
                .map(HuntState::bucket)
                .map(bucket -> bucket.refilled(rate, scenario.action().at()));
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
    void everyEffectHasItsNameInTheRuleBook() {
        Set<EffectType> named =
                Arrays.stream(Effect.class.getPermittedSubclasses())
                        .map(EffectType::of)
                        .collect(Collectors.toSet());

        assertThat(named).isEqualTo(EnumSet.allOf(EffectType.class));
    }
}
