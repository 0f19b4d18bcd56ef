package treasurehunt.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import treasurehunt.cli.audit.AuditCommand;
import treasurehunt.cli.check.CheckCommand;
import treasurehunt.cli.correct.CorrectCommand;
import treasurehunt.cli.database.LeadersCommand;
import treasurehunt.cli.database.PlayerCommand;
import treasurehunt.cli.database.PsqlCommand;
import treasurehunt.cli.demo.DemoCommand;
import treasurehunt.cli.keys.KeysCommand;
import treasurehunt.cli.log.ExplainCommand;
import treasurehunt.cli.log.GenerateCommand;
import treasurehunt.cli.log.RecordCommand;
import treasurehunt.cli.log.ReplayCommand;
import treasurehunt.cli.play.PlayCommand;
import treasurehunt.cli.publish.PublishCommand;
import treasurehunt.cli.publish.VoidCommand;
import treasurehunt.cli.rebuild.RebuildCommand;
import treasurehunt.cli.send.SendCommand;
import treasurehunt.cli.tail.TailCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The {@code ./hunt} command: 0 done, 1 a check failed, 2 wrong usage. */
@Command(
        name = "hunt",
        versionProvider = Version.class,
        description = "Treasure hunts on Kafka and Flink: publish them, play them, replay them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt demo",
            "  ./hunt publish schemas/examples/harbour-lights.yaml",
            "  ./hunt play harbour-lights --player me",
            "  ./hunt tail results --player me",
            "",
            "Environment: HUNT_KAFKA and HUNT_KEYS (the defaults of --kafka and --keys), NO_COLOR,",
            "HUNT_DEBUG=1 (as --verbose).",
            "Exit codes: 0 done, 1 a check failed, 2 wrong usage."
        },
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            KeysCommand.class,
            PublishCommand.class,
            VoidCommand.class,
            RebuildCommand.class,
            LeadersCommand.class,
            PlayerCommand.class,
            PsqlCommand.class,
            PlayCommand.class,
            SendCommand.class,
            CorrectCommand.class,
            TailCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            GenerateCommand.class,
            AuditCommand.class,
            CompletionCommand.class
        })
public final class Hunt implements Runnable {
    private static final String VERBOSE = "--verbose";

    /** As in {@code sys/stat.h}. */
    private static final int FILE_TYPE = 0xF000;

    private static final int FIFO = 0x1000;

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        boolean verbose =
                "1".equals(System.getenv("HUNT_DEBUG"))
                        || Arrays.asList(arguments).contains(VERBOSE);
        Logging.toStandardError(verbose);
        int exitCode = commandLine(verbose).execute(arguments);
        if (System.out.checkError() && !isPipe()) {
            System.err.println("Standard output is closed or full: not all was written.");
            exitCode = Math.max(exitCode, 1);
        }
        System.exit(exitCode);
    }

    /** Whether who reads has had enough of it, as {@code head} has; a pipe is never full. */
    private static boolean isPipe() {
        try {
            Object mode = Files.getAttribute(Path.of("/dev/stdout"), "unix:mode");
            return ((Integer) mode & FILE_TYPE) == FIFO;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * The command, ready to execute.
     *
     * @param verbose whether an error is shown with its stack trace
     */
    public static CommandLine commandLine(boolean verbose) {
        CommandLine hunt = new CommandLine(new Hunt());
        equip(hunt);
        return hunt.setExecutionExceptionHandler(new Errors(verbose))
                .setParameterExceptionHandler(Errors::wrongUsage)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // An answer may begin with @.
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true);
    }

    /** Gives a command and those below it the options that every command has. */
    private static void equip(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.versionProvider(new Version());
        if (spec.findOption("--help") == null) {
            spec.mixinStandardHelpOptions(true);
        }
        if (spec.findOption(VERBOSE) == null) {
            spec.addOption(
                    OptionSpec.builder(VERBOSE)
                            .description("Show where an error comes from, and the clients' logs.")
                            .build());
        }
        List.copyOf(command.getSubcommands().values()).forEach(Hunt::equip);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
