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
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.action.RejectedException;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Reading and writing: an operation is one action, one result, one line of a recorded log, one
 * hunt, each the next of those that a realistic log of 20,000 actions begins with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class CodecBenchmark {
    private static final int ACTIONS = 20_000;
    private static final int PARTITIONS = 8;

    @Param(ExampleHunts.FOLDER)
    private String hunts;

    private final Intake intake = new Intake(OptionalInt.of(PARTITIONS), Seals.asRecorded());
    private final List<Action> actions = new ArrayList<>();
    private final List<byte[]> encodedActions = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<byte[]> encodedResults = new ArrayList<>();
    private final List<Path> huntFiles = new ArrayList<>();
    private final List<byte[]> encodedHunts = new ArrayList<>();
    private int next;

    /** Makes everything in both forms. */
    @Setup
    public void prepare() throws IOException, RefusedHuntException {
        List<Hunt> examples = ExampleHunts.read(Path.of(hunts));
        huntFiles.addAll(ExampleHunts.files(Path.of(hunts)));
        examples.forEach(hunt -> encodedHunts.add(HuntCodec.encode(hunt)));
        Workload log = new Workload(examples, new Settings(1, 20_000, 400, PARTITIONS, false));
        Replayer core = new Replayer(Replayer.catalogue(examples));
        while (actions.size() < ACTIONS) {
            RawRecord record = log.next();
            log.admit(record).ifPresent(action -> take(record, action, core));
        }
    }

    private void take(RawRecord record, LoggedAction action, Replayer core) {
        actions.add(action.action());
        encodedActions.add(record.value());
        lines.add(RecordedLog.encode(record, Map.of(), intake));
        for (Result result : core.decide(action).results()) {
            results.add(result);
            encodedResults.add(ResultCodec.encode(result));
        }
    }

    private <T> T next(List<T> all) {
        next++;
        return all.get(next % all.size());
    }

    /** From the bytes of a record's value. */
    @Benchmark
    public Action decodeAction() throws RejectedException {
        return ActionCodec.decode(next(encodedActions));
    }

    /** As frontends and the recorder do. */
    @Benchmark
    public byte[] encodeAction() {
        return ActionCodec.encode(next(actions));
    }

    /** As its readers do. */
    @Benchmark
    public Result decodeResult() throws MalformedJsonException {
        return ResultCodec.decode(next(encodedResults));
    }

    /** As the engine does. */
    @Benchmark
    public byte[] encodeResult() {
        return ResultCodec.encode(next(results));
    }

    /** From a line of a recorded log to an action at its place, as a replay does. */
    @Benchmark
    public LoggedAction admitLine() throws MalformedJsonException, RejectedException {
        RawRecord record = RecordedLog.decode(next(lines));
        return intake.admit(record, record.appendTime());
    }

    /** As the engine reads it from the topic. */
    @Benchmark
    public Hunt decodeHunt() throws RefusedHuntException {
        return HuntCodec.decode(next(encodedHunts));
    }

    /** As its author wrote it, from a file that the system has in memory. */
    @Benchmark
    public Hunt readHunt() throws IOException, RefusedHuntException {
        return HuntYaml.read(next(huntFiles));
    }
}
