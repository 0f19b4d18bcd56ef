package treasurehunt.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Writes what lets a shell complete {@code ./hunt}. */
@Command(
        name = "completion",
        description = "Write a script by which bash and zsh complete ./hunt at the tab key.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(./hunt completion)", "  ./hunt completion >> ~/.bash_completion"})
public final class CompletionCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(AutoComplete.bash("hunt", spec.root().commandLine()));
        // Bash completes by the last part of a command's path.
        out.println("complete -F _complete_hunt -o default ./hunt");
        out.flush();
        return 0;
    }
}
