package treasurehunt.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import treasurehunt.core.RandomLogs.Log;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Evolution;
import treasurehunt.core.state.Player;
import treasurehunt.core.state.Progress;
import treasurehunt.schemas.action.Kind;
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
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What holds of every log. The seed is printed; {@code -Dhunt.seed=…} repeats a run, {@code
 * -Dhunt.logs=…} makes it longer.
 */
class RandomLogsTest {
    private static final long SEED = Long.getLong("hunt.seed", new Random().nextLong());
    private static final int LOGS = Integer.getInteger("hunt.logs", 150);

    private final RandomLogs logs = new RandomLogs(SEED);

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("-Dhunt.seed=" + SEED);
    }

    /** One decision, with the whole player as it found him and as it left him. */
    private record Step(LoggedAction action, Player before, Player after, Decision decision) {
        /** The action's own result. */
        Result result() {
            return decision.results().get(decision.results().size() - 1);
        }

        List<Result> announced() {
            return decision.results().subList(0, decision.results().size() - 1);
        }
    }

    private static void forEvery(RandomLogs logs, Consumer<Log> property) {
        forEvery(LOGS, logs, property);
    }

    private static void forEvery(int count, RandomLogs logs, Consumer<Log> property) {
        for (int i = 0; i < count; i++) {
            Log log = logs.next();
            try {
                property.accept(log);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("log " + i + " of -Dhunt.seed=" + SEED, e);
            }
        }
    }

    /** Every decision has no more of its player than it says it needs. */
    private static List<Step> play(Log log, List<LoggedAction> actions) {
        Map<String, Player> players = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (LoggedAction action : actions) {
            Player before = players.getOrDefault(action.player(), Player.NEW);
            Player part = before.only(HuntDecider.needs(before.head(), action));
            Decision decision = HuntDecider.decide(log.catalogue(), part, action);
            Player after = before.changed(part, decision.player());
            players.put(action.player(), after);
            steps.add(new Step(action, before, after, decision));
        }
        return steps;
    }

    private static List<Result> results(Log log, List<LoggedAction> actions) {
        return play(log, actions).stream()
                .flatMap(step -> step.decision().results().stream())
                .toList();
    }

    private static Map<String, List<Result>> byPlayer(List<Result> results) {
        return results.stream().collect(Collectors.groupingBy(Result::player));
    }

    @Test
    void everyActionHasOneResultBehindWhatHasFallenDue() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        assertThat(step.decision().defects()).isEmpty();
                        assertThat(step.result().id()).isEqualTo(step.action().id());
                        assertThat(step.result().at()).isEqualTo(step.action().at());
                        assertThat(step.result().code()).isNotEqualTo(Code.DUE);
                        assertThat(step.announced())
                                .allMatch(due -> due.code() == Code.DUE)
                                .allMatch(due -> due.at() <= step.action().at())
                                .allMatch(due -> !due.effects().isEmpty())
                                .allMatch(due -> due.asked().isEmpty());
                    }
                });
    }

    @Test
    void noIdComesTwiceAndAPlayersTimeNeverRunsBackwards() {
        forEvery(
                logs,
                log -> {
                    List<Result> results = results(log, log.actions());
                    assertThat(results).extracting(Result::id).doesNotHaveDuplicates();
                    byPlayer(results)
                            .values()
                            .forEach(his -> assertThat(his).extracting(Result::at).isSorted());
                });
    }

    @Test
    void progressIsTheFoldOfTheEffects() {
        forEvery(
                logs,
                log -> {
                    Folded folded = new Folded();
                    for (Step step : play(log, log.actions())) {
                        step.decision().results().forEach(folded::fold);
                        assertThat(folded.of(step.action().player()))
                                .isEqualTo(progressOf(step.after()));
                    }
                });
    }

    private static Map<String, Progress> progressOf(Player player) {
        return player.hunts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, hunt -> hunt.getValue().progress()));
    }

    /** Everybody's progress by the effects of results, and by nothing else. */
    private static final class Folded {
        private final Map<String, Map<String, Progress>> progress = new HashMap<>();
        private final Map<String, Long> floors = new HashMap<>();

        Map<String, Progress> of(String player) {
            return progress.computeIfAbsent(player, p -> new HashMap<>());
        }

        void fold(Result result) {
            Map<String, Progress> his = of(result.player());
            if (result.effects().contains(new Effect.Forgotten())) {
                long highest =
                        his.values().stream().mapToLong(Progress::version).max().orElseThrow();
                floors.put(result.player(), highest + 1);
                his.clear();
                return;
            }
            boolean joins = result.code() == Code.JOINED && !result.effects().isEmpty();
            if (!joins && !his.containsKey(result.hunt())) {
                assertThat(result.score()).isZero();
                assertThat(result.version()).isZero();
                return;
            }
            Progress before =
                    his.getOrDefault(
                            result.hunt(), Progress.from(floors.getOrDefault(result.player(), 0L)));
            Progress after = Evolution.evolve(before, result.effects(), result.at());
            int by = result.effects().isEmpty() ? 0 : 1;
            assertThat(result.version()).isEqualTo(before.version() + by);
            assertThat(result.version()).isEqualTo(after.version());
            assertThat(result.score()).isEqualTo(after.score());
            his.put(result.hunt(), after);
        }
    }

    @Test
    void theScoreIsTheSumOfTheLedgerAndEveryBalanceIsRight() {
        forEvery(
                logs,
                log -> {
                    Map<String, Map<String, Long>> scores = new HashMap<>();
                    for (Result result : results(log, log.actions())) {
                        Map<String, Long> his =
                                scores.computeIfAbsent(result.player(), p -> new HashMap<>());
                        if (result.code() == Code.FORGOTTEN) {
                            his.clear();
                        }
                        for (Effect effect : result.effects()) {
                            if (effect instanceof Effect.Points points) {
                                assertThat(points.points()).isNotZero();
                                long balance = his.merge(result.hunt(), points.points(), Long::sum);
                                assertThat(points.balance()).isEqualTo(balance);
                            }
                        }
                        assertThat(result.score()).isEqualTo(his.getOrDefault(result.hunt(), 0L));
                    }
                });
    }

    @Test
    void whatIsFinalHappensOnce() {
        forEvery(
                logs,
                log -> {
                    Map<String, Set<List<Object>>> happened = new HashMap<>();
                    for (Result result : results(log, log.actions())) {
                        Set<List<Object>> his =
                                happened.computeIfAbsent(result.player(), p -> new HashSet<>());
                        if (result.code() == Code.FORGOTTEN) {
                            // A treasure is claimed once in all his lives.
                            his.removeIf(it -> !(it.get(1) instanceof Effect.Claimed));
                        }
                        for (Effect effect : result.effects()) {
                            assertThat(!isFinal(effect) || his.add(List.of(result.hunt(), effect)))
                                    .as("%s happens once", effect)
                                    .isTrue();
                        }
                    }
                });
    }

    private static boolean isFinal(Effect effect) {
        return effect instanceof Effect.Joined
                || effect instanceof Effect.Moved
                || effect instanceof Effect.ClueUnlocked
                || effect instanceof Effect.CluePending
                || effect instanceof Effect.ClueSolved
                || effect instanceof Effect.ClueExpired
                || effect instanceof Effect.HintRevealed
                || effect instanceof Effect.Claimed
                || effect instanceof Effect.Granted
                || effect instanceof Effect.SoldOut
                || effect instanceof Effect.Waiting
                || effect instanceof Effect.Completed
                || effect instanceof Effect.TimeUp
                || effect instanceof Effect.Abandoned;
    }

    @Test
    void aPrefixOfTheLogGivesAPrefixOfTheResults() {
        forEvery(
                logs,
                log -> {
                    int length = logs.pick(log.actions().size() + 1);
                    List<Result> some = results(log, log.actions().subList(0, length));
                    assertThat(some).isEqualTo(results(log, log.actions()).subList(0, some.size()));
                });
    }

    @Test
    void theOrderOfLinesAcrossPartitionsChangesNoPlayersResults() {
        forEvery(
                logs,
                log ->
                        assertThat(byPlayer(results(log, logs.reordered(log.actions()))))
                                .isEqualTo(byPlayer(results(log, log.actions()))));
    }

    @Test
    void itNeverMattersWhetherATimerOrAnActionComesFirst() {
        forEvery(
                logs,
                log -> {
                    Map<String, Player> players = new HashMap<>();
                    List<Result> results = new ArrayList<>();
                    for (LoggedAction action : log.actions()) {
                        String name = action.player();
                        Player before = players.getOrDefault(name, Player.NEW);
                        long timer = action.at() - logs.pick(5_000);
                        Decision woken = HuntDecider.announce(log.catalogue(), name, before, timer);
                        Decision decided =
                                HuntDecider.decide(log.catalogue(), woken.player(), action);
                        results.addAll(woken.results());
                        results.addAll(decided.results());
                        players.put(name, decided.player());
                    }
                    assertThat(results).isEqualTo(results(log, log.actions()));
                });
    }

    @Test
    void aRetryOfWhatHadEffectsChangesNothing() {
        forEvery(
                logs,
                log -> {
                    for (Step step : play(log, log.actions())) {
                        Kind kind = step.action().kind();
                        if (!step.result().effects().isEmpty() && !(kind instanceof Kind.Verdict)) {
                            retried(log, step);
                        }
                    }
                });
    }

    private static void retried(Log log, Step step) {
        LoggedAction action = step.action();
        LoggedAction retry = new LoggedAction(9, 0, action.at(), action.at(), action.action());

        Decision decision = HuntDecider.decide(log.catalogue(), step.after(), retry);

        assertThat(decision.results()).hasSize(1);
        Result again = decision.results().get(0);
        assertThat(decision.player()).isSameAs(step.after());
        assertThat(again.code()).isEqualTo(step.result().code());
        assertThat(again.replayOf()).contains(step.result().id());
        assertThat(again.text()).isEqualTo(step.result().text());
        assertThat(again.score()).isEqualTo(step.result().score());
        assertThat(again.version()).isEqualTo(step.result().version());
        assertThat(again.effects()).isEmpty();
    }

    @Test
    void nothingSecretStandsInAResult() {
        forEvery(
                logs,
                log -> {
                    for (Result result : results(log, log.actions())) {
                        String json =
                                new String(ResultCodec.encode(result), StandardCharsets.UTF_8);
                        assertThat(json).doesNotContain(RandomLogs.RIGHT);
                        for (int clue = 0; clue < RandomLogs.MOST_CLUES; clue++) {
                            assertThat(json.contains("riddle of clue-" + clue))
                                    .isEqualTo(unlocks(result, "clue-" + clue));
                        }
                    }
                });
    }

    private static boolean unlocks(Result result, String clue) {
        return result.effects().stream()
                .anyMatch(
                        effect ->
                                effect instanceof Effect.ClueUnlocked unlocked
                                        && unlocked.clue().equals(clue));
    }

    @Test
    void theLogsReachNearlyEverything() {
        Set<Code> codes = EnumSet.noneOf(Code.class);
        Set<Class<?>> effects = new HashSet<>();

        forEvery(
                500,
                new RandomLogs(1),
                log ->
                        results(log, log.actions())
                                .forEach(
                                        result -> {
                                            codes.add(result.code());
                                            result.effects()
                                                    .forEach(e -> effects.add(e.getClass()));
                                        }));

        assertThat(codes).containsAll(EnumSet.complementOf(EnumSet.of(Code.TOO_MANY_HUNTS)));
        assertThat(effects).containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
    }
}
