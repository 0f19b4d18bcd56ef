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
import treasurehunt.core.judge.Decision;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The core over a realistic log, actions a second of one thread: an operation loads a player from a
 * map in memory, decides his next action, and keeps what became of him, as the engine does. Reading
 * the log, decoding the actions and encoding the results are not in it. After the last action the
 * players are forgotten and the log begins anew, so every stretch of it counts alike as long as an
 * iteration goes through it at least once.
 *
 * <p>Collecting the garbage is in it, on the same thread: the collector is the serial one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(
        value = 2,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms4g", "-Xmx4g", "-Xmn1g"})
public class CoreBenchmark {
    @Param(ExampleHunts.FOLDER)
    private String hunts;

    @Param("1000000")
    private int actions;

    @Param("20000")
    private int players;

    private Replayer core;
    private List<LoggedAction> log;
    private int next;

    /** Makes the log and decodes it. */
    @Setup
    public void prepare() throws IOException, RefusedHuntException {
        List<Hunt> examples = ExampleHunts.read(Path.of(hunts));
        log = new Workload(examples, new Settings(1, actions, players, 8, false)).actions(actions);
        core = new Replayer(Replayer.catalogue(examples));
    }

    /** One action of the log. */
    @Benchmark
    public Decision decide() {
        if (next == log.size()) {
            next = 0;
            core.forgetAll();
        }
        return core.decide(log.get(next++));
    }
}
