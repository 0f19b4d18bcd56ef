package treasurehunt.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import treasurehunt.auditor.generator.Settings;
import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.judge.Decision;
import treasurehunt.core.judge.HuntDecider;
import treasurehunt.core.state.Player;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one kind of answer takes the core: an operation decides an action of a realistic log that is
 * answered by this code, for the player as he was then. The same 512 players and actions again and
 * again, so all is warm in the caches: good for comparing codes, not for promising a rate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class AnswerBenchmark {
    private static final int MOMENTS = 512;
    private static final int LONGEST_SEARCH = 2_000_000;

    @Param(ExampleHunts.FOLDER)
    private String hunts;

    @Param({"JOINED", "SOLVED", "WRONG", "NEAR", "NOTED", "HINT_GIVEN", "LOCKED", "RATE_LIMITED"})
    private Code code;

    private Catalogue catalogue;
    private final List<Moment> moments = new ArrayList<>(MOMENTS);
    private int next;

    /** An action, and the player whom it finds. */
    private record Moment(Player player, LoggedAction action) {}

    /** Looks for moments behind a log's beginning, when the players have something to remember. */
    @Setup
    public void prepare() throws IOException, RefusedHuntException {
        List<Hunt> examples = ExampleHunts.read(Path.of(hunts));
        catalogue = Replayer.catalogue(examples);
        Workload log = new Workload(examples, new Settings(1, 100_000, 2_000, 8, false));
        Replayer core = new Replayer(catalogue);
        log.actions(20_000).forEach(core::decide);
        for (int i = 0; i < LONGEST_SEARCH && moments.size() < MOMENTS; i++) {
            LoggedAction action = log.action();
            Player before = core.before(action);
            if (isAnswered(core.decide(action))) {
                moments.add(new Moment(before, action));
            }
        }
        if (moments.isEmpty()) {
            throw new IllegalStateException("no action of the log is answered by " + code);
        }
    }

    /** By this code, by nothing else, and not for the second time. */
    private boolean isAnswered(Decision decision) {
        if (decision.results().size() != 1) {
            return false;
        }
        Result only = decision.results().get(0);
        return only.code() == code && only.replayOf().isEmpty();
    }

    /** One action. */
    @Benchmark
    public Decision decide() {
        next = next + 1 == moments.size() ? 0 : next + 1;
        Moment moment = moments.get(next);
        return HuntDecider.decide(catalogue, moment.player(), moment.action());
    }
}
