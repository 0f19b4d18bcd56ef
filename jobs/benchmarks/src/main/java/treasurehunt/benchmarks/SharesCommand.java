package treasurehunt.benchmarks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import treasurehunt.schemas.action.LoggedAction;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.result.Result;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Says what a log is made of and how the core answers it. */
@Command(
        name = "shares",
        description = "Decide a log and print the share of every kind, code and effect.")
final class SharesCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private LogOptions options;

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private final Map<String, Long> effects = new TreeMap<>();
    private long ticks;
    private long deadLetters;

    @Override
    public Integer call() throws IOException, RefusedHuntException {
        List<Hunt> hunts = ExampleHunts.read(options.hunts());
        Workload log = new Workload(hunts, options.settings());
        Replayer core = new Replayer(Replayer.catalogue(hunts));
        for (long records = 0; records < options.actions(); ) {
            RawRecord record = log.next();
            if (record.tick()) {
                ticks++;
                continue;
            }
            records++;
            Optional<LoggedAction> action = log.admit(record);
            if (action.isPresent()) {
                count(core, action.get());
            } else {
                deadLetters++;
            }
        }
        print(core.players());
        return 0;
    }

    private void count(Replayer core, LoggedAction action) {
        kinds.merge(action.kind().name(), 1L, Long::sum);
        for (Result result : core.decide(action).results()) {
            String again = result.replayOf().isPresent() ? " (again)" : "";
            codes.merge(result.code().name() + again, 1L, Long::sum);
            result.effects()
                    .forEach(
                            effect ->
                                    effects.merge(
                                            effect.getClass().getSimpleName(), 1L, Long::sum));
        }
    }

    private void print(int players) {
        PrintWriter out = spec.commandLine().getOut();
        long decided = kinds.values().stream().mapToLong(Long::longValue).sum();
        out.printf(
                Locale.ROOT,
                "%,d actions of %,d players; %,d dead letters, %,d ticks%n",
                decided,
                players,
                deadLetters,
                ticks);
        print("kinds", kinds, decided);
        print("codes", codes, decided);
        print("effects", effects, decided);
        out.flush();
    }

    private void print(String title, Map<String, Long> counts, long of) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%n%s, in 100 actions%n", title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(
                        count ->
                                out.printf(
                                        Locale.ROOT,
                                        "%8.3f  %s%n",
                                        100.0 * count.getValue() / of,
                                        count.getKey()));
    }
}
