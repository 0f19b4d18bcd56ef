package treasurehunt.benchmarks;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.auditor.generator.Settings;

import java.nio.file.Path;

/** What a log is made of. */
final class LogOptions {
    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed gives the same log. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--actions",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "How many records beside ticks. Default: ${DEFAULT-VALUE}.")
    private long actions;

    @Option(
            names = "--players",
            defaultValue = "20000",
            paramLabel = "N",
            description = "How many players there are. Default: ${DEFAULT-VALUE}.")
    private int players;

    @Option(
            names = "--partitions",
            defaultValue = "8",
            paramLabel = "N",
            description = "How many partitions the topic has. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--hunts",
            defaultValue = ExampleHunts.FOLDER,
            paramLabel = "DIR",
            description = "Folder of the hunts, *.yaml. Default: ${DEFAULT-VALUE}.")
    private Path hunts;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli answers it
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Settings settings() {
        refuseLess("--players", players);
        refuseLess("--partitions", partitions);
        return new Settings(seed, actions, players, partitions, false);
    }

    long actions() {
        refuseLess("--actions", actions);
        return actions;
    }

    Path hunts() {
        return hunts;
    }

    private void refuseLess(String option, long given) {
        if (given < 1) {
            throw new ParameterException(spec.commandLine(), option + ": at least 1, not " + given);
        }
    }
}
