package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import treasurehunt.core.RandomLogs.Log;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.HuntState;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What holds of every log. The seed is printed; {@code -Dhunt.seed=…} repeats a run, {@code
 * -Dhunt.logs=…} makes it longer.
 */
class RandomLogsTest {
    private static final long SEED = Long.getLong("hunt.seed", new Random().nextLong());
    private static final int LOGS = Integer.getInteger("hunt.logs", 400);

    private final RandomLogs logs = new RandomLogs(SEED);

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("-Dhunt.seed=" + SEED);
    }

    /** One decision, with the player as it found him. */
    private record Step(LoggedAction action, Player before, Decision decision) {
        Result result() {
            return decision.results().get(0);
        }

        Progress progressBefore() {
            return progress(before);
        }

        Progress progressAfter() {
            return progress(decision.player());
        }

        List<String> lockedClues(Log log) {
            return log.hunts().values().stream()
                    .filter(hunt -> hunt.definition().id().equals(action.hunt()))
                    .flatMap(hunt -> hunt.definition().clues().keySet().stream())
                    .filter(clue -> !progressAfter().clue(clue).unlocked())
                    .toList();
        }

        private Progress progress(Player player) {
            return player.hunt(action.hunt()).map(HuntState::progress).orElse(Progress.NONE);
        }
    }

    private static void forEvery(RandomLogs logs, Consumer<Log> property) {
        for (int i = 0; i < LOGS; i++) {
            Log log = logs.next();
            try {
                property.accept(log);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("log " + i + " of -Dhunt.seed=" + SEED, e);
            }
        }
    }

    private static List<Step> play(Log log, List<LoggedAction> actions) {
        Map<String, Player> players = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (LoggedAction action : actions) {
            Player before = players.getOrDefault(action.player(), Player.NEW);
            Decision decision =
                    HuntDecider.decide(
                            id -> Optional.ofNullable(log.hunts().get(id)), before, action);
            players.put(action.player(), decision.player());
            steps.add(new Step(action, before, decision));
        }
        return steps;
    }

    private static List<Result> results(Log log, List<LoggedAction> actions) {
        return play(log, actions).stream().map(Step::result).toList();
    }

    @Test
    void everyActionHasOneResult() {
        forEvery(
                logs,
                log ->
                        assertThat(play(log, log.actions()))
                                .allMatch(step -> step.decision().results().size() == 1)
                                .allMatch(step -> step.result().id().equals(step.action().id())));
    }

    @Test
    void progressIsTheFoldOfTheEffects() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        Progress folded =
                                Evolution.evolve(
                                        step.progressBefore(),
                                        step.result().effects(),
                                        step.result().at());
                        assertThat(step.progressAfter()).isEqualTo(folded);
                        assertThat(step.result().score()).isEqualTo(folded.score());
                        assertThat(step.result().version()).isEqualTo(folded.version());
                    }
                });
    }

    @Test
    void theVersionStepsByOneExactlyWhenThereAreEffects() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        int by = step.result().effects().isEmpty() ? 0 : 1;
                        assertThat(step.result().version())
                                .isEqualTo(step.progressBefore().version() + by);
                    }
                });
    }

    @Test
    void theScoreIsTheSumOfTheLedgerAndEveryBalanceIsRight() {
        forEvery(
                logs,
                log -> {
                    Map<String, Long> scores = new HashMap<>();
                    for (Result result : results(log, log.actions())) {
                        String ledger = result.player() + " in " + result.hunt();
                        for (Effect effect : result.effects()) {
                            if (effect instanceof Effect.Points points) {
                                assertThat(points.points()).isNotZero();
                                long balance = scores.merge(ledger, points.points(), Long::sum);
                                assertThat(points.balance()).isEqualTo(balance);
                            }
                        }
                        assertThat(result.score()).isEqualTo(scores.getOrDefault(ledger, 0L));
                    }
                });
    }

    @Test
    void whatIsFinalHappensOnce() {
        forEvery(
                logs,
                log -> {
                    Set<List<Object>> happened = new HashSet<>();
                    for (Result result : results(log, log.actions())) {
                        for (Effect effect : result.effects()) {
                            boolean repeats =
                                    effect instanceof Effect.Points
                                            || effect instanceof Effect.AttemptUsed;
                            assertThat(
                                            repeats
                                                    || happened.add(
                                                            List.of(
                                                                    result.player(),
                                                                    result.hunt(),
                                                                    effect)))
                                    .as("%s happens once", effect)
                                    .isTrue();
                        }
                    }
                });
    }

    @Test
    void aPrefixOfTheLogGivesAPrefixOfTheResults() {
        forEvery(
                logs,
                log -> {
                    int length = logs.pick(log.actions().size() + 1);
                    assertThat(results(log, log.actions().subList(0, length)))
                            .isEqualTo(results(log, log.actions()).subList(0, length));
                });
    }

    @Test
    void otherPlayersActionsChangeNoPlayersResults() {
        forEvery(
                logs,
                log -> {
                    List<Result> together = results(log, log.actions());
                    for (String player : List.of("ann", "bob", "cy")) {
                        List<LoggedAction> own =
                                log.actions().stream()
                                        .filter(action -> action.player().equals(player))
                                        .toList();
                        assertThat(results(log, own))
                                .isEqualTo(
                                        together.stream()
                                                .filter(result -> result.player().equals(player))
                                                .toList());
                    }
                });
    }

    @Test
    void aRetryOfWhatHadEffectsChangesNothing() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        if (step.result().effects().isEmpty()) {
                            continue;
                        }
                        LoggedAction action = step.action();
                        LoggedAction retry =
                                new LoggedAction(
                                        1, 0, action.at() + 5, action.at() + 5, action.action());

                        Decision decision =
                                HuntDecider.decide(
                                        id -> Optional.ofNullable(log.hunts().get(id)),
                                        step.decision().player(),
                                        retry);

                        Result again = decision.results().get(0);
                        assertThat(decision.player()).isSameAs(step.decision().player());
                        assertThat(again.code()).isEqualTo(step.result().code());
                        assertThat(again.replayOf()).contains(step.result().id());
                        assertThat(again.text()).isEqualTo(step.result().text());
                        assertThat(again.score()).isEqualTo(step.result().score());
                        assertThat(again.version()).isEqualTo(step.result().version());
                        assertThat(again.effects()).isEmpty();
                    }
                });
    }

    @Test
    void nothingSecretStandsInAResult() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        String json =
                                new String(
                                        ResultCodec.encode(step.result()), StandardCharsets.UTF_8);
                        assertThat(json).doesNotContain(RandomLogs.RIGHT);
                        for (String clue : step.lockedClues(log)) {
                            assertThat(json).doesNotContain("riddle of " + clue);
                        }
                    }
                });
    }

    @Test
    void theLogsReachNearlyEverything() {
        Set<Code> reached = EnumSet.noneOf(Code.class);

        forEvery(
                new RandomLogs(1),
                log -> results(log, log.actions()).forEach(result -> reached.add(result.code())));

        assertThat(reached).containsAll(EnumSet.complementOf(EnumSet.of(Code.TOO_MANY_HUNTS)));
    }
}
