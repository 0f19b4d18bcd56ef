package treasurehunt.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.util.Arrays;

/** What {@code benchmarks.jar} runs: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "benchmarks",
        description = {
            "Measure the core and the codecs on a realistic log. `jmh ...` runs the benchmarks with"
                    + " JMH's own arguments (`jmh -h`)."
        },
        subcommands = SharesCommand.class)
public final class Benchmarks implements Runnable {
    private static final String JMH = "jmh";

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli answers it
    private boolean help;

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals(JMH)) {
            org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        CommandLine command =
                new CommandLine(new Benchmarks()).setExecutionExceptionHandler(Benchmarks::fail);
        System.exit(command.execute(arguments));
    }

    /** A file that cannot be read or a hunt that is refused says enough by its message. */
    private static int fail(
            Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (!(failure instanceof IOException || failure instanceof RefusedHuntException)) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
