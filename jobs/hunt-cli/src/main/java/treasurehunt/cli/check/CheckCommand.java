package treasurehunt.cli.check;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.HuntFile;
import treasurehunt.cli.HuntFiles;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.Refusal;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.json.JsonWriter;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;

/** Checks hunts as publishing would, without a broker. */
@Command(
        name = "check",
        description = {
            "Check hunt definitions as `publish` does, without a broker; says everything that is"
                    + " wrong with any of them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt check schemas/examples/harbour-lights.yaml",
            "  ./hunt check hunts/*.yaml --json"
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KeysOption keys;

    @Option(names = "--json", description = "Say what was found as one JSON line a file.")
    private boolean json;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The hunts, one a file: *.yaml as written, *.json as published.")
    private List<Path> files;

    @Override
    public Integer call() throws CommandFailedException, IOException {
        HuntFiles read = HuntFiles.readToPublish(files, keys.ofHuntsIfThere());
        for (Path file : new LinkedHashSet<>(files)) {
            List<Refusal> refusals =
                    read.refusals().stream()
                            .filter(refusal -> refusal.file().equals(file))
                            .toList();
            if (refusals.isEmpty()) {
                good(read.of(file));
            } else {
                refused(file, refusals);
            }
        }
        return read.refusals().isEmpty() ? 0 : 1;
    }

    private void good(HuntFile file) {
        say(spec.commandLine().getOut(), json ? jsonLine(file) : inWords(file));
    }

    private void refused(Path file, List<Refusal> refusals) {
        if (json) {
            say(spec.commandLine().getOut(), jsonLine(file, refusals));
            return;
        }
        refusals.forEach(refusal -> say(spec.commandLine().getErr(), refusal.toString()));
    }

    private static void say(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }

    private static String inWords(HuntFile file) {
        Hunt hunt = file.hunt();
        return "%s: %s version %d, %s, %s: good"
                .formatted(
                        file.file(),
                        hunt.id(),
                        hunt.version(),
                        count(hunt.clues().size(), "clue"),
                        count(hunt.treasures().size(), "treasure"));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String jsonLine(HuntFile file) {
        Hunt hunt = file.hunt();
        return line(
                object -> {
                    object.text("file", file.file().toString());
                    object.text("hunt", hunt.id());
                    object.number("version", hunt.version());
                    object.number("clues", hunt.clues().size());
                    object.number("treasures", hunt.treasures().size());
                });
    }

    private static String jsonLine(Path file, List<Refusal> refusals) {
        return line(
                object -> {
                    object.text("file", file.toString());
                    object.array(
                            "problems",
                            problems -> {
                                for (Refusal refusal : refusals) {
                                    problems.element(problem -> write(problem, refusal));
                                }
                            });
                });
    }

    private static void write(JsonWriter json, Refusal refusal) throws IOException {
        if (refusal.hasLine()) {
            json.number("line", refusal.problem().line());
        }
        json.text("path", refusal.problem().path());
        json.text("reason", refusal.problem().reason());
    }

    private static String line(JsonWriter.Members members) {
        return new String(JsonWriter.object(members), StandardCharsets.UTF_8);
    }
}
