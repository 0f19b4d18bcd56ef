package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import treasurehunt.cli.Announcements;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Attempts;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.HintPolicy;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.hunt.Rate;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class SimulatedPlayerTest {
    private static final Hunt QUAY = quay();
    private static final Set<Code> LEFT = Set.of(Code.ABANDONED, Code.HAS_LEFT);
    private static final int PEOPLE = 200;
    private static final int MOST_ACTIONS = 2_000;

    @Test
    void everybodyJoinsFirst() {
        assertThat(player(Temper.CLEVER, 1).next(0).kind()).isEqualTo(new Kind.Join());
    }

    @Test
    void theNextThingIsDoneWhenTheAnswerIsThere() {
        SimulatedPlayer player = player(Temper.STEADY, 1);
        Action join = player.next(0);

        assertThat(player.isFree()).isFalse();
        assertThat(player.awaits(join.actionId())).isTrue();

        player.saw(engine().answer(join, 0));

        assertThat(player.isFree()).isTrue();
        assertThat(player.awaits(join.actionId())).isFalse();
    }

    @Test
    void anActionThatIsLostIsWaitedForNoLonger() {
        SimulatedPlayer player = player(Temper.STEADY, 1);
        Action join = player.next(0);

        player.lost(join.actionId());

        assertThat(player.isFree()).isTrue();
    }

    @Test
    void theSameDiceMakeTheSameGame() {
        assertThat(kinds(game(Temper.STEADY, 7))).isEqualTo(kinds(game(Temper.STEADY, 7)));
        assertThat(kinds(game(Temper.STEADY, 7))).isNotEqualTo(kinds(game(Temper.STEADY, 8)));
    }

    @ParameterizedTest
    @EnumSource(Temper.class)
    void everyGameEndsWithTheHuntCompletedOrAbandoned(Temper temper) {
        for (int seed = 0; seed < PEOPLE; seed++) {
            Result last = last(game(temper, seed));

            assertThat(completes(last) || LEFT.contains(last.code()))
                    .as("seed %d: %s", seed, last)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Temper.class)
    void noActionIdIsUsedTwiceButByMistake(Temper temper) {
        Set<String> ids = new HashSet<>();

        assertThat(game(temper, 3))
                .filteredOn(result -> result.code() != Code.ID_REUSED)
                .allMatch(result -> ids.add(result.asked().orElseThrow().actionId()));
    }

    @Test
    void theCleverMostlyComplete() {
        long completed =
                IntStream.range(0, PEOPLE)
                        .filter(seed -> completes(last(game(Temper.CLEVER, seed))))
                        .count();

        assertThat(completed).isGreaterThan(PEOPLE * 3 / 4);
    }

    @Test
    void theImpatientAreToldToWait() {
        assertThat(codes(Temper.IMPATIENT).get(Code.RATE_LIMITED)).isGreaterThan(PEOPLE / 4);
    }

    @Test
    void whoHammersDoesNotWaitForAnswersUntilHeIsRateLimited() {
        SimulatedPlayer player = player(Temper.IMPATIENT, 1);
        CoreEngine engine = engine();
        while (!player.hurries()) {
            player.saw(engine.answer(player.next(0), 0));
        }

        List<Action> open = new ArrayList<>();
        while (player.isFree()) {
            open.add(player.next(0));
        }
        assertThat(open).hasSizeGreaterThan(2);

        open.forEach(action -> player.saw(engine.answer(action, 0)));
        while (player.hurries()) {
            player.saw(engine.answer(player.next(0), 0));
        }
        assertThat(last(List.of(engine.answer(player.next(0), 0))).code())
                .isEqualTo(Code.RATE_LIMITED);
    }

    @ParameterizedTest
    @EnumSource(Temper.class)
    void placesAndReviewsArePlayedToAnEndToo(Temper temper) {
        for (int seed = 0; seed < PEOPLE; seed++) {
            Result last = last(game(temper, seed, QUAY));

            assertThat(completes(last) || LEFT.contains(last.code()))
                    .as("seed %d: %s", seed, last)
                    .isTrue();
        }
        assertThat(codes(temper, QUAY)).containsKeys(Code.SOLVED, Code.UNDER_REVIEW);
        assertThat(codes(temper, QUAY).containsKey(Code.TOO_FAR))
                .isEqualTo(temper != Temper.CHEATING);
    }

    @Test
    void whoseTimeIsUpIsThrough() {
        SimulatedPlayer player = player(Temper.STEADY, 1);
        player.saw(engine().answer(player.next(0), 0));

        player.saw(Announcements.of("ada-1", 5, new Effect.TimeUp()));

        assertThat(player.isOver()).isTrue();
    }

    @Test
    void aClueThatTimeHasOpenedIsPlayed() {
        SimulatedPlayer player =
                new SimulatedPlayer(
                        "ada-1", List.of(), Temper.CLEVER, QUAY, new SplittableRandom(1));
        player.saw(new CoreEngine(QUAY).answer(player.next(0), 0));
        player.saw(
                Announcements.of(
                        "ada-1",
                        5,
                        new Effect.ClueExpired("quay"),
                        new Effect.ClueExpired("photo"),
                        new Effect.ClueUnlocked(
                                "late", "Late", Optional.empty(), Optional.empty())));

        assertThat(player.next(0).kind().clue()).contains("late");
    }

    @Test
    void theStubbornGuessUntilNoAttemptIsLeft() {
        assertThat(codes(Temper.STUBBORN).get(Code.OUT_OF_ATTEMPTS)).isGreaterThan(PEOPLE / 4);
    }

    @Test
    void theFickleGiveUp() {
        assertThat(codes(Temper.FICKLE).get(Code.ABANDONED)).isGreaterThan(PEOPLE / 4);
    }

    @Test
    void thePuzzledTakeHintsAndSometimesCannotPay() {
        assertThat(codes(Temper.PUZZLED))
                .containsKeys(Code.HINT_GIVEN, Code.INSUFFICIENT_POINTS, Code.ALREADY_TRIED);
    }

    @Test
    void mistakesAreMadeOfEverySort() {
        assertThat(codes(Temper.FICKLE))
                .containsKeys(
                        Code.ALREADY_JOINED,
                        Code.UNKNOWN_CLUE,
                        Code.LOCKED,
                        Code.ALREADY_SOLVED,
                        Code.WRONG_KIND,
                        Code.UNKNOWN_HINT,
                        Code.ID_REUSED,
                        Code.UNKNOWN_HUNT,
                        Code.HAS_LEFT);
    }

    @Test
    void nobodyIsFlaggedWhoWalksAndWhoInventsHisPositionsIs() {
        for (Temper temper : Temper.values()) {
            long flagged =
                    IntStream.range(0, PEOPLE / 5)
                            .mapToObj(seed -> game(temper, seed, Example.OLD_TOWN_WALK))
                            .flatMap(List::stream)
                            .flatMap(result -> result.effects().stream())
                            .filter(effect -> effect instanceof Effect.Flagged)
                            .count();

            assertThat(flagged > 0).as(temper.name()).isEqualTo(temper == Temper.CHEATING);
        }
    }

    @Test
    void walkersArriveAndTheirPhonesAreSometimesWrong() {
        assertThat(codes(Temper.CLEVER, Example.OLD_TOWN_WALK))
                .containsKeys(
                        Code.NOTED, Code.SOLVED, Code.TOO_FAR, Code.INACCURATE, Code.UNDER_REVIEW);
    }

    @Test
    void ofATeamItsMembersAct() {
        SimulatedPlayer team =
                new SimulatedPlayer(
                        "the-owls-1",
                        List.of("ada", "bela"),
                        Temper.STEADY,
                        Example.HARBOUR_LIGHTS,
                        new SplittableRandom(1));

        Set<String> members = new HashSet<>();
        while (!team.isOver()) {
            Action action = team.next(0);
            members.add(action.member().orElseThrow());
            team.saw(engine().answer(action, 0));
        }

        assertThat(members).containsExactlyInAnyOrder("ada", "bela");
    }

    private static boolean completes(Result result) {
        return result.effects().stream().anyMatch(effect -> effect instanceof Effect.Completed);
    }

    private static Map<Code, Integer> codes(Temper temper) {
        return codes(temper, Example.HARBOUR_LIGHTS);
    }

    private static Map<Code, Integer> codes(Temper temper, Hunt hunt) {
        Map<Code, Integer> codes = new EnumMap<>(Code.class);
        for (int seed = 0; seed < PEOPLE; seed++) {
            game(temper, seed, hunt).forEach(result -> codes.merge(result.code(), 1, Integer::sum));
        }
        return codes;
    }

    private static List<String> kinds(List<Result> game) {
        return game.stream()
                .map(r -> r.asked().map(asked -> asked.kind() + asked.clue()) + " " + r.code())
                .toList();
    }

    private static Result last(List<Result> game) {
        return game.get(game.size() - 1);
    }

    /** All results of somebody whose every action is answered before he thinks of the next. */
    private static List<Result> game(Temper temper, int seed) {
        return game(temper, seed, Example.HARBOUR_LIGHTS);
    }

    private static List<Result> game(Temper temper, int seed, Hunt hunt) {
        SimulatedPlayer player =
                new SimulatedPlayer("ada-1", List.of(), temper, hunt, new SplittableRandom(seed));
        CoreEngine engine = new CoreEngine(hunt);
        List<Result> results = new ArrayList<>();
        long now = 0;
        while (!player.isOver() && results.size() < MOST_ACTIONS) {
            now += player.thinks();
            Result result = engine.answer(player.next(TimeUnit.MILLISECONDS.toNanos(now)), now);
            now += result.retryAfter().orElse(0);
            player.saw(result);
            results.add(result);
        }
        return results;
    }

    /** A place, a review, an expression that nobody here can read, and a clue that opens late. */
    private static Hunt quay() {
        Map<String, Clue> clues = new LinkedHashMap<>();
        for (Clue clue :
                List.of(
                        clue("quay", new Proof.Place(54.35, 18.65, 40, OptionalDouble.of(50)), 0),
                        clue("photo", new Proof.Review(), 0),
                        clue("rhyme", new Proof.Pattern("(rusty )?anchors?"), 0),
                        clue("late", new Proof.Code(List.of("QR-1")), 60_000))) {
            clues.put(clue.id(), clue);
        }
        return new Hunt(
                "harbour-lights",
                1,
                OptionalLong.empty(),
                "The quay",
                Optional.empty(),
                0,
                Long.MAX_VALUE,
                OptionalLong.empty(),
                OptionalLong.empty(),
                HintPolicy.BLOCK,
                new Rate(30, 5),
                OptionalDouble.empty(),
                new Condition.Solved("rhyme"),
                clues,
                Map.of());
    }

    private static Clue clue(String id, Proof proof, long unlocksAfter) {
        return new Clue(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                10,
                Condition.always(),
                unlocksAfter,
                OptionalLong.empty(),
                proof,
                Attempts.UNLIMITED,
                0,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static SimulatedPlayer player(Temper temper, int seed) {
        return new SimulatedPlayer(
                "ada-1", List.of(), temper, Example.HARBOUR_LIGHTS, new SplittableRandom(seed));
    }

    private static CoreEngine engine() {
        return new CoreEngine(Example.HARBOUR_LIGHTS);
    }
}
