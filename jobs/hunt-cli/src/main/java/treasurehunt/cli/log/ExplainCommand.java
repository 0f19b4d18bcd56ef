package treasurehunt.cli.log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KafkaOption;
import treasurehunt.cli.KeysOption;
import treasurehunt.cli.Terminal;
import treasurehunt.cli.WorkFolder;
import treasurehunt.schemas.action.Intake;
import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** Tells how something in the live log was decided. */
@Command(
        name = "explain",
        description = {
            "Tell how an action of the live log was answered as it was, or how an announcement came"
                    + " about, check by check. The log is read into a temporary folder and judged"
                    + " again; of a recorded one ./hunt replay --explain tells."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./hunt explain 0:17", "  ./hunt explain me:pier:1780300800000 --json"})
public final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Mixin private KafkaOption kafka;

    @Mixin private KeysOption keys;

    @Parameters(
            paramLabel = "ID",
            converter = Sought.Converter.class,
            description =
                    "A result's or dead letter's id: PARTITION:OFFSET of a record, or PLAYER:HUNT:MS"
                            + " of an announcement.")
    private Sought sought;

    @Option(names = "--json", description = "The explanation as JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandFailedException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        Recording recording = new Recording(kafka.reach(), keys.seals(), keys.of(Role.HUNTS), err);
        try (WorkFolder folder = WorkFolder.goneAtAnyEnd("hunt-explain-")) {
            Path actions = folder.path().resolve("actions.ndjson");
            Path hunts = folder.path().resolve("hunts");
            Recording.Log log = recording.log(actions, hunts);
            Explainer explainer =
                    new Explainer(
                            Explainer.catalogue(hunts, keys.of(Role.HUNTS)),
                            new Intake(OptionalInt.of(log.partitions()), Seals.asRecorded()),
                            sought,
                            (id, failure) -> failure.printStackTrace(err));
            Pace pace = new Pace("Judged", err, Terminal.isThere() && !json, System::nanoTime);
            PrintWriter out = spec.commandLine().getOut();
            out.println(explainer.explain(actions, "The live log", json, pace));
            out.flush();
            return 0;
        }
    }
}
